import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import { toDayNumber } from '../../core/domain/calendar.ts';
import type { Capacity, Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { WeekLoad } from '../../core/domain/schedule/explain/weeklyLoad.ts';
import { useTranslator } from '../core/settings.ts';
import { dayAt, type GanttScale, xOf } from './ganttScale.ts';
import { type LoadMeasure, loadShapes, weekValue } from './loadShapes.ts';

const workingDaysAWeek = 5;
const measures: readonly LoadMeasure[] = ['accounts', 'trainers', 'crew'];

/** What the plan asks of people week by week, on the chart's own time axis. */
export const LoadHistogram = memo(function LoadHistogram({
  weeks,
  tracks,
  capacities,
  measure,
  onMeasure,
  scale,
  height,
}: {
  readonly weeks: readonly WeekLoad[];
  readonly tracks: readonly Track[];
  readonly capacities: readonly Capacity[];
  readonly measure: LoadMeasure;
  readonly onMeasure: (measure: LoadMeasure) => void;
  readonly scale: GanttScale;
  readonly height: number;
}) {
  const t = useTranslator();
  const [picked, setPicked] = useState<number | null>(null);
  const minutes = capacities.find((capacity) => capacity.resource === measure)?.minutesPerDay;
  const capacity = minutes === undefined ? null : (minutes * workingDaysAWeek) / 60;
  const shapes = useMemo(() => loadShapes({ weeks, tracks, measure, capacity, scale, height }), [weeks, tracks, measure, capacity, scale, height]);
  const peak = weeks.reduce((most, week, index) => (weekValue(week, measure) > weekValue(weeks[most] as WeekLoad, measure) ? index : most), 0);
  const shownIndex = picked ?? peak;
  const shown = weeks[shownIndex];
  const amount = (week: WeekLoad) => t.translate(`timelinePage.load.${measure}`, { value: Math.round(weekValue(week, measure)) });
  const sentence = (week: WeekLoad) => {
    const parts =
      measure === 'accounts'
        ? tracks.flatMap((track) => (week.accounts.get(track.id) ? [`${track.name} ${t.number(week.accounts.get(track.id) ?? 0)}`] : []))
        : [];
    return [`${t.isoWeek(week.startsOn)}: ${amount(week)}`, ...(parts.length > 1 ? parts : [])].join(' · ');
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const day = dayAt(scale, event.clientX - event.currentTarget.getBoundingClientRect().left);
    const index = Math.floor((day - (weeks[0] ? toDayNumber(weeks[0].startsOn) : 0)) / 7);
    setPicked(index >= 0 && index < weeks.length ? index : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: shownIndex + 1, ArrowLeft: shownIndex - 1, Home: 0, End: weeks.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setPicked(Math.min(weeks.length - 1, Math.max(0, to)));
  };

  return (
    <div className="gantt-load">
      <div className="gantt-load-head">
        <label className="gantt-measure">
          <span className="visually-hidden">{t.translate('timelinePage.load')}</span>
          <select value={measure} onChange={(event) => onMeasure(measures.find((candidate) => candidate === event.target.value) ?? 'accounts')}>
            {measures.map((candidate) => (
              <option key={candidate} value={candidate}>
                {t.translate(`timelinePage.measure.${candidate}`)}
              </option>
            ))}
          </select>
        </label>
        {shown && (
          <p className="small">
            <span className="soft">
              {picked === null ? t.translate('timelinePage.load.peak', { week: t.isoWeek(shown.startsOn) }) : t.isoWeek(shown.startsOn)}
            </span>
            <strong>{amount(shown)}</strong>
          </p>
        )}
        {capacity !== null && <p className="small soft">{t.translate('timelinePage.load.capacity', { value: Math.round(capacity) })}</p>}
      </div>
      {shown && (
        <div
          className="gantt-load-drawing"
          role="slider"
          tabIndex={0}
          aria-label={t.translate('timelinePage.load')}
          aria-valuemin={1}
          aria-valuemax={weeks.length}
          aria-valuenow={shownIndex + 1}
          aria-valuetext={sentence(shown)}
          title={picked === null ? undefined : sentence(shown)}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPicked(null)}
          onKeyDown={onKeyDown}
        >
          <svg width={scale.days * scale.pxPerDay} height={height} aria-hidden="true" focusable="false">
            {shapes.ticks.map(({ value, y }) => (
              <path key={value} className="gantt-load-tick" d={`M0 ${y}H${scale.days * scale.pxPerDay}`} />
            ))}
            {picked !== null && (
              <rect className="gantt-load-week" x={xOf(scale, toDayNumber(shown.startsOn))} y={0} width={scale.pxPerDay * 7} height={height} />
            )}
            {shapes.paths.map(({ track, d }) => (
              <path key={track ?? 'hours'} d={d} fill={track === null ? 'var(--ink-soft)' : `var(--track-${track})`} />
            ))}
            {shapes.capacityY !== null && <path className="gantt-load-capacity" d={`M0 ${shapes.capacityY}H${scale.days * scale.pxPerDay}`} />}
          </svg>
          <div className="gantt-load-scale" aria-hidden="true">
            {shapes.ticks.slice(1).map(({ value, y }) => (
              <span key={value} className="small soft" style={{ top: y }}>
                {t.number(value)}
              </span>
            ))}
          </div>
        </div>
      )}
    </div>
  );
});
