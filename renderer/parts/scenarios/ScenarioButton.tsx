import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { usePart } from '../usePart.ts';
import './scenarios.css';

const loadScenarioDialog = () => import('./ScenarioDialog.tsx').then((module) => module.ScenarioDialog);

/** The way to the scenarios, with how many there are. */
export function ScenarioButton() {
  const { translate, number } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  const ScenarioDialog = usePart(loadScenarioDialog, isOpen);
  const { data } = useQuery('scenario.list', {});
  const count = data?.length ?? 0;
  return (
    <>
      <button type="button" className="scenario-button" title={translate('scenarios.scenarios')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Split size={16} aria-hidden />
        <span>{translate('scenarios.scenarios')}</span>
        {count > 0 && <span className="scenario-count number">{number(count)}</span>}
      </button>
      {isOpen && ScenarioDialog && <ScenarioDialog onClose={() => setOpen(false)} />}
    </>
  );
}
