import { TriangleAlert } from 'lucide-react';
import type { Output } from '../../../core/contract/contract.ts';
import { rangeShareKey } from '../../../core/domain/cost/costBand.ts';
import { savedWithTheMove } from '../../../core/report/costSeries.ts';
import { useRoute } from '../../core/route.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { AfterPaint } from '../../parts/AfterPaint.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { AssumptionTable } from './AssumptionTable.tsx';
import { CostDrawing } from './CostDrawing.tsx';
import { CostTable } from './CostTable.tsx';
import { useCostsView } from './costsView.ts';
import { KeyFigures } from './KeyFigures.tsx';
import { MissedRenewals } from './MissedRenewals.tsx';
import './costs.css';

export type Costs = Output<'cost.getCosts'>;

export function CostsPage() {
  const t = useTranslator();
  const { translate } = t;
  const locale = useSettings((state) => state.locale);
  const years = useCostsView((state) => state.years);
  const { data: costs, error } = useQuery('cost.getCosts', { locale, ...(years === null ? {} : { years }) });
  // Asked for beside the costs, so that the page does not wait for it; of other years it is not this page's.
  const { data: asked } = useQuery('cost.getBand', years === null ? {} : { years });
  const band = asked !== undefined && costs !== undefined && asked.years.length === costs.years.length ? asked : undefined;
  if (error && !costs) return <EmptyPage sentence={translate(error.messageKey, error.params)} />;
  if (!costs) return <PageHeading title={translate('window.page.costs')} lead={translate('window.loading')} />;
  const hasCosts = costs.lines.some((line) => line.byYear.some((amount) => amount !== 0)) || costs.stayTotalCents !== 0;
  const saved = savedWithTheMove(costs).totalCents;
  const lead = translate(saved >= 0 ? 'report.costs.leadLess' : 'report.costs.leadMore', {
    firstYear: String(costs.firstYear),
    lastYear: String(costs.years.at(-1) ?? costs.firstYear),
    plan: t.money(costs.totalCents, 'whole'),
    stay: t.money(costs.stayTotalCents, 'whole'),
    difference: t.money(Math.abs(saved), 'whole'),
  });
  return (
    <div className="costs-page">
      <PageHeading title={translate('window.page.costs')} {...(hasCosts ? { lead } : {})}>
        <YearsChoice />
      </PageHeading>
      {hasCosts ? (
        <>
          <KeyFigures costs={costs} band={band} />
          <Warnings costs={costs} />
          <CostDrawing costs={costs} band={band} />
        </>
      ) : (
        <NothingYet />
      )}
      <AfterPaint>
        {hasCosts && <CostTable costs={costs} band={band} />}
        {hasCosts && <MissedRenewals missed={costs.missedRenewals} />}
        <AssumptionTable used={hasCosts ? [...costs.assumptions.map(({ key }) => key), rangeShareKey] : []} />
      </AfterPaint>
    </div>
  );
}

function YearsChoice() {
  const { translate } = useTranslator();
  const { years, setYears } = useCostsView();
  return (
    <label className="field costs-years">
      <span>{translate('costsPage.years')}</span>
      <select value={years ?? ''} onChange={(event) => setYears(event.target.value === '' ? null : Number(event.target.value))}>
        <option value="">{translate('costsPage.yearsAuto')}</option>
        {[3, 5, 8, 10, 15, 20].map((count) => (
          <option key={count} value={count}>
            {translate('costsPage.yearCount', { count })}
          </option>
        ))}
      </select>
    </label>
  );
}

function NothingYet() {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  return (
    <div className="costs-nothing">
      <p>{translate('report.costs.none')}</p>
      <button type="button" className="button-primary" onClick={() => go('inventory')}>
        {translate('costsPage.toInventory')}
      </button>
    </div>
  );
}

/** What the figures leave out, and where to mend it. */
function Warnings({ costs }: { readonly costs: Costs }) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  // A missed renewal has a table of its own.
  const problems = costs.problems.filter(({ messageKey }) => messageKey !== 'cost.problem.contractRenews');
  if (problems.length === 0) return null;
  const places: Readonly<Record<string, readonly ['inventory' | 'mapping' | 'timeline', string]>> = {
    'cost.problem.itemsWithoutCost': ['inventory', 'costsPage.toInventory'],
    'cost.problem.contractsAboveItem': ['inventory', 'costsPage.toInventory'],
    'cost.problem.contractsWithoutEnd': ['inventory', 'costsPage.toInventory'],
    'cost.problem.undecidedItems': ['mapping', 'costsPage.toMapping'],
    'cost.problem.notScheduled': ['timeline', 'costsPage.toTimeline'],
  };
  return (
    <ul className="costs-warnings" aria-label={translate('costsPage.warnings')}>
      {problems.map((problem) => {
        const place = places[problem.messageKey];
        return (
          <li key={`${problem.messageKey} ${JSON.stringify(problem.params)}`}>
            <TriangleAlert size={16} aria-hidden />
            <span>
              <span className="visually-hidden">{translate(`common.severity.${problem.severity}`)}: </span>
              {translate(problem.messageKey, problem.params)}
            </span>
            {place && (
              <button type="button" className="button-quiet" onClick={() => go(place[0])}>
                {translate(place[1])}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
