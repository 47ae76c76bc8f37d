import { z } from 'zod';
import { command, job, query } from './define.ts';
import { commandBase, commandDone, countValue, fileHandleValue, idValue, isoDateValue, problemValue, progressValue, trackKeyValue } from './values.ts';
import { importReport } from './inventory.ts';

export const accountStateValue = z.enum(['planned', 'migrated', 'problem', 'exception']);

const stateCounts = z.strictObject({ planned: countValue, migrated: countValue, problem: countValue, exception: countValue });

export const trackingOperations = {
  'tracking.getStatus': query(
    z.strictObject({ today: isoDateValue }),
    z.strictObject({
      today: isoDateValue,
      tracks: z.array(
        z.strictObject({
          trackId: idValue<'track'>(),
          key: trackKeyValue,
          name: z.string(),
          accounts: countValue,
          states: stateCounts,
          plannedByToday: countValue,
          /** Accounts per ISO week, cumulated: planned by the schedule, and done. */
          weeks: z.array(z.strictObject({ week: z.string(), planned: countValue, migrated: countValue.nullable() })),
          problems: z.array(z.strictObject({ reason: z.string(), accounts: countValue })),
        }),
      ),
      waves: z.array(
        z.strictObject({
          waveId: idValue<'wave'>(),
          trackId: idValue<'track'>(),
          number: countValue,
          accounts: countValue,
          states: stateCounts,
          finishesOn: isoDateValue.nullable(),
        }),
      ),
    }),
    ['tracking', 'timeline', 'inventory'],
  ),
  'tracking.listAccounts': query(
    z.strictObject({
      trackId: idValue<'track'>(),
      state: accountStateValue.optional(),
      unitId: idValue<'unit'>().optional(),
      waveId: idValue<'wave'>().optional(),
      offset: countValue.default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.strictObject({
      total: countValue,
      accounts: z.array(
        z.strictObject({
          accountId: idValue<'account'>(),
          login: z.string(),
          unitPath: z.string(),
          state: accountStateValue,
          reason: z.string(),
          changedOn: isoDateValue.nullable(),
        }),
      ),
    }),
    ['tracking', 'timeline', 'inventory'],
  ),
  /** Sets the state of accounts on one track: by account, by sign-in name, by unit (sub-units included) or by wave. */
  'tracking.setStates': command(
    z.strictObject({
      ...commandBase,
      trackId: idValue<'track'>(),
      state: accountStateValue,
      reason: z.string().max(1000).default(''),
      on: isoDateValue,
      accounts: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('account'), accountIds: z.array(idValue<'account'>()).min(1).max(300_000) }),
        z.strictObject({ by: z.literal('login'), logins: z.array(z.string().min(1)).min(1).max(300_000) }),
        z.strictObject({ by: z.literal('unit'), unitId: idValue<'unit'>() }),
        z.strictObject({ by: z.literal('wave'), waveId: idValue<'wave'>() }),
      ]),
    }),
    commandDone.extend({ matched: countValue }),
    ['tracking', 'history'],
  ),
  'tracking.importProgress': job(
    z.strictObject({ ...commandBase, files: z.array(fileHandleValue).min(1).max(1000), format: z.string().optional() }),
    commandDone.extend({ report: importReport }),
    progressValue,
    ['tracking', 'history'],
  ),
  /** Finish per track from the real weekly speed, resampled; refused in words when there are too few weeks. */
  'tracking.getForecast': query(
    z.strictObject({ today: isoDateValue, seed: z.number().int().min(0).default(1) }),
    z.strictObject({
      tracks: z.array(
        z.strictObject({
          trackId: idValue<'track'>(),
          key: trackKeyValue,
          remaining: countValue,
          observedWeeks: countValue,
          accountsPerWeek: z.number().nullable(),
          p50: isoDateValue.nullable(),
          p80: isoDateValue.nullable(),
          p95: isoDateValue.nullable(),
          plannedFinish: isoDateValue.nullable(),
          refusedKey: z.string().nullable(),
        }),
      ),
      problems: z.array(problemValue),
    }),
    ['tracking', 'timeline'],
  ),
  /** The rest of the plan at the real speed, beside the plan that stands; nothing is written. */
  'tracking.previewReplan': query(
    z.strictObject({ today: isoDateValue }),
    z.strictObject({
      tracks: z.array(
        z.strictObject({
          trackId: idValue<'track'>(),
          key: trackKeyValue,
          plannedFinish: isoDateValue.nullable(),
          newFinish: isoDateValue.nullable(),
          differenceDays: z.number().int().nullable(),
        }),
      ),
      finish: isoDateValue.nullable(),
      plannedFinish: isoDateValue.nullable(),
      problems: z.array(problemValue),
    }),
    ['tracking', 'timeline'],
  ),
};
