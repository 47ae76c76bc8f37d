import { toDayNumber } from '../calendar.ts';
import type { CostInput } from './costInput.ts';
import { firstDayOf, type Horizon, yearOf } from './flow.ts';

const fewestYears = 3;
/** What moving costs lies before the finish, what it saves after it: fewer years would show the price without the return. */
const yearsAfterFinish = 3;
const mostYears = 30;

/**
 * The days whose costs are counted: from the plan's start to the end of the last year, which is the third one after the
 * last task, at least three calendar years, or the years asked for.
 *
 * Example: a plan from 2027-03-01 with a finish in 2029 is counted to 2032-12-31.
 */
export function horizonOf(input: CostInput): Horizon {
  const firstDay = toDayNumber(input.startsOn);
  const firstYear = yearOf(firstDay);
  const finishes = input.timeline.tasks.flatMap((task) => (task.finishesOn === null ? [] : [Number(task.finishesOn.slice(0, 4))]));
  const wanted = input.years ?? Math.max(fewestYears, Math.max(firstYear, ...finishes) + yearsAfterFinish - firstYear + 1);
  const count = Math.min(mostYears, Math.max(1, Math.floor(wanted)));
  return { firstDay, lastDay: firstDayOf(firstYear + count) - 1 };
}
