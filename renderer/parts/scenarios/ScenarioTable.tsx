import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useJobAnswer } from '../../core/useJobAnswer.ts';
import { useQuery } from '../../core/useQuery.ts';
import { JobList } from '../JobList.tsx';
import { ChangeButton } from '../ChangeButton.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { useChangeWords } from './useChangeWords.ts';

type Scenarios = Output<'scenario.list'>;
type Figures = Output<'scenario.compare'>['plan'];

const columns = ['finish', 'cost', 'waves', 'peak', 'missedRenewals', 'problems'] as const;

/** The plan and its scenarios on six figures. Each is scheduled anew for that, so the figures come after the names. */
export function ScenarioTable({ list, onAdopted }: { readonly list: Scenarios; readonly onAdopted: () => void }) {
  const t = useTranslator();
  const { translate } = t;
  // What is compared is the plan of this moment: after any step of it, undone ones too, all of it is computed again.
  const revision = useQuery('history.list', { limit: 1 }).data?.revision;
  const [round, setRound] = useState(0);
  const { data, error, isRunning } = useJobAnswer(
    'scenario.compare',
    revision === undefined ? null : { today: today() },
    'scenarios.job',
    `${revision} ${round}`,
  );
  const figuresOf = new Map(data?.scenarios.map((scenario) => [scenario.id, scenario.figures]));
  const isBusy = isRunning || list.some(({ id }) => !figuresOf.has(id));
  const stateKey =
    error === undefined ? (isBusy ? 'scenarios.computing' : 'scenarios.computed') : error.code === 'cancelled' ? 'scenarios.stopped' : error.messageKey;
  const missing = error === undefined ? '…' : '–';
  return (
    <div className="scenario-compared" aria-busy={isBusy && error === undefined}>
      <ScrollRegion className="scenario-scroll" label={translate('scenarios.scenarios')}>
        <table className="scenario-table">
          <thead>
            <tr>
              <th scope="col">{translate('scenarios.name')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {translate(`scenarios.column.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            <tr className="scenario-plan">
              <th scope="row">{translate('scenarios.plan')}</th>
              <FigureCells figures={data?.plan} plan={undefined} missing={missing} />
              <td />
            </tr>
            {list.map((scenario) => (
              <ScenarioRow
                key={scenario.id}
                scenario={scenario}
                figures={figuresOf.get(scenario.id)}
                plan={data?.plan}
                missing={missing}
                onAdopted={onAdopted}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="small soft scenario-state">
        <p role="status">{translate(stateKey, error?.params)}</p>
        {error !== undefined ? (
          <button type="button" className="button" onClick={() => setRound(round + 1)}>
            {translate('scenarios.again')}
          </button>
        ) : (
          // The list in the top bar lies behind this dialog.
          <JobList />
        )}
      </div>
    </div>
  );
}

function ScenarioRow({
  scenario: { id, name, changes },
  figures,
  plan,
  missing,
  onAdopted,
}: {
  readonly scenario: Scenarios[number];
  readonly figures: Figures | undefined;
  readonly plan: Figures | undefined;
  readonly missing: string;
  readonly onAdopted: () => void;
}) {
  const { translate, locale } = useTranslator();
  const words = useChangeWords();
  const adopt = useCommand('scenario.adopt');
  const remove = useCommand('scenario.remove');
  const tell = useNotices((state) => state.tell);
  const onAdopt = async () => {
    const done = await adopt.run({ scenarioId: id, locale, today: today() });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onAdopted();
  };
  const onRemove = async () => {
    const done = await remove.run({ scenarioId: id });
    if (done) tell(done.labelKey, done.params, true);
  };
  const removeName = translate('scenarios.remove', { name });
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="small soft scenario-changes">{words(changes)}</span>
      </th>
      <FigureCells figures={figures} plan={plan} missing={missing} />
      <td>
        <span className="scenario-actions">
          <ChangeButton
            type="button"
            className="button"
            disabled={adopt.isRunning}
            aria-label={translate('scenarios.adoptNamed', { name })}
            onClick={() => void onAdopt()}
          >
            {translate(adopt.isRunning ? 'scenarios.adopting' : 'scenarios.adopt')}
          </ChangeButton>
          <ChangeButton
            type="button"
            className="icon-button"
            aria-label={removeName}
            title={removeName}
            disabled={remove.isRunning}
            onClick={() => void onRemove()}
          >
            <Trash2 size={16} aria-hidden />
          </ChangeButton>
        </span>
      </td>
    </tr>
  );
}

/** Six figures; of a scenario those that differ from the plan's stand out by weight. */
function FigureCells({ figures, plan, missing }: { readonly figures: Figures | undefined; readonly plan: Figures | undefined; readonly missing: string }) {
  const t = useTranslator();
  const texts = (of: Figures) => [
    of.finish === null ? '–' : t.date(of.finish),
    t.money(of.costCents, 'whole'),
    t.number(of.waves),
    t.number(of.peakAccountsPerWeek),
    t.number(of.missedRenewals),
    t.number(of.problems),
  ];
  const shown = figures === undefined ? columns.map(() => missing) : texts(figures);
  const stands = figures === undefined || plan === undefined ? shown : texts(plan);
  return columns.map((column, index) => (
    <td key={column} className={shown[index] === stands[index] ? 'number' : 'number is-different'}>
      {shown[index]}
    </td>
  ));
}
