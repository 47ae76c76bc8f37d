import { z } from 'zod';
import { command, job, query } from './define.ts';
import { taskValue } from './schedule.ts';
import {
  centsValue,
  commandBase,
  commandDone,
  countValue,
  fileHandleValue,
  fileIssueValue,
  idValue,
  isoDateValue,
  nameValue,
  progressValue,
} from './values.ts';

export const baselineHeadValue = z.strictObject({
  id: idValue<'baseline'>(),
  name: z.string(),
  approvedOn: isoDateValue,
  approvedBy: z.string(),
  fingerprint: z.string(),
});

export const baselineTaskValue = taskValue
  .pick({ trackId: true, kind: true, phase: true, name: true, accountCount: true, startsOn: true, finishesOn: true })
  .extend({ taskId: idValue<'task'>() });

const approvedByValue = z.string().trim().max(300).default('');
const baselineInput = z.strictObject({ baselineId: idValue<'baseline'>() });

const differenceValue = z.strictObject({
  finish: z.strictObject({ approved: isoDateValue.nullable(), now: isoDateValue.nullable() }),
  /** Civil days; positive is later than approved. */
  finishShiftDays: z.number().int().nullable(),
  /** Null where the approved plan came from another program, which knows neither accounts nor costs. */
  accounts: z.strictObject({ approved: countValue, now: countValue }).nullable(),
  costCents: z.strictObject({ approved: centsValue, now: centsValue }).nullable(),
  wavesAdded: countValue,
  wavesRemoved: countValue,
  wavesMoved: countValue,
});

export const baselineComparisonValue = z.strictObject({
  tracks: z.array(differenceValue.extend({ trackId: idValue<'track'>() })),
  total: differenceValue,
  years: z.array(z.strictObject({ year: z.number().int(), approved: centsValue, now: centsValue })),
});

/** Approved plans. */
export const baselineOperations = {
  'baseline.list': query(z.strictObject({}), z.array(baselineHeadValue), ['baselines']),
  /** The tasks of an approved plan as they were approved. */
  'baseline.get': query(baselineInput, z.strictObject({ baseline: baselineHeadValue, tasks: z.array(baselineTaskValue) }), ['baselines']),
  /** What differs between an approved plan and the plan as it is; costs are compared over the approved plan's years. */
  'baseline.compare': query(baselineInput, z.strictObject({ baseline: baselineHeadValue, comparison: baselineComparisonValue }), [
    'baselines',
    'plan',
    'timeline',
    'inventory',
    'mapping',
    'costs',
  ]),
  /** Freezes the plan as it is now; what is planned does not change, and neither does its fingerprint. */
  'baseline.set': command(
    z.strictObject({ ...commandBase, name: nameValue, approvedOn: isoDateValue, approvedBy: approvedByValue }),
    commandDone.extend({ baselineId: idValue<'baseline'>() }),
    ['baselines', 'history'],
  ),
  /** Keeps another program's plan as an approved one: the days of those of its tasks that this plan has too, found by their names. */
  'baseline.importPlan': job(
    z.strictObject({ ...commandBase, file: fileHandleValue, name: nameValue, approvedOn: isoDateValue, approvedBy: approvedByValue }),
    commandDone.extend({
      baselineId: idValue<'baseline'>(),
      matched: countValue,
      /** Tasks of this plan that the file does not have. */
      missing: countValue,
      /** Tasks of the file that this plan does not have, the first of them. */
      unmatched: z.array(z.string()),
      unmatchedCount: countValue,
      issues: z.array(fileIssueValue),
    }),
    progressValue,
    ['baselines', 'history'],
  ),
  'baseline.remove': command(z.strictObject({ ...commandBase, baselineId: idValue<'baseline'>() }), commandDone, ['baselines', 'history']),
};
