import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate, isoDate } from '../../../core/domain/calendar.ts';
import type { WaveId } from '../../../core/domain/ids.ts';
import { lowerBound } from '../../../core/domain/schedule/bound/scheduleBound.ts';
import { firstOpenDay } from '../../../core/domain/schedule/calendar/firstOpenDay.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { describeSchedule, scheduleTimeline } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { pinStanding } from '../../../core/domain/schedule/problem/pinStanding.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { searchSchedules } from '../../../core/domain/schedule/search/searchSchedules.ts';
import { standingTasks } from '../../../core/domain/schedule/timeline/standingTasks.ts';
import type { Task } from '../../../core/domain/schedule/timeline/timeline.ts';
import { isBegun, timelineLeft } from '../../../core/domain/schedule/timeline/timelineLeft.ts';
import { restOfWaves, withOwnStarts } from '../../../core/domain/schedule/timeline/restOfWaves.ts';
import { arbitraryTimeline } from '../../support/arbitraryTimeline.ts';
import { checkAroundPins } from '../../support/checkAroundPins.ts';
import { makeFreeze, makeTask, makeTimeline, makeTrack } from '../../support/scheduleFixtures.ts';

const calendar = createWorkingCalendar([]);
const openFrom = isoDate('2027-01-11');
const wave = (id: string, startsOn: string, finishesOn: string) =>
  makeTask(id, {
    kind: 'wave',
    phase: 'rollOut',
    waveId: id as WaveId,
    accountCount: 100,
    workingDays: 10,
    startsOn: isoDate(startsOn),
    finishesOn: isoDate(finishesOn),
  });
const tasks = [wave('begun', '2027-01-04', '2027-01-08'), wave('done', '2027-01-04', '2027-01-08'), wave('ahead', '2027-01-18', '2027-01-29')];
const open = new Map([
  ['begun' as WaveId, 40],
  ['done' as WaveId, 0],
  ['ahead' as WaveId, 40],
]);

describe('the rest of waves that have begun', () => {
  const timeline = makeTimeline({ tracks: [makeTrack({ key: 'mail', accountsPerWeek: 50 })], tasks });

  it('needs the days of its open accounts, as the worked example says, and no wave of a later day is taken apart', () => {
    const rest = restOfWaves(timeline, tasks, open, openFrom).tasks;
    expect(rest[0]).toEqual({ ...tasks[0], accountCount: 40, workingDays: 4, notBefore: openFrom });
    expect(rest.slice(1)).toEqual(tasks.slice(1));
  });

  it('ends where it was put and begins where it began, as the worked example says', () => {
    const placed = tasks.map((task) => ({ ...task, startsOn: isoDate('2027-01-11'), finishesOn: isoDate('2027-01-13') }));
    const dated = withOwnStarts(placed, tasks, open, openFrom, calendar);
    expect(dated[0]).toEqual({ ...tasks[0], startsOn: '2027-01-04', finishesOn: '2027-01-13', workingDays: 8 });
    expect(dated.slice(1)).toEqual(placed.slice(1));
  });
});

describe('a plan that is made anew on a day of its move', () => {
  it('keeps what stands, every rule for the rest of it and for all others, puts nothing open before that day, and has no bound above it', () => {
    const projectStart = isoDate('2027-01-04');
    const drawn = fc.record({
      timeline: arbitraryTimeline(5),
      moved: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 5, maxLength: 5 }),
      later: fc.nat(25),
      seed: fc.nat(100),
    });
    let begun = 0;
    let standing = 0;
    fc.assert(
      fc.property(drawn, ({ timeline: undated, moved, later, seed }) => {
        // A freeze behind all that is tried: the problem counts days up to it, as it does up to the dates of what is done.
        const timeline = { ...undated, freezes: [...undated.freezes, makeFreeze('2027-04-01', '2027-04-01')] };
        const { tasks } = scheduleTimeline(timeline, projectStart, calendar);
        const former = { ...timeline, tasks };
        const open = new Map(
          tasks.flatMap(({ waveId, accountCount }, index) => {
            const left = Math.round(accountCount * (1 - (moved[index] as number)));
            return waveId === null || left === accountCount ? [] : [[waveId, left] as const];
          }),
        );
        const since = firstOpenDay(addDays(projectStart, later), projectStart, calendar) as IsoDate;
        const stands = standingTasks(former, open, since);
        const goesOn = (index: number) => isBegun(tasks[index] as Task, open) && ((tasks[index] as Task).startsOn as string) < since;
        const left = restOfWaves(timelineLeft(former, open, since), tasks, open, since);
        const problem = pinStanding(createSchedulingProblem(left, projectStart, calendar) as SchedulingProblem, former, open, since);
        const bound = lowerBound(problem, serialSchedule(problem));
        let passes = 0;
        for (const { schedule, value } of searchSchedules(problem, seed, () => passes / 10)) {
          expect(value).toBeGreaterThanOrEqual(bound);
          const placed = describeSchedule(left, problem, schedule, calendar).tasks;
          expect(checkAroundPins({ ...left, tasks: placed }, (index) => stands[index] as boolean, projectStart)).toEqual([]);
          const after = withOwnStarts(
            placed.map((task, index) => (stands[index] ? (tasks[index] as Task) : task)),
            tasks,
            open,
            since,
            calendar,
          );
          for (const [index, task] of after.entries()) {
            const before = tasks[index] as Task;
            if (stands[index]) expect(task).toBe(before);
            else if (goesOn(index)) expect([task.startsOn, (task.finishesOn as string) >= since]).toEqual([before.startsOn, true]);
            else expect((task.startsOn as string) >= since).toBe(true);
          }
          passes += 1;
          if (passes === 10) break;
        }
        begun += tasks.filter((_, index) => goesOn(index)).length;
        standing += stands.filter(Boolean).length;
      }),
      { numRuns: 400 },
    );
    expect(begun).toBeGreaterThan(50);
    expect(standing).toBeGreaterThan(50);
  });
});

describe('firstOpenDay', () => {
  it('follows the worked example, and is no day before the plan starts', () => {
    expect(firstOpenDay(isoDate('2027-01-08'), isoDate('2027-01-04'), calendar)).toBe('2027-01-11');
    expect(firstOpenDay(isoDate('2026-11-27'), isoDate('2027-01-04'), calendar)).toBe('2027-01-04');
    expect(firstOpenDay(null, isoDate('2027-01-04'), calendar)).toBeNull();
  });
});
