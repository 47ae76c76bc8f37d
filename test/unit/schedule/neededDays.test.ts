import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createNeededDays } from '../../../core/domain/schedule/neededDays.ts';
import { createSchedulingProblem, type SchedulingProblem, type SchedulingResource } from '../../../core/domain/schedule/schedulingProblem.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/workingCalendar.ts';
import { makeTimeline } from '../../support/scheduleFixtures.ts';

const problem = createSchedulingProblem(makeTimeline({}), isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
const days = (kind: SchedulingResource['kind'], demands: readonly number[]) => {
  const needed = createNeededDays(problem, { kind, capacity: 100, name: kind === 'front' ? 'lane' : 'crew', trackId: null }, []);
  for (const demand of demands) needed.add(demand);
  return needed.least();
};

describe('createNeededDays', () => {
  it('gives each wave of a day and more its own days of the lane', () => {
    expect(days('front', [250, 250, 30])).toBe(6);
    expect(days('front', [250, 250, 30, 90])).toBe(7);
  });

  it('lets people work for several at a time', () => {
    expect(days('even', [250, 250, 30])).toBe(6);
    expect(days('even', [250, 230])).toBe(5);
  });
});
