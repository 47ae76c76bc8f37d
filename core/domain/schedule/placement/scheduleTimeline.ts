import { fromDayNumber } from '../../calendar.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Problem } from '../../problems.ts';
import { lowerBound } from '../bound/scheduleBound.ts';
import { createSchedulingProblem } from '../problem/schedulingProblem.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { serialSchedule } from './serialSchedule.ts';
import type { IndexSchedule } from './serialSchedule.ts';
import type { Task, Timeline } from '../timeline/timeline.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';

export type ScheduledTimeline = {
  /** The timeline's tasks in their order, with their dates; without dates where none could be given. */
  readonly tasks: readonly Task[];
  readonly finishesOn: IsoDate | null;
  /** The day before which no schedule of these tasks can finish. */
  readonly lowerBound: IsoDate | null;
  /** Share of the plan's working days by which it is at most too long: 0 is proven shortest, 0.1 at most a tenth too long. */
  readonly gap: number;
  readonly problems: readonly Problem[];
};

/**
 * Gives every task of a timeline its dates: earliest start by links, freezes, working calendar and shared capacity.
 * Nothing is thrown for a bad plan: tasks in a circle of links or with a demand above all capacity stay without dates and
 * become problems, everything else is scheduled. A gate has the first working day on which its evidence can be there,
 * and what waits for it may start on the same day.
 *
 * Example: a phase of 5 working days from Monday 2027-01-04 finishes on Friday 2027-01-08; the gate behind it stands on Monday 2027-01-11.
 */
export function scheduleTimeline(timeline: Timeline, projectStart: IsoDate, calendar: WorkingCalendar): ScheduledTimeline {
  const problem = createSchedulingProblem(timeline, projectStart, calendar);
  if (!problem) {
    const tasks = timeline.tasks.map((task) => ({ ...task, startsOn: null, finishesOn: null }));
    return { tasks, finishesOn: null, lowerBound: null, gap: 0, problems: [{ severity: 'error', messageKey: 'schedule.problem.tooLong', params: {} }] };
  }
  return describeSchedule(timeline, problem, serialSchedule(problem), calendar);
}

/**
 * Writes a schedule in working days as tasks with dates, with its bound and the problems it has; also for schedules that
 * another solver made.
 *
 * Example: two waves fill a lane for 5 days each, from Monday 2027-01-04 on, with one day lost between them:
 *
 *   day   0 1 2 3 4 5 6 7 8 9 10
 *   a     # # # # # . . . . . .
 *   b     . . . . . . # # # # #
 *
 * The last day is Monday the 18th; no schedule finishes before Friday the 15th, day 9. The gap is 1 of 11 days.
 */
export function describeSchedule(timeline: Timeline, problem: SchedulingProblem, schedule: IndexSchedule, calendar: WorkingCalendar): ScheduledTimeline {
  const dateOf = (index: number) => fromDayNumber(problem.dayOf[index] as number);
  let makespan = 0;
  let lastDay = -1;
  const tasks = timeline.tasks.map((task, index): Task => {
    const start = schedule.start[index] as number;
    if (start < 0) return { ...task, startsOn: null, finishesOn: null };
    const end = schedule.end[index] as number;
    makespan = Math.max(makespan, end);
    const last = Math.max(start, end - 1);
    lastDay = Math.max(lastDay, last);
    return { ...task, startsOn: dateOf(start), finishesOn: dateOf(last) };
  });
  const finishesOn = lastDay < 0 ? null : dateOf(lastDay);
  const bound = lowerBound(problem, schedule);
  const problems = [...circleProblems(timeline, schedule), ...impossibleProblems(timeline, problem, schedule)];
  if (finishesOn !== null && calendar.holidaysUntil !== null && finishesOn > calendar.holidaysUntil) {
    problems.push({ severity: 'warning', messageKey: 'schedule.problem.holidaysUnknown', params: { until: calendar.holidaysUntil, finish: finishesOn } });
  }
  return {
    tasks,
    finishesOn,
    lowerBound: finishesOn === null ? null : dateOf(Math.max(0, bound - 1)),
    gap: makespan > bound ? (makespan - bound) / makespan : 0,
    problems,
  };
}

function circleProblems(timeline: Timeline, schedule: IndexSchedule): Problem[] {
  return schedule.circles.map((circle) => {
    const members = circle.map((index) => timeline.tasks[index] as Task);
    const first = members[0] as Task;
    const names = members.map((task) => task.name);
    return {
      severity: 'error',
      messageKey: 'schedule.problem.circle',
      params: { tasks: names.slice(0, 10).join('; '), count: names.length },
      subject: { kind: 'task', id: first.id },
    };
  });
}

function impossibleProblems(timeline: Timeline, problem: SchedulingProblem, schedule: IndexSchedule): Problem[] {
  return schedule.impossible.map(({ task: index, resource: resourceIndex, needed }) => {
    const task = timeline.tasks[index] as Task;
    const resource = problem.resources[resourceIndex] as SchedulingResource;
    const unit = resource.name === 'lane' ? 5 : 60;
    return {
      severity: 'error',
      messageKey: `schedule.problem.demandAboveCapacity.${resource.name}`,
      params: { task: task.name, needed: needed / unit, capacity: resource.capacity / unit },
      subject: { kind: 'task', id: task.id },
    };
  });
}
