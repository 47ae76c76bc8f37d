import { memo } from 'react';
import { fromDayNumber } from '../../core/domain/calendar.ts';
import { useTranslator } from '../core/settings.ts';
import { type GanttScale, ganttAxis } from './ganttScale.ts';

/** What the word for today takes of the years' line. */
const todayWidth = 72;

/** A name goes along with the chart where its year or month is wider than this; every place that goes along costs time at each frame. */
const wide = 80;

/** What a name takes at least: a month or quarter that is cut narrower at the chart's edge has none. */
const narrowest = { long: 10, short: 10, letter: 10, quarter: 18 } as const;

/** Years, months and ISO weeks above the chart, as far as they are near what is in view. */
export const GanttAxisHead = memo(function GanttAxisHead({
  scale,
  today,
  fromDay,
  toDay,
}: {
  readonly scale: GanttScale;
  readonly today: number | null;
  readonly fromDay: number;
  readonly toDay: number;
}) {
  const { translate, month: monthName } = useTranslator();
  const axis = ganttAxis(scale, fromDay, toDay);
  return (
    <div className="gantt-axis" aria-hidden="true">
      {axis.years.map(({ day, x, width, year }) => {
        // Where today's word stands, the year begins after it, or is left out.
        const indent = today !== null && today > x - todayWidth && today < x + 40 ? today - x + todayWidth : 0;
        return (
          <div key={day} className={width > wide ? 'gantt-year is-wide' : 'gantt-year'} style={{ left: x, width }}>
            <span style={{ paddingLeft: indent || undefined }}>{width > 28 + indent ? year : ''}</span>
          </div>
        );
      })}
      {axis.months.map(({ day, x, width, month }) => (
        <div key={day} className={width > wide ? 'gantt-month is-wide' : 'gantt-month'} style={{ left: x, width }}>
          <span>
            {width < narrowest[axis.monthLabel]
              ? ''
              : axis.monthLabel === 'quarter'
                ? translate('timelinePage.quarter', { quarter: Math.ceil(month / 3) })
                : monthText(axis.monthLabel, width, monthName(fromDayNumber(day)).split(/[\s\u00a0]/)[0] ?? '', translate(`common.monthShort.${month}`))}
          </span>
        </div>
      ))}
      {axis.weeks.map(({ day, x, width, week, isLabelled }) => (
        <div key={day} className="gantt-week" style={{ left: x, width }}>
          {isLabelled && <span>{width >= 44 ? `${translate('common.weekPrefix')} ${week}` : week}</span>}
        </div>
      ))}
      {today !== null && (
        <div className="gantt-today-label" style={{ left: today }}>
          {translate('timelinePage.today')}
        </div>
      )}
    </div>
  );
});

function monthText(label: 'long' | 'short' | 'letter', width: number, long: string, short: string): string {
  if (label === 'long' && width >= 72) return long;
  if (label !== 'letter' && width >= 28) return short;
  return short.slice(0, 1).toUpperCase();
}
