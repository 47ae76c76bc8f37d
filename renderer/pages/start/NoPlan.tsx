import { FilePlus2, FolderOpen, Landmark } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { RecentPlan } from '../../../core/contract/shell.ts';
import { isIsoDate } from '../../../core/domain/calendar.ts';
import { useJobs } from '../../core/jobs.ts';
import { useRoute } from '../../core/route.ts';
import { useServices } from '../../core/services.tsx';
import { useTranslator } from '../../core/settings.ts';
import { usePlanFiles } from '../../core/usePlanFiles.ts';

export function NoPlan({ onNew }: { readonly onNew: () => void }) {
  const { translate } = useTranslator();
  const { open, openSample } = usePlanFiles();
  const page = useRoute((state) => state.page);
  const isMakingSample = useJobs((state) => state.running.some(({ titleKey }) => titleKey === 'startPage.sampleJob'));
  return (
    <div className="no-plan">
      <div>
        <h1>{translate('startPage.welcome')}</h1>
        <p className="soft no-plan-lead">
          {page === 'start' ? translate('startPage.lead') : translate('startPage.pageNeedsPlan', { page: translate(`window.page.${page}`) })}
        </p>
      </div>
      <ul className="choices">
        <Choice icon={<FilePlus2 size={24} aria-hidden />} name="new" onChoose={onNew} isFirst />
        <Choice icon={<FolderOpen size={24} aria-hidden />} name="open" onChoose={() => void open('choose')} />
        <Choice icon={<Landmark size={24} aria-hidden />} name="sample" onChoose={() => void openSample()} isDisabled={isMakingSample} />
      </ul>
      <RecentPlans onOpen={(id) => void open({ recent: id })} />
    </div>
  );
}

type ChoiceProps = {
  readonly icon: ReactNode;
  readonly name: 'new' | 'open' | 'sample';
  readonly onChoose: () => void;
  readonly isFirst?: boolean;
  readonly isDisabled?: boolean;
};

function Choice({ icon, name, onChoose, isFirst = false, isDisabled = false }: ChoiceProps) {
  const { translate } = useTranslator();
  return (
    <li>
      <button type="button" className={isFirst ? 'choice choice-first' : 'choice'} onClick={onChoose} disabled={isDisabled}>
        {icon}
        <strong>{translate(`startPage.${name}`)}</strong>
        <span className="soft">{translate(`startPage.${name}Text`)}</span>
      </button>
    </li>
  );
}

function RecentPlans({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { translate, date } = useTranslator();
  const plans = useRecentPlans();
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="recent-plans">
      <h2 id="recent-plans" className="start-heading">
        {translate('startPage.recent')}
      </h2>
      <ul className="recent-plans">
        {plans.map(({ id, name, lastOpened }) => {
          const day = lastOpened.slice(0, 10);
          return (
            <li key={id}>
              <button type="button" onClick={() => onOpen(id)}>
                <span className="recent-name">{name}</span>
                <span className="soft number">{isIsoDate(day) ? date(day) : ''}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The shell's own list: no operation of the core, and asked anew whenever another plan was opened. */
function useRecentPlans(): readonly RecentPlan[] {
  const { shell } = useServices();
  const [plans, setPlans] = useState<readonly RecentPlan[]>([]);
  useEffect(() => {
    let isShown = true;
    const ask = () =>
      void shell.recentPlans().then(
        (list) => {
          if (isShown) setPlans(list);
        },
        // A list that cannot be read leaves the three choices, and those are enough.
        () => {},
      );
    ask();
    const stop = shell.onPlanChanged(ask);
    return () => {
      isShown = false;
      stop();
    };
  }, [shell]);
  return plans.slice(0, 8);
}
