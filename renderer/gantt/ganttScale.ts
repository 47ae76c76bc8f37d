import { addMonthsToDay, type DayNumber, fromDayNumber, type IsoDate, isoDate, isoWeek, toDayNumber, weekday } from '../../core/domain/calendar.ts';

/** Where the days stand: `pxPerDay` pixels each, from the left edge of `firstDay`, a Monday. */
export type GanttScale = { readonly firstDay: DayNumber; readonly days: number; readonly pxPerDay: number };

export const zoomSteps = { weeks: 12, months: 3, quarters: 1 } as const;
const closest = 24;
/** Eight years beside a panel in a small window. */
const widest = 0.12;

/** The left edge of a day, in pixels from the chart's left edge. */
export function xOf(scale: GanttScale, day: DayNumber): number {
  return (day - scale.firstDay) * scale.pxPerDay;
}

/** The day under a place of the chart, fractions included. */
export function dayAt(scale: GanttScale, x: number): number {
  return scale.firstDay + x / scale.pxPerDay;
}

export function clampZoom(pxPerDay: number): number {
  return Math.min(closest, Math.max(widest, pxPerDay));
}

/** The zoom at which all days fit into a width: 700 days in 1,050 pixels are 1.5 pixels a day. */
export function fitZoom(days: number, width: number): number {
  return clampZoom(width / Math.max(1, days));
}

/**
 * The days that the chart shows, whole weeks: from the plan's start to its last task with some air, the decisions between
 * them and those of the quarter after, and today where it is not far off.
 *
 * Example: a plan from Monday 4 January 2027 to Friday 8 January runs from 28 December 2026 to 7 February 2027: 6 weeks.
 */
export function chartRange(input: {
  readonly startsOn: IsoDate;
  readonly finishesOn: IsoDate | null;
  readonly today: IsoDate;
  readonly decisions: readonly IsoDate[];
}): {
  readonly firstDay: DayNumber;
  readonly days: number;
} {
  const start = toDayNumber(input.startsOn);
  const finish = input.finishesOn === null ? start + 364 : toDayNumber(input.finishesOn);
  const today = toDayNumber(input.today);
  const near = [...input.decisions.map(toDayNumber).filter((day) => day <= finish + 91), today].filter((day) => day >= start - 56 && day <= finish + 91);
  const first = Math.min(start, ...near) - 7;
  const last = Math.max(finish + 28, ...near.map((day) => day + 14));
  const firstDay = first - weekday(first) + 1;
  return { firstDay, days: Math.ceil((last + 1 - firstDay) / 7) * 7 };
}

type AxisCell = { readonly day: DayNumber; readonly x: number; readonly width: number };
type MonthCell = AxisCell & { readonly year: number; readonly month: number };
type WeekCell = AxisCell & { readonly week: number; readonly isLabelled: boolean };

type GanttAxis = {
  readonly years: readonly (AxisCell & { readonly year: number })[];
  /** Where a month has no room for a letter, each stands for its whole quarter. */
  readonly months: readonly MonthCell[];
  /** How much of a month's name there is room for. */
  readonly monthLabel: 'long' | 'short' | 'letter' | 'quarter';
  readonly weeks: readonly WeekCell[];
};

/** Steps in which week numbers are left out when they would touch. */
const weekSteps = [1, 2, 4, 8, 13, 26] as const;
const weekLabelWidth = 20;

/**
 * Years, months and ISO weeks of the chart, or those of it that lie between two days, with as many week numbers as there
 * is room for. Weeks without one are left out where they are too thin to see.
 */
export function ganttAxis(scale: GanttScale, fromDay = Number.NEGATIVE_INFINITY, toDay = Number.POSITIVE_INFINITY): GanttAxis {
  const end = scale.firstDay + scale.days;
  const isSeen = ({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }) => to >= fromDay && from <= toDay;
  const cell = (from: DayNumber, to: DayNumber): AxisCell => ({ day: from, x: xOf(scale, from), width: (to - from) * scale.pxPerDay });
  const monthWidth = 30 * scale.pxPerDay;
  const monthLabel = monthWidth >= 84 ? 'long' : monthWidth >= 30 ? 'short' : monthWidth >= 12 ? 'letter' : 'quarter';
  const months = runs(scale.firstDay, end, monthLabel === 'quarter' ? 'quarter' : 'month')
    .filter(isSeen)
    .map(({ from, to, name }): MonthCell => ({ ...cell(from, to), year: Number(name.slice(0, 4)), month: Number(name.slice(5, 7)) }));
  const weekWidth = 7 * scale.pxPerDay;
  const step = weekSteps.find((candidate) => candidate * weekWidth >= weekLabelWidth) ?? 52;
  const weeks: WeekCell[] = [];
  for (let day = scale.firstDay; day < end; day += 7) {
    if (!isSeen({ from: day, to: day + 7 })) continue;
    const { week } = isoWeek(fromDayNumber(day));
    const isLabelled = (week - 1) % step === 0 && (step === 1 || week + step <= 54) && (end - day) * scale.pxPerDay >= weekLabelWidth;
    if (isLabelled || weekWidth >= 10) weeks.push({ ...cell(day, day + 7), week, isLabelled });
  }
  return {
    years: runs(scale.firstDay, end, 'year')
      .filter(isSeen)
      .map(({ from, to, name }) => ({ ...cell(from, to), year: Number(name.slice(0, 4)) })),
    months,
    monthLabel,
    weeks,
  };
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** Days of one month, quarter or year, each named by the date of its first month. */
function runs(firstDay: DayNumber, end: DayNumber, span: keyof typeof monthsOf): { readonly from: DayNumber; readonly to: DayNumber; readonly name: string }[] {
  const months = monthsOf[span];
  const result: { from: DayNumber; to: DayNumber; name: string }[] = [];
  for (let from = firstDay; from < end; ) {
    const date = fromDayNumber(from);
    const month = Number(date.slice(5, 7));
    const name = `${date.slice(0, 5)}${String(month - ((month - 1) % months)).padStart(2, '0')}`;
    const to = Math.min(end, addMonthsToDay(isoDate(`${name}-01`), months));
    result.push({ from, to, name });
    from = to;
  }
  return result;
}
