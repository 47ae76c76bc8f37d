import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { WaveId } from '../../../core/domain/ids.ts';
import type { PlanTemplate } from '../../../core/domain/schedule/timeline/planTemplate.ts';
import { describeSchedule } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { type FoundPlan, searchSchedules, usualPasses } from '../../../core/domain/schedule/search/searchSchedules.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { makespanOf } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { readPlanTemplate } from '../../../formats/read/planTemplateYaml.ts';
import { checkSchedule } from '../../support/checkSchedule.ts';
import { makeFreeze, makeLink, makeTask, makeTimeline, makeTrack, makeUnits, timelineFromTemplate } from '../../support/scheduleFixtures.ts';

const file = new URL('../../../templates/plans/opendesk.yml', import.meta.url);
const template = readPlanTemplate({ name: 'opendesk.yml', text: readFileSync(file, 'utf8') }).template as PlanTemplate;
const start = isoDate('2027-01-04');
const plain = createWorkingCalendar([]);
const tight = timelineFromTemplate(template, makeUnits(3_000, 60, 3), [makeFreeze('2028-04-01', '2028-05-15')]);
const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, start, plain) as SchedulingProblem;

function take(problem: SchedulingProblem, seed: number, passes: number): readonly FoundPlan[] {
  const found: FoundPlan[] = [];
  for (const plan of searchSchedules(problem, seed, () => found.length / passes)) {
    found.push(plan);
    if (found.length === passes) break;
  }
  return found;
}

const wave = (id: string, accountCount: number, workingDays: number) =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', waveId: id as WaveId, accountCount, workingDays });

describe('searchSchedules', () => {
  it('ends with the first schedule where that is as long as the longest chain', () => {
    const timeline = makeTimeline({ tasks: [makeTask('a', { workingDays: 5 }), makeTask('b', { workingDays: 3 })], links: [makeLink('a', 'b')] });
    expect(take(problemOf(timeline), 1, 10)).toMatchObject([{ value: 8, bound: 8, passes: 1 }]);
  });

  // Two waves of 2.5 days each fill three days each on the lane; the third one, less than a day, goes into what they leave.
  //   aaabbb
  //     cc      (one of the places of c)
  it('knows that two waves of a day and more never share a day of their lane', () => {
    const tracks = [makeTrack({ key: 'mail', accountsPerWeek: 500 })];
    const timeline = makeTimeline({ tracks, tasks: [wave('a', 250, 3), wave('b', 250, 3), wave('c', 30, 1)] });
    expect(take(problemOf(timeline), 1, 10)).toMatchObject([{ value: 6, bound: 6 }]);
  });

  it('shortens a plan that its rule makes too long, never below the bound, keeping every rule', () => {
    const problem = problemOf(tight);
    const found = take(problem, 1, 1500);
    const last = found.at(-1) as FoundPlan;
    expect(found[0]?.value).toBe(makespanOf(serialSchedule(problem)));
    expect(last.value).toBeLessThan(found[0]?.value as number);
    expect(last.value).toBe(makespanOf(last.schedule));
    expect(last.bound).toBeLessThanOrEqual(last.value);
    const { tasks } = describeSchedule(tight, problem, last.schedule, plain);
    expect(checkSchedule({ ...tight, tasks }, start, new Set())).toEqual([]);
  });

  it('gives the same schedules for the same seed', () => {
    const problem = problemOf(tight);
    const ends = (seed: number) => take(problem, seed, 200).map(({ value, schedule }) => [value, ...schedule.start].join(' '));
    expect(ends(7)).toEqual(ends(7));
  });

  it('keeps to the first schedule where tasks wait for each other', () => {
    const circle = makeTimeline({ tasks: [makeTask('a'), makeTask('b')], links: [makeLink('a', 'b'), makeLink('b', 'a')] });
    expect(take(problemOf(circle), 1, 10)).toHaveLength(1);
  });

  it('never goes below its bound on any lane', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 450 }), { minLength: 1, maxLength: 6 }), fc.nat(100), (sizes, seed) => {
        const tracks = [makeTrack({ key: 'mail', accountsPerWeek: 500 })];
        const tasks = sizes.map((size, index) => wave(`w${index}`, size, Math.ceil(size / 100)));
        const timeline = makeTimeline({ tracks, tasks, freezes: [makeFreeze('2027-01-07', '2027-01-08')] });
        const problem = problemOf(timeline);
        for (const { value, bound, schedule } of take(problem, seed, 30)) {
          expect(value).toBeGreaterThanOrEqual(bound);
          expect(checkSchedule({ ...timeline, tasks: describeSchedule(timeline, problem, schedule, plain).tasks }, start, new Set())).toEqual([]);
        }
      }),
    );
  });

  it('is given fewer passes the larger the plan is', () => {
    const sized = (tasks: number, links: number) => usualPasses({ taskIds: { length: tasks }, linkFrom: { length: links } } as SchedulingProblem);
    expect([sized(500, 4_500), sized(5_000, 45_000), sized(10, 10)]).toEqual([1000, 100, 5000]);
  });
});
