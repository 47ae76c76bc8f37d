import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { WaveId } from '../../../core/domain/ids.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { endsOf, makespanOf, serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { earliestByLinks } from '../../../core/domain/schedule/problem/earliestByLinks.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { createPlanInsertion } from '../../../core/domain/schedule/search/planInsertion.ts';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { makeLink, makeTask, makeTimeline, makeTrack, trackId } from '../../support/scheduleFixtures.ts';

const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
const wave = (id: string, track: string, workingDays: number) =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', waveId: id as WaveId, trackId: trackId(track), accountCount: 100 * workingDays, workingDays });
const tracks = [makeTrack({ key: 'mail', accountsPerWeek: 500 }), makeTrack({ key: 'office', accountsPerWeek: 500 })];

describe('serialSchedule', () => {
  const problem = problemOf(makeTimeline({ tracks, tasks: [wave('a', 'mail', 2), wave('b', 'mail', 3), wave('c', 'office', 2)], links: [makeLink('b', 'c')] }));

  it('follows the list, or else takes what must start first', () => {
    expect([...serialSchedule(problem).start]).toEqual([3, 0, 3]);
    expect([...serialSchedule(problem, Int32Array.of(1, 2, 0)).start]).toEqual([3, 0, 3]);
    expect([...serialSchedule(problem, Int32Array.of(0, 1, 2)).start]).toEqual([0, 2, 5]);
  });

  it('has ends and a makespan, without those that have no dates', () => {
    const end = endsOf(problem, Int32Array.of(3, 0, -1));
    expect([...end, makespanOf({ end })]).toEqual([5, 3, -1, 5]);
  });
});

describe('earliestByLinks', () => {
  it('is the latest of a date of its own and of what has dates before it', () => {
    const tasks = [makeTask('a'), makeTask('b'), makeTask('c', { notBefore: isoDate('2027-01-06') })];
    const problem = problemOf(makeTimeline({ tasks, links: [makeLink('a', 'c', 5), makeLink('b', 'c', 5)] }));
    expect([earliestByLinks(problem, Int32Array.of(5, -1, -1), 2), earliestByLinks(problem, Int32Array.of(-1, -1, -1), 2)]).toEqual([10, 2]);
  });
});

describe('createPlanInsertion', () => {
  it('moves a task only where the links allow it', () => {
    const problem = problemOf(makeTimeline({ tasks: ['a', 'b', 'c'].map((id) => makeTask(id)), links: [makeLink('a', 'b')] }));
    const move = createPlanInsertion(problem, createRandom(1));
    const reached = new Set<string>();
    for (let each = 0; each < 200; each += 1) {
      const list = Int32Array.of(0, 1, 2);
      move(list);
      reached.add([...list].map((task) => problem.taskIds[task]).join(' '));
    }
    expect([...reached].sort()).toEqual(['a b c', 'a c b', 'c a b']);
  });
});
