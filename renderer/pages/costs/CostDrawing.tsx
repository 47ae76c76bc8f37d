import { costsByKind, cumulate, cumulatedByKind, cumulatedCosts } from '../../../core/report/costSeries.ts';
import { moneyScale } from '../../../core/report/moneyScale.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { CostChart, type CostPoint } from '../../charts/CostChart.tsx';
import { KindSwatch } from '../../charts/KindPatterns.tsx';
import { hasNothingToPayBack } from '../../../core/domain/cost/appraise.ts';
import { useTranslator } from '../../core/settings.ts';
import '../../parts/filters.css';
import { AmountRows } from './AmountRows.tsx';
import type { Costs } from './CostsPage.tsx';
import { type Band, breakEvenRange } from './breakEvenRange.ts';
import { type Drawing, useCostsView } from './costsView.ts';

const drawings: readonly Drawing[] = ['byYear', 'addedUp'];

/** Old licences ending and new costs rising, year by year or added up since the start. */
export function CostDrawing({ costs, band }: { readonly costs: Costs; readonly band: Band | undefined }) {
  const t = useTranslator();
  const { translate, number, money, date } = t;
  const { drawing, setDrawing } = useCostsView();
  const isStepped = drawing === 'byYear';
  const series = seriesOf(costs, band, drawing);
  const { euroPerUnit, from, to, ticks } = moneyScale(0, Math.max(0, ...series.plan, ...series.stay, ...series.high));
  const breakEven = cumulatedCosts(costs).breakEven;
  const isFree = hasNothingToPayBack(costs);
  const first = costs.firstYear;
  const last = first + costs.years.length;
  const kinds = series.kinds.map(({ kind }) => ({ kind, label: translate(`common.costKind.${kind}`) }));
  const sentence = isStepped
    ? translate('costsPage.yearsSummary', {
        breakEven:
          breakEven === null ? translate(isFree ? 'costsPage.nothingToPay' : 'costsPage.neverPaid') : translate('costsPage.paidOn', { date: breakEven.on }),
      })
    : breakEven === null
      ? translate(isFree ? 'report.costs.cumulatedCaptionNothing' : 'report.costs.cumulatedCaptionNone')
      : translate('report.costs.cumulatedCaption', { date: breakEven.on });
  const summary =
    band === undefined
      ? sentence
      : [sentence, translate('costsPage.breakEvenNote', { range: breakEvenRange(band, t) }), translate('costsPage.bandNote')].join(' ');

  const tip = (at: number) => {
    // A sum belongs to the end of its year: the point at 2028 is what 2027 has brought.
    const index = isStepped ? Math.min(costs.years.length - 1, Math.floor(at - first)) : Math.round(at - first);
    const title = isStepped || index === 0 ? String(first + index) : translate('costsPage.upToEndOf', { year: String(first + index - 1) });
    return (
      <>
        <p className="chart-tip-title">{title}</p>
        <table>
          <tbody>
            {series.kinds.map(({ kind, values }) => (
              <tr key={kind}>
                <th scope="row">
                  <span className="kind-name">
                    <KindSwatch kind={kind} />
                    {translate(`common.costKind.${kind}`)}
                  </span>
                </th>
                <td className="number">{money(values[index] ?? 0, 'whole')}</td>
              </tr>
            ))}
            <tr className="chart-tip-sum">
              <th scope="row">{translate('report.costs.plan')}</th>
              <td className="number">{money(series.plan[index] ?? 0, 'whole')}</td>
            </tr>
            {series.high.length > 0 && (
              <tr>
                <th scope="row">{translate('costsPage.band')}</th>
                <td className="number">
                  {translate('costsPage.fromTo', { from: money(series.low[index] ?? 0, 'whole'), to: money(series.high[index] ?? 0, 'whole') })}
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">{translate('report.costs.stay')}</th>
              <td className="number">{money(series.stay[index] ?? 0, 'whole')}</td>
            </tr>
          </tbody>
        </table>
      </>
    );
  };

  return (
    <ChartFigure
      title={translate('costsPage.drawing')}
      summary={summary}
      controls={
        <fieldset className="segments costs-choice" aria-label={translate('costsPage.drawing')}>
          {drawings.map((choice) => (
            <button key={choice} type="button" aria-pressed={drawing === choice} onClick={() => setDrawing(choice)}>
              {translate(`costsPage.${choice}`)}
            </button>
          ))}
        </fieldset>
      }
      legend={
        <ul className="chart-legend">
          {kinds.map(({ kind, label }) => (
            <li key={kind}>
              <KindSwatch kind={kind} />
              {label}
            </li>
          ))}
          {band !== undefined && (
            <li>
              <span className="chart-legend-band" />
              {translate('costsPage.band')}
            </li>
          )}
          <li>
            <span className="chart-legend-line chart-legend-dashed" />
            {translate('report.costs.stay')}
          </li>
        </ul>
      }
      table={
        <table className="costs-table">
          <thead>
            <tr>
              <th scope="col">{translate('report.column.kind')}</th>
              {(isStepped ? costs.years : costs.years.map((year) => translate('costsPage.endOf', { year: String(year) }))).map((text) => (
                <th key={text} scope="col" className="number">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[
              ...series.kinds.map(({ kind, values }) => ({ name: translate(`common.costKind.${kind}`), values, kind })),
              { name: translate('report.costs.plan'), values: series.plan, kind: undefined },
              ...(series.high.length === 0
                ? []
                : [
                    { name: translate('costsPage.bandLow'), values: series.low, kind: undefined },
                    { name: translate('costsPage.bandHigh'), values: series.high, kind: undefined },
                  ]),
              { name: translate('report.costs.stay'), values: series.stay, kind: undefined },
            ].map(({ name, values, kind }) => (
              <AmountRows key={name} name={name} kind={kind} amounts={isStepped ? values : values.slice(1)} />
            ))}
          </tbody>
        </table>
      }
    >
      <CostChart
        name={`${translate('costsPage.drawing')}. ${summary}`}
        kinds={kinds}
        points={isStepped ? stepPoints(series, first) : linePoints(series, first)}
        isStepped={isStepped}
        from={first}
        to={last}
        ticks={
          isStepped
            ? costs.years.map((year) => ({ at: year + 0.5, text: String(year) }))
            : [...costs.years, last].map((year) => ({ at: year, text: String(year) }))
        }
        amounts={{
          from: from * euroPerUnit * 100,
          to: to * euroPerUnit * 100,
          ticks: ticks.map((value) => ({ cents: Math.round(value * euroPerUnit * 100), text: number(value) })),
          unit: translate(`report.costs.unit.${euroPerUnit}`),
        }}
        stayLabel={translate('report.costs.stay')}
        mark={
          breakEven === null
            ? null
            : { at: first + breakEven.years, cents: isStepped ? null : breakEven.cents, label: translate('costsPage.breakEven', { date: date(breakEven.on) }) }
        }
        tip={tip}
      />
    </ChartFigure>
  );
}

type Series = {
  readonly kinds: readonly { readonly kind: ReturnType<typeof costsByKind>[number]['kind']; readonly values: readonly number[] }[];
  readonly plan: readonly number[];
  readonly stay: readonly number[];
  /** Empty until the band is known. */
  readonly low: readonly number[];
  readonly high: readonly number[];
};

function seriesOf(costs: Costs, band: Band | undefined, drawing: Drawing): Series {
  const low = band?.low.totalsByYear ?? [];
  const high = band?.high.totalsByYear ?? [];
  if (drawing === 'byYear')
    return { kinds: costsByKind(costs).map(({ kind, byYear }) => ({ kind, values: byYear })), plan: costs.totalsByYear, stay: costs.stayByYear, low, high };
  const { plan, stay } = cumulatedCosts(costs);
  return {
    kinds: cumulatedByKind(costs).map(({ kind, sums }) => ({ kind, values: sums })),
    plan,
    stay,
    low: band === undefined ? [] : cumulate(low),
    high: band === undefined ? [] : cumulate(high),
  };
}

const pointOf = (series: Series, index: number, at: number): CostPoint => ({
  at,
  kinds: Object.fromEntries(series.kinds.map(({ kind, values }) => [kind, Math.max(0, values[index] ?? 0)])),
  stay: series.stay[index] ?? 0,
  plan: series.plan[index] ?? 0,
  band: series.high.length === 0 ? null : [series.low[index] ?? 0, series.high[index] ?? 0],
});

/** A year's amount stands over the whole year: its point is in the middle, the outer edges repeat the outer years. */
function stepPoints(series: Series, first: number): readonly CostPoint[] {
  const count = series.plan.length;
  return [pointOf(series, 0, first), ...series.plan.map((_, index) => pointOf(series, index, first + index + 0.5)), pointOf(series, count - 1, first + count)];
}

function linePoints(series: Series, first: number): readonly CostPoint[] {
  return series.plan.map((_, index) => pointOf(series, index, first + index));
}
