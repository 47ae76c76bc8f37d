import { type CSSProperties, memo } from 'react';
import type { Freeze } from '../../core/domain/schedule/timeline/timeline.ts';
import { type IsoDate, toDayNumber } from '../../core/domain/calendar.ts';
import { type GanttScale, ganttAxis, xOf } from './ganttScale.ts';

/** What lies under all rows: months, weeks where they are wide, days off where they can be seen, freezes of every track, today and the next day to decide by: under the bars, or lines would strike out their names. */
export const GanttBackdrop = memo(function GanttBackdrop({
  scale,
  freezes,
  holidays,
  today,
  deadlines,
}: {
  readonly scale: GanttScale;
  readonly freezes: readonly Freeze[];
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[];
  readonly today: number | null;
  readonly deadlines: readonly IsoDate[];
}) {
  const week = scale.pxPerDay * 7;
  const areDaysSeen = scale.pxPerDay >= 5;
  return (
    <div className="gantt-backdrop" aria-hidden="true">
      {week >= 10 && (
        <div
          className={areDaysSeen ? 'gantt-weekends' : 'gantt-weeks'}
          style={{ backgroundSize: `${week}px 100%`, '--weekend': `${scale.pxPerDay * 5}px` } as CSSProperties}
        />
      )}
      {ganttAxis(scale).months.map(({ day, x, month }) => (
        <div key={day} className={month === 1 ? 'gantt-line is-year' : 'gantt-line'} style={{ left: x }} />
      ))}
      {areDaysSeen &&
        holidays.map(({ date, name }) => (
          <div key={date} className="gantt-holiday" title={name} style={{ left: xOf(scale, toDayNumber(date)), width: scale.pxPerDay }} />
        ))}
      {freezes
        .filter((freeze) => freeze.trackId === null)
        .map((freeze) => (
          <div
            key={freeze.id}
            className="gantt-freeze"
            title={freeze.name}
            style={{ left: xOf(scale, toDayNumber(freeze.startsOn)), width: freezeWidth(freeze, scale) }}
          />
        ))}
      {today !== null && <div className="gantt-today" style={{ left: today }} />}
      {deadlines.map((date) => (
        <div key={date} className="gantt-deadline" style={{ left: xOf(scale, toDayNumber(date)) }} />
      ))}
    </div>
  );
});

export function freezeWidth(freeze: Freeze, scale: GanttScale): number {
  return Math.max(2, (toDayNumber(freeze.finishesOn) - toDayNumber(freeze.startsOn) + 1) * scale.pxPerDay);
}
