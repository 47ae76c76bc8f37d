import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import './scenarios.css';

/** The way to the scenarios, with how many there are. */
export function ScenarioButton() {
  const { translate, number } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery('scenario.list', {});
  const count = data?.length ?? 0;
  return (
    <>
      <button type="button" className="scenario-button" aria-haspopup="dialog" title={translate('scenarios.scenarios')} onClick={() => setOpen(true)}>
        <Split size={16} aria-hidden />
        <span>{translate('scenarios.scenarios')}</span>
        {count > 0 && <span className="scenario-count number">{number(count)}</span>}
      </button>
      {isOpen && <ScenarioDialog onClose={() => setOpen(false)} />}
    </>
  );
}
