import type { Problem } from '../../problems.ts';
import { type FixedProject, fixModes } from './fixedProject.ts';
import type { ProjectActivity, ResourceProject } from './project.ts';
import { headTailBound } from './proof/headTailBound.ts';
import { topologicalOrder } from './projectNetwork.ts';
import { withoutRedundantLinks } from './redundantLinks.ts';

/** What kind of project it is, which decides how it is solved; or why it has no schedule. */
export type PreparedProject =
  | { readonly kind: 'lists'; readonly fixed: FixedProject; readonly lowerBound: number }
  | { readonly kind: 'maximumLags'; readonly fixed: FixedProject }
  | { readonly kind: 'modes' }
  | { readonly kind: 'broken'; readonly messageKey: string; readonly params?: Problem['params'] };

/**
 * Free capacity is kept for every unit of time: so many are eight years counted in minutes, and a few arrays of 16 MB. Several
 * modes without maximum lags are planned in coarser units instead (`buildModeTable`).
 */
const longestProject = 2 ** 22;

/**
 * Looks a project through before it is solved.
 *
 * Example: one mode for each activity and only links `afterFinish` make the kind `lists`; an activity that needs more of a
 * resource than there is makes it broken, and so do durations of more units of time than can be kept.
 */
export function prepareProject(project: ResourceProject): PreparedProject {
  // Links that go in a circle contradict each other only where the way around is longer than 0: two activities that start together do not.
  const hasCircle = topologicalOrder(project) === null;
  const hasOneMode = project.activities.every(({ modes }) => modes.length === 1);
  if (hasCircle && !hasOneMode) return { kind: 'broken', messageKey: 'schedule.problem.projectCircleModes' };
  if (hasImpossibleActivity(project)) return { kind: 'broken', messageKey: 'schedule.problem.projectDemand' };
  const found = unitsOfTime(project);
  if (found > longestProject && (hasOneMode || hasMaximumLag(project)))
    return { kind: 'broken', messageKey: 'schedule.problem.projectTooLong', params: { found, limit: longestProject } };
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

/** Each activity in its longest mode, or its longest lag where that is longer, one after the other. */
function unitsOfTime({ activities }: ResourceProject): number {
  const longest = ({ modes, successors }: ProjectActivity) =>
    Math.max(0, ...modes.map(({ duration }) => duration), ...successors.map(({ lag }) => (lag === 'afterFinish' ? 0 : lag)));
  return activities.reduce((sum, activity) => sum + longest(activity), 0);
}

function hasMaximumLag({ activities }: ResourceProject): boolean {
  return activities.some(({ successors }) => successors.some(({ lag }) => lag !== 'afterFinish' && lag < 0));
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
