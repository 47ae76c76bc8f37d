import type { PlanTemplate } from '../../../core/domain/schedule/timeline/planTemplate.ts';
import { loadPlanTemplates } from '../../../host/loadTemplates.ts';

/** These say nothing of accounts, and ten tracks are asked for. */
const leftOut = ['servers', 'security'];

export const tenTracks = 'ten-tracks';

/**
 * The templates of the program, and one more: the empty one with ten tracks that all move accounts at one rate, so with
 * as many waves on each. Its people are as few as there.
 */
export function templatesWithTenTracks(accountsPerWeek: number): ReadonlyMap<string, PlanTemplate> {
  const templates = loadPlanTemplates();
  const blank = templates.get('blank');
  if (!blank) throw new Error('there is no template "blank"');
  const tracks = blank.tracks
    .filter(({ key }) => !leftOut.includes(key))
    .map((track) => ({
      ...track,
      movesAccounts: true,
      accountsPerWeek: { ...track.accountsPerWeek, value: accountsPerWeek },
      phases: track.phases.filter(({ kind }) => kind !== 'rollOut'),
    }));
  return new Map([...templates, [tenTracks, { ...blank, id: tenTracks, tracks }]]);
}
