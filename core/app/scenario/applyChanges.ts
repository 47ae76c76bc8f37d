import type { StoredScenario } from '../../ports/planStore.ts';
import type { TimelineSource } from '../schedule/draftTimeline.ts';

/** The plan as it would be read if the scenario's differences stood in it. */
export function applyChanges(source: TimelineSource, { changes }: Pick<StoredScenario, 'changes'>): TimelineSource {
  return {
    ...source,
    plan: { ...source.plan, startsOn: changes.startsOn ?? source.plan.startsOn },
    tracks: source.tracks.map((track) => ({ ...track, accountsPerWeek: changes.accountsPerWeek?.[track.key] ?? track.accountsPerWeek })),
    capacities: source.capacities.map((capacity) => ({ ...capacity, minutesPerDay: changes.minutesPerDay?.[capacity.resource] ?? capacity.minutesPerDay })),
  };
}

export function changedAssumptions(values: ReadonlyMap<string, number>, { changes }: Pick<StoredScenario, 'changes'>): ReadonlyMap<string, number> {
  return new Map([...values, ...Object.entries(changes.assumptions ?? {})]);
}
