import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { freezeClash, startOutsideFreezes } from '../../../core/domain/schedule/problem/freezeClash.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { makeFreeze, makeTask, makeTimeline } from '../../support/scheduleFixtures.ts';

// January 2027     7  8 [11][12][13] 14 [15][18] 19 20 21
// working day      3  4   5   6   7   8   9  10  11 12 13
const timeline = makeTimeline({
  tasks: [makeTask('wave', { kind: 'wave', phase: 'rollOut', accountCount: 60, workingDays: 3 }), makeTask('phase', { workingDays: 3 })],
  freezes: [makeFreeze('2027-01-11', '2027-01-13'), makeFreeze('2027-01-15', '2027-01-18')],
});
const problem = createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;

describe('freezeClash', () => {
  it('names the freeze that a wave reaches into, and the next start that it leaves open', () => {
    expect([freezeClash(problem, 0, 2), freezeClash(problem, 0, 3), freezeClash(problem, 1, 3)]).toEqual([null, { freezeIndex: 0, nextStart: 8 }, null]);
  });
});

describe('startOutsideFreezes', () => {
  it('goes on where the next start runs into the next freeze', () => {
    expect([startOutsideFreezes(problem, 0, 3), startOutsideFreezes(problem, 0, 2), startOutsideFreezes(problem, 1, 3)]).toEqual([11, 2, 3]);
  });
});
