import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { headsAndTails } from '../../../core/domain/schedule/bound/headsAndTails.ts';
import { createNeededDays } from '../../../core/domain/schedule/bound/neededDays.ts';
import { makespanOf } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { lowerBound } from '../../../core/domain/schedule/bound/scheduleBound.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { arbitraryTimeline } from '../../support/arbitraryTimeline.ts';
import { listsOf } from '../../support/listsOf.ts';
import { makeFreeze, makeLink, makeTask, makeTimeline, makeTrack, trackId } from '../../support/scheduleFixtures.ts';

const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
const boundOf = (problem: SchedulingProblem) => lowerBound(problem, serialSchedule(problem));
const tracks = (['mail', 'files'] as const).map((key) => makeTrack({ key }));
const wave = (id: string, workingDays: number, track = 'mail') =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', trackId: trackId(track), accountCount: workingDays * 20, workingDays });
const waves = ['w1', 'w2', 'w3'].map((id) => wave(id, 5));

describe('lowerBound', () => {
  it('is the work of a lane and the shortest chain behind it', () => {
    const tasks = [...waves, makeTask('run', { workingDays: 20 })];
    expect(boundOf(problemOf(makeTimeline({ tracks, tasks, links: waves.map(({ id }) => makeLink(id, 'run')) })))).toBe(35);
  });

  // mail   w1w1w1w1w1w2w2w2w2w2w3w3w3w3w3
  // files                                f1f1f1f1f1f2f2f2f2f2
  it('adds the work of two lanes where the second has to wait for the whole first', () => {
    const later = ['f1', 'f2'].map((id) => wave(id, 5, 'files'));
    const links = waves.flatMap(({ id }) => later.map((task) => makeLink(id, task.id)));
    expect(boundOf(problemOf(makeTimeline({ tracks, tasks: [...waves, ...later], links })))).toBe(25);
  });

  it('counts heads and tails with the work that stands between', () => {
    const tasks = [makeTask('gate', { kind: 'gate', workingDays: 0 }), ...waves, makeTask('run', { workingDays: 20 })];
    const links = waves.flatMap(({ id }) => [makeLink('gate', id), makeLink(id, 'run')]);
    const problem = problemOf(makeTimeline({ tracks, tasks, links }));
    const needed = problem.resources.map((resource) => createNeededDays(problem, resource, [1, 2, 3]));
    const { head, tail } = headsAndTails(problem, { order: Int32Array.of(0, 1, 2, 3, 4), isImpossible: new Uint8Array(5), needed });
    expect([[...head], [...tail]]).toEqual([
      [0, 0, 0, 0, 15],
      [35, 20, 20, 20, 0],
    ]);
  });

  it('knows that a lane stands still while it is frozen', () => {
    const freezes = [makeFreeze('2027-01-11', '2027-01-15')];
    expect(boundOf(problemOf(makeTimeline({ tracks, tasks: waves, freezes })))).toBe(20);
  });

  it('is never above the shortest of all schedules', () => {
    fc.assert(
      fc.property(arbitraryTimeline(5), (timeline) => {
        const problem = problemOf(timeline);
        const bound = boundOf(problem);
        for (const list of listsOf(problem)) expect(makespanOf(serialSchedule(problem, Int32Array.from(list)))).toBeGreaterThanOrEqual(bound);
      }),
      { numRuns: 300 },
    );
  });
});
