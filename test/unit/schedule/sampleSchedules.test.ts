import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, isoDate } from '../../../core/domain/calendar.ts';
import { sampleSchedules } from '../../../core/domain/schedule/sampleSchedules.ts';
import { describeSchedule } from '../../../core/domain/schedule/scheduleTimeline.ts';
import { serialSchedule } from '../../../core/domain/schedule/serialSchedule.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/schedulingProblem.ts';
import type { PlanTemplate } from '../../../core/domain/schedule/planTemplate.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/workingCalendar.ts';
import { readPlanTemplate } from '../../../formats/read/planTemplateYaml.ts';
import { checkSchedule } from '../../support/checkSchedule.ts';
import { makeFreeze, makeUnits, timelineFromTemplate } from '../../support/scheduleFixtures.ts';

const file = new URL('../../../templates/plans/schleswig-holstein.yml', import.meta.url);
const template = readPlanTemplate({ name: 'schleswig-holstein.yml', text: readFileSync(file, 'utf8') }).template as PlanTemplate;
const timeline = timelineFromTemplate(template, makeUnits(9_000, 80, 5), [makeFreeze('2027-12-20', '2028-01-07')]);
const calendar = createWorkingCalendar([isoDate('2027-05-06'), isoDate('2027-10-03'), isoDate('2028-05-01')]);
const start = isoDate('2027-01-04');
const problem = createSchedulingProblem(timeline, start, calendar) as SchedulingProblem;

function take(seed: number, count: number) {
  const schedules = [];
  for (const schedule of sampleSchedules(problem, seed)) {
    schedules.push(schedule);
    if (schedules.length === count) break;
  }
  return schedules;
}

describe('sampleSchedules', () => {
  it('keeps every link, capacity, calendar and freeze in each of its schedules', () => {
    const holidays = new Set([...calendar.holidays].map(fromDayNumber));
    for (const schedule of take(3, 12)) {
      const { tasks } = describeSchedule(timeline, problem, schedule, calendar);
      expect(checkSchedule({ ...timeline, tasks }, start, holidays)).toEqual([]);
    }
  });

  it('gives the same schedules for the same seed, and others for another one', () => {
    const starts = (seed: number) => take(seed, 6).map((schedule) => schedule.start.join(' '));
    expect(starts(3)).toEqual(starts(3));
    expect(new Set(starts(3)).size).toBeGreaterThan(1);
    expect(starts(4).slice(1)).not.toEqual(starts(3).slice(1));
  });

  it('begins with the schedule of the rule, whatever the seed', () => {
    const byRule = serialSchedule(problem).start;
    expect(take(3, 1)[0]?.start).toEqual(byRule);
    expect(take(4, 1)[0]?.start).toEqual(byRule);
  });
});
