import type { Output } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { brokenDates } from '../../domain/schedule/explain/brokenDates.ts';
import { criticalChain } from '../../domain/schedule/explain/criticalChain.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { isPinned } from '../../domain/schedule/problem/pinTasks.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { plainProblem } from '../plainProblem.ts';
import { calendarOf } from './calendarOf.ts';
import { gapOf } from './gapOf.ts';
import { planContractDates } from './planContractDates.ts';
import { planLeft } from './planLeft.ts';

export function getTimeline(context: AppContext): Output<'schedule.getTimeline'> {
  return openStore(context).read((reader) => {
    const plan = planOf(reader);
    const timeline = reader.timeline();
    const { holidays } = calendarOf(context, plan);
    const finishesOn = lastFinish(timeline);
    const { left, problem, pinned } = planLeft(context, reader, timeline);
    const standing = new Set(pinned ? timeline.tasks.filter((_, task) => isPinned(pinned, task)).map(({ id }) => id) : []);
    const contracts = planContractDates(context, reader);
    return {
      timeline: timelineOutput(timeline),
      startsOn: plan.startsOn,
      statusOn: reader.statusOn(),
      finishesOn,
      decisions: [...contracts.decisions],
      holidays: holidays.filter(({ date }) => finishesOn === null || date <= finishesOn).map((holiday) => ({ ...holiday })),
      problems: contracts.problems.map(plainProblem),
      gap: pinned && gapOf(left, pinned),
      criticalTasks: problem ? [...criticalChain(left, problem)] : [],
      brokenTasks: problem ? brokenDates(left, problem).filter((id) => !standing.has(id)) : [],
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
