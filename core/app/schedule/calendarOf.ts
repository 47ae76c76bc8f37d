import type { IsoDate } from '../../domain/calendar.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../../domain/schedule/calendar/workingCalendar.ts';
import type { PlanDetails } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

/** Years after the start for which holidays are computed; a plan that runs longer says so as a problem. */
const yearsAhead = 15;

export type PlanCalendar = { readonly calendar: WorkingCalendar; readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[] };

/** Working days of the plan's country and region from its start on. */
export function calendarOf(context: AppContext, plan: PlanDetails): PlanCalendar {
  const firstYear = Number(plan.startsOn.slice(0, 4));
  const holidays = context.holidays.between(plan.country, plan.region, firstYear, Math.min(9999, firstYear + yearsAhead));
  return { calendar: createWorkingCalendar(holidays.map((holiday) => holiday.date)), holidays };
}
