import { z } from 'zod';
import { command, job, query } from './define.ts';
import {
  centsValue,
  bytesValue,
  commandBase,
  commandDone,
  countValue,
  fileHandleValue,
  idValue,
  isoDateValue,
  pageInput,
  problemValue,
  progressValue,
  rangeInput,
  trackKeyValue,
} from './values.ts';
import { importReport } from './imports.ts';

export const accountStateValue = z.enum(['planned', 'migrated', 'problem', 'exception']);

/** Part of a sign-in name or of a reason. */
const searchValue = z.string().max(200);

/** Which accounts of a track; what is left out does not narrow. */
const accountFilter = {
  state: accountStateValue.optional(),
  unitId: idValue<'unit'>().optional(),
  waveId: idValue<'wave'>().optional(),
  search: searchValue.optional(),
};

const accountOrder = {
  sort: z.enum(['login', 'unit', 'state', 'since']).default('unit'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
};

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
          isPilot: z.boolean(),
          startsOn: isoDateValue.nullable(),
          finishesOn: isoDateValue.nullable(),
        }),
      ),
    }),
    ['tracking', 'timeline', 'inventory'],
  ),
  'tracking.listAccounts': query(
    z.strictObject({
      ...pageInput,
      ...accountFilter,
      ...accountOrder,
      trackId: idValue<'track'>(),
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
          /** As the imported lists tell them; null is unknown. */
          lastActiveOn: isoDateValue.nullable(),
          mailboxBytes: bytesValue.nullable(),
        }),
      ),
    }),
    ['tracking', 'timeline', 'inventory'],
  ),
  /** The accounts of a filter, or of a range of the list. */
  'tracking.listAccountIds': query(
    z.strictObject({ ...rangeInput, ...accountFilter, ...accountOrder, trackId: idValue<'track'>() }),
    z.array(idValue<'account'>()),
    ['tracking', 'timeline', 'inventory'],
  ),
  /** Units with the states of their accounts on one track, sub-units counted in; units without an account there are left out. */
  'tracking.listUnits': query(
    z.strictObject({
      ...pageInput,
      trackId: idValue<'track'>(),
      search: searchValue.optional(),
      sort: z.enum(['path', 'accounts', 'planned', 'migrated', 'problem', 'exception']).default('path'),
      direction: z.enum(['ascending', 'descending']).default('ascending'),
    }),
    z.strictObject({
      total: countValue,
      units: z.array(
        z.strictObject({
          unitId: idValue<'unit'>(),
          name: z.string(),
          path: z.string(),
          depth: countValue,
          subUnits: countValue,
          accounts: countValue,
          states: stateCounts,
        }),
      ),
    }),
    ['tracking', 'inventory', 'timeline'],
  ),
  /** Sets the state of accounts on one track: by account, by sign-in name, by unit (sub-units included), by wave, or all that a filter of `tracking.listAccounts` finds. */
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
        z.strictObject({
          by: z.literal('filter'),
          ...accountFilter,
          exceptAccountIds: z.array(idValue<'account'>()).max(300_000).default([]),
        }),
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
  /** The tracks' real speed, and what becomes of the plan when its rest is planned anew at it; nothing is written. */
  'tracking.previewRest': query(
    z.strictObject({ today: isoDateValue }),
    z.strictObject({
      /** The plan as it was asked: `planRest` based on it does exactly this, or is refused as stale. */
      revision: z.number().int(),
      tracks: z.array(
        z.strictObject({
          trackId: idValue<'track'>(),
          key: trackKeyValue,
          plannedPerWeek: countValue,
          /** Null where no whole week with migrated accounts is over, or nothing is left: the track keeps its plan. */
          realPerWeek: z.number().nullable(),
          plannedFinish: isoDateValue.nullable(),
          finish: isoDateValue.nullable(),
          shiftDays: z.number().int().nullable(),
        }),
      ),
      movedTasks: countValue,
      finishBefore: isoDateValue.nullable(),
      finish: isoDateValue.nullable(),
      costDifferenceCents: centsValue,
      problems: z.array(problemValue),
    }),
    ['plan', 'tracking', 'timeline', 'inventory', 'mapping', 'costs'],
  ),
  /** Plans the rest anew at the real speed, one step of undo. */
  'tracking.planRest': command(z.strictObject({ ...commandBase, today: isoDateValue }), commandDone.extend({ finish: isoDateValue.nullable() }), [
    'tracking',
    'timeline',
    'costs',
    'history',
  ]),
};
