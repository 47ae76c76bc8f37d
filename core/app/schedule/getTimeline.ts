import type { Output } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { brokenDates } from '../../domain/schedule/explain/brokenDates.ts';
import { criticalChain } from '../../domain/schedule/explain/criticalChain.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { pinDone } from '../../domain/schedule/problem/pinDone.ts';
import { isPinned } from '../../domain/schedule/problem/pinTasks.ts';
import { createSchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { plainProblem } from '../plainProblem.ts';
import { calendarOf } from './calendarOf.ts';
import { gapOf } from './gapOf.ts';
import { openByWave } from './openByWave.ts';
import { planContractDates } from './planContractDates.ts';

export function getTimeline(context: AppContext): Output<'schedule.getTimeline'> {
  return openStore(context).read((reader) => {
    const plan = planOf(reader);
    const timeline = reader.timeline();
    const { holidays, calendar } = calendarOf(context, plan);
    const finishesOn = lastFinish(timeline);
    // Null for a plan of centuries: nothing is said of dates that far away.
    const open = openByWave(reader);
    const left = timelineLeft(timeline, open);
    const problem = createSchedulingProblem(left, plan.startsOn, calendar);
    const pinned = problem && pinDone(problem, timeline, open);
    const done = new Set(pinned ? timeline.tasks.filter((_, task) => isPinned(pinned, task)).map(({ id }) => id) : []);
    const contracts = planContractDates(context, reader);
    return {
      timeline: timelineOutput(timeline),
      startsOn: plan.startsOn,
      finishesOn,
      decisions: [...contracts.decisions],
      holidays: holidays.filter(({ date }) => finishesOn === null || date <= finishesOn).map((holiday) => ({ ...holiday })),
      problems: contracts.problems.map(plainProblem),
      gap: pinned && gapOf(left, pinned),
      criticalTasks: problem ? [...criticalChain(left, problem)] : [],
      brokenTasks: problem ? brokenDates(left, problem).filter((id) => !done.has(id)) : [],
    };
  });
}

export function timelineOutput(timeline: Timeline): Output<'schedule.getTimeline'>['timeline'] {
  return {
    tracks: timeline.tracks.map((track) => ({ ...track, phases: track.phases.map((phase) => ({ ...phase })) })),
    waves: timeline.waves.map((wave) => ({ ...wave, parts: wave.parts.map((part) => ({ ...part })) })),
    tasks: timeline.tasks.map((task) => ({ ...task })),
    freezes: timeline.freezes.map((freeze) => ({ ...freeze })),
    capacities: timeline.capacities.map((capacity) => ({ ...capacity })),
  };
}

export function lastFinish(timeline: Timeline): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { finishesOn } of timeline.tasks) if (finishesOn !== null && (last === null || finishesOn > last)) last = finishesOn;
  return last;
}
