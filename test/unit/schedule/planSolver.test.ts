import IntlMessageFormat from 'intl-messageformat';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { PlanTemplate } from '../../../core/domain/schedule/timeline/planTemplate.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { type FoundPlan, searchSchedules, usualPasses } from '../../../core/domain/schedule/search/searchSchedules.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { makespanOf } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { readPlanTemplate } from '../../../formats/read/planTemplateYaml.ts';
import { createPlanSolver } from '../../../host/solver/planSolver.ts';
import { makeFreeze, makeTask, makeTimeline, makeUnits, timelineFromTemplate } from '../../support/scheduleFixtures.ts';

const file = new URL('../../../templates/plans/opendesk.yml', import.meta.url);
const template = readPlanTemplate({ name: 'opendesk.yml', text: readFileSync(file, 'utf8') }).template as PlanTemplate;
const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
/** Too hard to be proven shortest within a test. */
const tight = timelineFromTemplate(template, makeUnits(3_000, 60, 3), [makeFreeze('2028-04-01', '2028-05-15')]);

describe('createPlanSolver', () => {
  it('gives the same plan for the same seed and number of passes, and never a longer one for more', async () => {
    const solver = createPlanSolver();
    const problem = problemOf(tight);
    const [one, again, more] = [
      await solver.solve(problem, { seed: 3, schedules: 300 }),
      await solver.solve(problem, { seed: 3, schedules: 300 }),
      await solver.solve(problem, { seed: 3 }),
    ];
    expect(again.schedule.start).toEqual(one.schedule.start);
    expect(more.passes).toBe(usualPasses(problem));
    expect(one.passes).toBe(300);
    expect(one.value).toBeLessThanOrEqual(makespanOf(serialSchedule(problem)));
  });

  it('stops at once when it is told to, with a whole schedule', async () => {
    const problem = problemOf(tight);
    const { passes, schedule } = await createPlanSolver().solve(problem, { seed: 3, timeLimitMs: 60_000, signal: AbortSignal.abort() });
    expect(passes).toBe(1);
    expect(schedule).toEqual(serialSchedule(problem));
  });

  it('says while it searches how long the plan is and could be', async () => {
    const seen: FoundPlan[] = [];
    const problem = problemOf(tight);
    const best = await createPlanSolver().solve(problem, { seed: 3, timeLimitMs: 400, onProgress: (found) => seen.push(found) });
    expect(seen.length).toBeGreaterThan(0);
    for (const { value, bound } of seen) expect([value >= best.value, bound]).toEqual([true, best.bound]);
  });

  it('gives from its thread what the search gives here', async () => {
    const problem = problemOf(tight);
    let here: FoundPlan | null = null;
    for (const found of searchSchedules(problem, 5, () => (here?.passes ?? 0) / 4000)) {
      here = found;
      if (found.passes === 4000) break;
    }
    expect(await createPlanSolver().solve(problem, { seed: 5, schedules: 4000 })).toEqual(here);
  });

  it('keeps the best when it is stopped in the middle, long before its time', async () => {
    const stop = new AbortController();
    const problem = problemOf(tight);
    const seen: FoundPlan[] = [];
    const onProgress = (found: FoundPlan) => {
      seen.push(found);
      if (found.passes > 1) stop.abort();
    };
    const best = await createPlanSolver().solve(problem, { seed: 3, timeLimitMs: 3_600_000, signal: stop.signal, onProgress });
    const last = seen.at(-1) as FoundPlan;
    expect(best.passes).toBeGreaterThanOrEqual(last.passes);
    expect(best.value).toBeLessThanOrEqual(last.value);
  });

  it('lets others work while it searches', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await createPlanSolver().solve(problemOf(tight), { seed: 3, schedules: 4_000 });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });

  it('fails with a reason when its thread dies, and solves the next one', async () => {
    const solver = createPlanSolver();
    const problem = problemOf(tight);
    const broken = { ...problem, linkOffset: null as unknown as Int32Array };
    await expect(solver.solve(broken, { seed: 3, timeLimitMs: 1000 })).rejects.toThrow(TypeError);
    const ended = createPlanSolver(new URL('data:text/javascript,process.exit(3)')).solve(problem, { seed: 3, timeLimitMs: 1000 });
    await expect(ended).rejects.toThrow('the thread that searches plans ended with 3 and without an answer');
    expect((await solver.solve(problem, { seed: 3, timeLimitMs: 1 })).schedule).toEqual(serialSchedule(problem));
  });

  it('needs no thread for a small plan, and one whenever there is a time limit', async () => {
    const solver = createPlanSolver(new URL('data:text/javascript,process.exit(3)'));
    const small = problemOf(makeTimeline({ tasks: [makeTask('a', { workingDays: 5 })] }));
    expect(await solver.solve(small, { seed: 1 })).toMatchObject({ value: 5, bound: 5, passes: 1 });
    await expect(solver.solve(small, { seed: 1, timeLimitMs: 1000 })).rejects.toThrow();
  });
});

describe('what is said while a plan is searched', () => {
  it.each(['de', 'en', 'fr'])('says it in %s with a share', (locale) => {
    const messages = JSON.parse(readFileSync(new URL(`../../../core/i18n/messages/app.${locale}.json`, import.meta.url), 'utf8')) as Record<string, string>;
    const text = new IntlMessageFormat(messages['app.step.search'] as string, locale).format({ days: 317, bound: 304, share: 13 / 317 });
    expect(text).toMatch(/317 .*4[.,]1\s?%/);
  });
});
