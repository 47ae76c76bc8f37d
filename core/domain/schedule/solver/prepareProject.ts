import { type FixedProject, fixModes } from './fixedProject.ts';
import type { ResourceProject } from './project.ts';
import { headTailBound } from './proof/headTailBound.ts';
import { topologicalOrder } from './projectNetwork.ts';
import { withoutRedundantLinks } from './redundantLinks.ts';

/** What kind of project it is, which decides how it is solved; or why it has no schedule. */
export type PreparedProject =
  | { readonly kind: 'lists'; readonly fixed: FixedProject; readonly lowerBound: number }
  | { readonly kind: 'maximumLags'; readonly fixed: FixedProject }
  | { readonly kind: 'modes' }
  | { readonly kind: 'broken'; readonly messageKey: string };

/**
 * Looks a project through before it is solved.
 *
 * Example: one mode for each activity and only links `afterFinish` make the kind `lists`; an activity that needs more of a
 * resource than there is makes it broken.
 */
export function prepareProject(project: ResourceProject): PreparedProject {
  // Links that go in a circle contradict each other only where the way around is longer than 0: two activities that start together do not.
  const hasCircle = topologicalOrder(project) === null;
  const hasOneMode = project.activities.every(({ modes }) => modes.length === 1);
  if (hasCircle && !hasOneMode) return { kind: 'broken', messageKey: 'schedule.problem.projectCircleModes' };
  if (hasImpossibleActivity(project)) return { kind: 'broken', messageKey: 'schedule.problem.projectDemand' };
  if (!hasOneMode) return { kind: 'modes' };
  if (!fitsForTheWholeProject(project)) return { kind: 'broken', messageKey: 'schedule.problem.projectImpossible' };
  const fixed = fixModes(
    project,
    project.activities.map(() => 0),
  );
  const lowerBound = headTailBound(fixed);
  if (lowerBound === null) return { kind: 'broken', messageKey: 'schedule.problem.projectCircle' };
  return hasCircle || fixed.maximum.other.length > 0 ? { kind: 'maximumLags', fixed } : { kind: 'lists', fixed: withoutRedundantLinks(fixed), lowerBound };
}

function hasImpossibleActivity(project: ResourceProject): boolean {
  return project.activities.some((activity) =>
    activity.modes.every((mode) => project.renewable.some((capacity, resource) => mode.duration > 0 && (mode.demands[resource] ?? 0) > capacity)),
  );
}

function fitsForTheWholeProject(project: ResourceProject): boolean {
  return project.nonRenewable.every(
    (capacity, resource) => project.activities.reduce((sum, { modes }) => sum + (modes[0]?.demands[project.renewable.length + resource] ?? 0), 0) <= capacity,
  );
}
