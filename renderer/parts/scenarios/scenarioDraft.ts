import type { Input, Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { Locale } from '../../../core/i18n/keys.ts';
import { type Assumption, readValue } from '../assumptionText.ts';

type Changes = Input<'scenario.add'>['changes'];
type Timeline = Output<'schedule.getTimeline'>['timeline'];

/** A scenario as it is being typed: what was not touched is as in the plan. */
export type ScenarioDraft = {
  readonly startsOn: IsoDate | null;
  readonly accountsPerWeek: Readonly<Record<string, string>>;
  readonly hoursPerDay: Readonly<Record<string, string>>;
  readonly assumptions: Readonly<Record<string, string>>;
};

export const emptyDraft: ScenarioDraft = { startsOn: null, accountsPerWeek: {}, hoursPerDay: {}, assumptions: {} };

type Stands = {
  readonly startsOn: IsoDate;
  readonly tracks: Timeline['tracks'];
  readonly capacities: Timeline['capacities'];
  readonly assumptions: readonly Assumption[];
};

/**
 * What the draft changes in the plan, and the fields that hold no usable number. A field with the plan's own value
 * changes nothing.
 */
export function changesOf(
  draft: ScenarioDraft,
  plan: Stands,
  locale: Locale,
): { readonly changes: Changes; readonly wrong: ReadonlySet<string>; readonly isEmpty: boolean } {
  const wrong = new Set<string>();
  const accountsPerWeek: NonNullable<Changes['accountsPerWeek']> = {};
  for (const { key, accountsPerWeek: stands } of plan.tracks) {
    const read = readField(draft.accountsPerWeek[key], locale);
    if (read === null) continue;
    if (!Number.isInteger(read) || read < 1 || read > 100_000_000) wrong.add(key);
    else if (read !== stands) accountsPerWeek[key] = read;
  }
  const minutesPerDay: NonNullable<Changes['minutesPerDay']> = {};
  for (const { resource, minutesPerDay: stands } of plan.capacities) {
    const read = readField(draft.hoursPerDay[resource], locale);
    if (read === null) continue;
    const minutes = Math.round(read * 60);
    if (!(minutes >= 0 && minutes <= 100_000_000)) wrong.add(resource);
    else if (minutes !== stands) minutesPerDay[resource] = minutes;
  }
  const assumptions: Record<string, number> = {};
  for (const { key, value: stands, unit } of plan.assumptions) {
    const text = draft.assumptions[key];
    if (text === undefined) continue;
    const read = readValue(text, unit, locale);
    if (read === null) wrong.add(key);
    else if (read !== stands) assumptions[key] = read;
  }
  const changes: Changes = {
    ...(draft.startsOn !== null && draft.startsOn !== plan.startsOn ? { startsOn: draft.startsOn } : {}),
    ...(Object.keys(accountsPerWeek).length > 0 ? { accountsPerWeek } : {}),
    ...(Object.keys(minutesPerDay).length > 0 ? { minutesPerDay } : {}),
    ...(Object.keys(assumptions).length > 0 ? { assumptions } : {}),
  };
  return { changes, wrong, isEmpty: Object.keys(changes).length === 0 };
}

/** Null where nothing was typed, not a number where nothing can be read. */
function readField(text: string | undefined, locale: Locale): number | null {
  if (text === undefined || text.trim() === '') return null;
  return readValue(text, 'hours', locale) ?? Number.NaN;
}
