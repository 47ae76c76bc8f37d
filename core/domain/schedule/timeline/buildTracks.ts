import type { TrackId } from '../../ids.ts';
import type { PlanTemplate } from './planTemplate.ts';
import type { Capacity, Track } from './timeline.ts';

/**
 * A template's tracks as the first state of a plan's tracks, and its shared hours as daily capacities in minutes.
 * Hours are rounded to whole minutes. Ids come from the caller.
 *
 * Example: 0.1 hours of the crew for each account become 6 minutes.
 */
export function buildTracks(
  template: PlanTemplate,
  locale: 'de' | 'en' | 'fr',
  idOf: (key: Track['key'], position: number) => TrackId,
): { readonly tracks: readonly Track[]; readonly capacities: readonly Capacity[] } {
  const tracks = template.tracks.map(
    (track, position): Track => ({
      id: idOf(track.key, position),
      key: track.key,
      name: track.name[locale],
      position,
      movesAccounts: track.movesAccounts,
      accountsPerWeek: track.accountsPerWeek.value,
      trainingMinutesPerAccount: Math.round(track.trainingHoursPerAccount.value * 60),
      crewMinutesPerAccount: Math.round(track.crewHoursPerAccount.value * 60),
      phases: track.phases.map((phase) => ({ kind: phase.kind, workingDays: phase.workingDays.value })),
    }),
  );
  const capacities = template.resources.map((resource): Capacity => ({ resource: resource.id, minutesPerDay: Math.round(resource.hoursPerDay.value * 60) }));
  return { tracks, capacities };
}
