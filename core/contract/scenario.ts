import { z } from 'zod';
import { command, job, query } from './define.ts';
import { centsValue, commandBase, commandDone, countValue, idValue, isoDateValue, localeValue, nameValue, progressValue, trackKeyValue } from './values.ts';

/** A what-if plan as its differences from the plan. */
export const scenarioChanges = z.strictObject({
  startsOn: isoDateValue.optional(),
  accountsPerWeek: z.partialRecord(trackKeyValue, countValue.min(1)).optional(),
  minutesPerDay: z.partialRecord(z.enum(['trainers', 'crew']), countValue).optional(),
  assumptions: z.record(z.string(), z.number()).optional(),
});

export const scenarioFigures = z.strictObject({
  finish: isoDateValue.nullable(),
  costCents: centsValue,
  waves: countValue,
  problems: countValue,
  missedRenewals: countValue,
  peakAccountsPerWeek: countValue,
});

export const scenarioOperations = {
  'scenario.list': query(z.strictObject({}), z.array(z.strictObject({ id: idValue<'scenario'>(), name: z.string(), changes: scenarioChanges })), ['scenarios']),
  'scenario.add': command(
    z.strictObject({ ...commandBase, name: nameValue, changes: scenarioChanges }),
    commandDone.extend({ scenarioId: idValue<'scenario'>() }),
    ['scenarios', 'history'],
  ),
  'scenario.remove': command(z.strictObject({ ...commandBase, scenarioId: idValue<'scenario'>() }), commandDone, ['scenarios', 'history']),
  /** The plan and its scenarios, each scheduled and costed anew in the same way, with `today` as in `schedule.build`; nothing is written. */
  'scenario.compare': job(
    z.strictObject({ today: isoDateValue.optional() }),
    z.strictObject({ plan: scenarioFigures, scenarios: z.array(z.strictObject({ id: idValue<'scenario'>(), name: z.string(), figures: scenarioFigures })) }),
    progressValue,
    [],
  ),
  /** Writes a scenario's differences into the plan and schedules it again, with `today` as in `schedule.build`, as one step. */
  'scenario.adopt': command(
    z.strictObject({ ...commandBase, scenarioId: idValue<'scenario'>(), locale: localeValue.default('en'), today: isoDateValue.optional() }),
    commandDone,
    ['plan', 'scenarios', 'timeline', 'costs', 'history'],
  ),
};
