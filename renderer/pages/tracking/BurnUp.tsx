import type { Output } from '../../../core/contract/contract.ts';
import { fromDayNumber, type IsoDate, toDayNumber } from '../../../core/domain/calendar.ts';
import { burnUp } from '../../../core/report/burnUp.ts';
import { niceScale } from '../../../core/report/scale.ts';
import { BurnUpChart } from '../../charts/BurnUpChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { useTranslator } from '../../core/settings.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { monthTicks } from './monthTicks.ts';
import type { TrackStatus } from './trackingView.ts';

type Forecast = Output<'tracking.getForecast'>['tracks'][number];

/** One track's plan, what has happened, and when it will be finished at the speed so far. */
export function BurnUp({ track, forecast, today }: { readonly track: TrackStatus; readonly forecast: Forecast | undefined; readonly today: IsoDate }) {
  const t = useTranslator();
  const { translate, number, date, isoWeek } = t;
  const { points, target, fan } = burnUp(track, forecast ?? null, today);
  const title = <TrackDot track={track.key} />;
  const summary = `${translate('trackingPage.burnUpSummary', { done: track.states.migrated, target, planned: track.plannedByToday, today })} ${forecastText(forecast, t)}`;
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined)
    return (
      <section className="chart-figure">
        <h2 className="chart-title">{title}</h2>
        <p className="soft">{translate('trackingPage.noWaves')}</p>
      </section>
    );

  const from = toDayNumber(first.on);
  const planEnd = toDayNumber(last.on);
  // A forecast far beyond the plan is named in words; the drawing stays readable.
  const farthest = from + (planEnd - from) * 2.5;
  const to = fan === null ? planEnd : Math.min(Math.max(planEnd, toDayNumber(fan.p95) + 14), Math.max(planEnd, farthest));
  const axis = niceScale(0, Math.max(target, ...points.map(({ planned }) => planned)), 4);
  const byDay = new Map(points.map((point) => [toDayNumber(point.on), point]));
  const colour = `var(--track-${track.key})`;
  const tip = (day: number) => {
    const point = byDay.get(day);
    if (point === undefined) return null;
    return (
      <>
        <p className="chart-tip-title">
          {isoWeek(point.on)} · {date(point.on)}
        </p>
        <table>
          <tbody>
            <tr>
              <th scope="row">{translate('trackingPage.planned')}</th>
              <td className="number">{number(point.planned)}</td>
            </tr>
            {point.migrated !== null && (
              <tr>
                <th scope="row">{translate('common.state.migrated')}</th>
                <td className="number">{number(point.migrated)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </>
    );
  };
  return (
    <ChartFigure
      title={title}
      summary={summary}
      controls={
        <ul className="chart-legend">
          <li>
            <span className="chart-legend-line chart-legend-dashed" style={{ borderColor: 'var(--ink-soft)' }} />
            {translate('trackingPage.planned')}
          </li>
          <li>
            <span className="chart-legend-line" style={{ borderColor: colour, borderTopWidth: 3 }} />
            {translate('common.state.migrated')}
          </li>
          {fan !== null && (
            <li>
              <span className="chart-legend-area" style={{ color: colour }} />
              {translate('trackingPage.fan')}
            </li>
          )}
        </ul>
      }
      table={
        <table className="tracking-plain">
          <thead>
            <tr>
              <th scope="col">{translate('trackingPage.week')}</th>
              <th scope="col">{translate('trackingPage.weekEnd')}</th>
              <th scope="col" className="number">
                {translate('trackingPage.planned')}
              </th>
              <th scope="col" className="number">
                {translate('common.state.migrated')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.slice(1).map((point) => (
              <tr key={point.on}>
                <th scope="row">{isoWeek(point.on)}</th>
                <td>{date(point.on)}</td>
                <td className="number">{number(point.planned)}</td>
                <td className="number">{point.migrated === null ? '–' : number(point.migrated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <BurnUpChart
        name={`${translate(`common.track.${track.key}`)}. ${summary}`}
        colour={colour}
        points={points.map(({ on, planned, migrated }) => ({ day: toDayNumber(on), planned, migrated }))}
        target={target}
        fan={
          fan === null
            ? null
            : { day: toDayNumber(fan.from.on), migrated: fan.from.migrated, p50: toDayNumber(fan.p50), p80: toDayNumber(fan.p80), p95: toDayNumber(fan.p95) }
        }
        from={from}
        to={to}
        ticks={monthTicks(fromDayNumber(from), lastLabelled(from, to)).map((on) => ({
          day: toDayNumber(on),
          text: `${translate(`common.monthShort.${Number(on.slice(5, 7))}`)} ${on.slice(0, 4)}`,
        }))}
        accounts={{ to: axis.to, ticks: axis.ticks.map((value) => ({ value, text: number(value) })) }}
        today={{ day: toDayNumber(today), label: translate('trackingPage.today') }}
        words={{ target: translate('trackingPage.target', { accounts: target }), p80: 'P80' }}
        tip={tip}
      />
    </ChartFigure>
  );
}

function forecastText(forecast: Forecast | undefined, { translate }: ReturnType<typeof useTranslator>): string {
  if (forecast === undefined) return '';
  const { p50, p80, p95, refusedKey, observedWeeks, accountsPerWeek } = forecast;
  if (refusedKey !== null || p50 === null || p80 === null || p95 === null) return refusedKey === null ? '' : translate(refusedKey, { weeks: observedWeeks });
  if (forecast.remaining <= 0) return translate('trackingPage.finishedOn', { date: p50 });
  return translate('trackingPage.forecast', { p50, p80, p95, weeks: observedWeeks, speed: Math.round(accountsPerWeek ?? 0) });
}

/** A month's name stands around its first day: so near to the end it would run past the drawing. */
function lastLabelled(from: number, to: number): IsoDate {
  return fromDayNumber(Math.floor(to - (to - from) / 24));
}
