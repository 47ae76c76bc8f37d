import { FilePlus2, FolderOpen, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RecentPlan, Shell } from '../../../core/contract/shell.ts';
import { isIsoDate } from '../../../core/domain/calendar.ts';
import { useJobs } from '../../core/jobs.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { usePlanFiles } from '../../core/usePlanFiles.ts';
import { useShellAnswer } from '../../core/useShellAnswer.ts';

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
  const plans = useShellAnswer(recentPlans, noneYet);
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

const mostShown = 8;
const noneYet: readonly RecentPlan[] = [];
/** The shell's own list, no operation of the core. A list that cannot be read leaves the three choices, and those are enough. */
const recentPlans = async (shell: Shell) => (await shell.recentPlans()).slice(0, mostShown);
