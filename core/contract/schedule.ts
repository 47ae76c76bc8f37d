import { z } from 'zod';
import { command, job, query } from './define.ts';
import {
  centsValue,
  commandBase,
  commandDone,
  countValue,
  idValue,
  isoDateValue,
  localeValue,
  nameValue,
  problemValue,
  progressValue,
  reasonValue,
  trackKeyValue,
} from './values.ts';

const phaseValue = z.enum(['assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff']);

export const trackValue = z.strictObject({
  id: idValue<'track'>(),
  key: trackKeyValue,
  name: z.string(),
  position: countValue,
  movesAccounts: z.boolean(),
  accountsPerWeek: countValue,
  trainingMinutesPerAccount: countValue,
  crewMinutesPerAccount: countValue,
  phases: z.array(z.strictObject({ kind: phaseValue, workingDays: countValue })),
});

export const taskValue = z.strictObject({
  id: idValue<'task'>(),
  trackId: idValue<'track'>(),
  kind: z.enum(['phase', 'wave', 'gate']),
  phase: phaseValue,
  waveId: idValue<'wave'>().nullable(),
  name: z.string(),
  workingDays: countValue,
  accountCount: countValue,
  startsOn: isoDateValue.nullable(),
  finishesOn: isoDateValue.nullable(),
  notBefore: isoDateValue.nullable(),
});

export const waveValue = z.strictObject({
  id: idValue<'wave'>(),
  trackId: idValue<'track'>(),
  number: z.number().int().min(1),
  isPilot: z.boolean(),
  accountCount: countValue,
  parts: z.array(z.strictObject({ unitId: idValue<'unit'>(), firstRank: countValue, lastRank: countValue.nullable(), accountCount: countValue })),
});

export const freezeValue = z.strictObject({
  id: idValue<'freeze'>(),
  name: z.string(),
  startsOn: isoDateValue,
  finishesOn: isoDateValue,
  trackId: idValue<'track'>().nullable(),
});

const capacityValue = z.strictObject({ resource: z.enum(['trainers', 'crew']), minutesPerDay: countValue });

export const timelineValue = z.strictObject({
  tracks: z.array(trackValue),
  waves: z.array(waveValue),
  tasks: z.array(taskValue),
  freezes: z.array(freezeValue),
  capacities: z.array(capacityValue),
});

export const scheduleResult = z.strictObject({
  finish: isoDateValue.nullable(),
  costCents: centsValue,
  lowerBound: isoDateValue.nullable(),
  /** (finish − lower bound) / (lower bound − start) in working days; 0 is proven best. */
  gap: z.number().min(0).nullable(),
  /** By which share the plan is at most dearer than the cheapest one that finishes in the same year; null where cost was not the objective. */
  costGap: z.number().min(0).nullable(),
  /**
   * What got other dates than it had: tasks, waves among them and their accounts. `gap`: by which share accounts times working
   * days of shifting could be less at most, of the plans that finish as early as was asked of this one. Null where few changes were not the objective, or no dates were there.
   */
  changes: z.strictObject({ tasks: countValue, waves: countValue, accounts: countValue, gap: z.number().min(0) }).nullable(),
  waves: countValue,
  tasks: z.array(taskValue),
  problems: z.array(problemValue),
});

const missedRenewalValue = z.strictObject({
  contractId: idValue<'contract'>(),
  name: z.string(),
  renewsOn: isoDateValue,
  decideBy: isoDateValue,
  costCents: centsValue,
});

