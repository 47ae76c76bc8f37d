import { AppError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { firstOpenDay } from '../../domain/schedule/calendar/firstOpenDay.ts';
import type { TaskId } from '../../domain/ids.ts';
import { rescheduleTimeline } from '../../domain/schedule/placement/rescheduleTimeline.ts';
import type { ScheduledTimeline } from '../../domain/schedule/placement/scheduleTimeline.ts';
import type { Task, Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import { withDatesOf } from '../../domain/schedule/timeline/withDatesOf.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, planOf } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import { openByWave } from './openByWave.ts';
import { asOwnerHolds } from './planLeft.ts';

type HeldTimeline = { readonly before: Timeline; readonly task: Task; readonly after: Timeline; readonly scheduled: ScheduledTimeline };

/** The plan's timeline with one task held until a day and every task where it then stands; other waves that are done stay. Nothing is written. */
export function heldTimeline(context: AppContext, reader: PlanReader, input: { readonly taskId: TaskId; readonly notBefore: IsoDate | null }): HeldTimeline {
  const plan = planOf(reader);
  const before = reader.timeline();
  const task = before.tasks.find((candidate) => candidate.id === input.taskId);
  if (!task) throw new AppError('notFound', 'app.taskUnknown', { params: { task: input.taskId } });
  const moved: Task = { ...task, notBefore: input.notBefore };
  const held: Timeline = { ...before, tasks: before.tasks.map((one) => (one === task ? moved : one)) };
  const open = new Map([...openByWave(reader)].filter(([waveId]) => waveId !== task.waveId));
  const { calendar } = calendarOf(context, plan);
  const openFrom = firstOpenDay(reader.statusOn(), plan.startsOn, calendar);
  const left = asOwnerHolds(timelineLeft(held, open, openFrom), moved, openFrom);
  const scheduled = rescheduleTimeline(left, plan.startsOn, calendar);
  const tasks = withDatesOf(held.tasks, scheduled.tasks, ({ waveId }) => waveId !== null && open.get(waveId) === 0);
  return { before, task, after: { ...held, tasks }, scheduled: { ...scheduled, tasks } };
}