export const scheduleOperations = {
  'schedule.getTimeline': query(
    z.strictObject({}),
    z.strictObject({
      timeline: timelineValue,
      startsOn: isoDateValue,
      /** The day on whose evening the dates were made for what was open then; null where nothing had been migrated. */
      statusOn: isoDateValue.nullable(),
      finishesOn: isoDateValue.nullable(),
      decisions: z.array(z.strictObject({ contractId: idValue<'contract'>(), name: z.string(), decideBy: isoDateValue, endsOn: isoDateValue })),
      holidays: z.array(z.strictObject({ date: isoDateValue, name: z.string() })),
      problems: z.array(problemValue),
      /** By which share of its working days the plan is at most too long; null where tasks have no dates. */
      gap: z.number().min(0).nullable(),
      /** The tasks that make the plan as long as it is. */
      criticalTasks: z.array(idValue<'task'>()),
      /** Tasks whose dates no longer hold, because something was changed since they were scheduled. */
      brokenTasks: z.array(idValue<'task'>()),
    }),
    ['plan', 'timeline', 'inventory', 'tracking'],
  ),
  /**
   * Builds the waves from the units and schedules them; replaces the earlier waves and dates in one step. Tasks get their
   * names in `locale`. Once an account has been migrated in a wave, what is open is planned for the days after `today`.
   */
  'schedule.build': job(
    z.strictObject({
      ...commandBase,
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(1),
      timeLimitMs: z.number().int().min(0).max(3_600_000).default(0),
      objective: z.enum(['finish', 'cost', 'changes']).default('finish'),
      locale: localeValue.default('en'),
      today: isoDateValue.optional(),
    }),
    commandDone.extend({ result: scheduleResult }),
    progressValue,
    ['timeline', 'costs', 'tracking', 'history'],
  ),
  /** Why a task starts on its day: the constraints that hold it there, and how far it could move. */
  'schedule.explainTask': query(
    z.strictObject({ taskId: idValue<'task'>() }),
    z.strictObject({
      taskId: idValue<'task'>(),
      startsOn: isoDateValue.nullable(),
      reasons: z.array(reasonValue),
      slackWorkingDays: z.number().int().nullable(),
    }),
    ['plan', 'timeline'],
  ),
  'schedule.changeTrack': command(
    z.strictObject({
      ...commandBase,
      trackId: idValue<'track'>(),
      accountsPerWeek: countValue.min(1).optional(),
      trainingMinutesPerAccount: countValue.optional(),
      crewMinutesPerAccount: countValue.optional(),
      phases: z.array(z.strictObject({ kind: phaseValue, workingDays: countValue.max(2000) })).optional(),
    }),
    commandDone,
    ['timeline', 'costs', 'history'],
  ),
  'schedule.changeCapacity': command(z.strictObject({ ...commandBase, resource: z.enum(['trainers', 'crew']), minutesPerDay: countValue }), commandDone, [
    'timeline',
    'history',
  ]),
  'schedule.holdTask': command(z.strictObject({ ...commandBase, taskId: idValue<'task'>(), notBefore: isoDateValue.nullable() }), commandDone, [
    'timeline',
    'history',
  ]),
  /** What would follow if a task were held until a day, or with null no longer held; nothing is written. */
  'schedule.previewHold': query(
    z.strictObject({ taskId: idValue<'task'>(), notBefore: isoDateValue.nullable() }),
    z.strictObject({
      /** The plan as it was asked: `moveTask` based on it does exactly this, or is refused as stale. */
      revision: z.number().int(),
      taskId: idValue<'task'>(),
      /** Every task that gets other dates, the held one included. */
      moved: z.array(
        z.strictObject({
          taskId: idValue<'task'>(),
          startsOn: isoDateValue.nullable(),
          finishesOn: isoDateValue.nullable(),
          /** Civil days by which it starts later; negative is earlier, null where one of the two dates is missing. */
          shiftDays: z.number().int().nullable(),
        }),
      ),
      finishBefore: isoDateValue.nullable(),
      finish: isoDateValue.nullable(),
      finishShiftDays: z.number().int().nullable(),
      costDifferenceCents: centsValue,
      /** Contracts that would then renew, and those that then would not. */
      renewalsMissed: z.array(missedRenewalValue),
      renewalsAvoided: z.array(missedRenewalValue),
      problems: z.array(problemValue),
    }),
    ['plan', 'timeline', 'inventory', 'mapping', 'costs'],
  ),
  /** Holds a task until a day, or releases it with null, and gives all tasks their new dates; one step of undo. */
  'schedule.moveTask': command(
    z.strictObject({ ...commandBase, taskId: idValue<'task'>(), notBefore: isoDateValue.nullable() }),
    commandDone.extend({ startsOn: isoDateValue.nullable(), finish: isoDateValue.nullable() }),
    ['timeline', 'costs', 'tracking', 'history'],
  ),
  'schedule.addFreeze': command(
    z.strictObject({ ...commandBase, name: nameValue, startsOn: isoDateValue, finishesOn: isoDateValue, trackId: idValue<'track'>().nullable().default(null) }),
    commandDone.extend({ freezeId: idValue<'freeze'>() }),
    ['timeline', 'history'],
  ),
  'schedule.removeFreeze': command(z.strictObject({ ...commandBase, freezeId: idValue<'freeze'>() }), commandDone, ['timeline', 'history']),
};
