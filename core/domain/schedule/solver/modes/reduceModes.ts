import type { ProjectActivity, ProjectMode, ResourceProject } from '../project.ts';

/** What is left of a project's choices: places of modes by activity, and places of the budgets that can still bind. */
export type ReducedModes = { readonly kept: readonly (readonly number[])[]; readonly budgets: readonly number[] };

/**
 * Takes away, again and again until nothing changes,
 * - modes that no schedule can use: more units than a renewable resource has, or so much of a non-renewable one that not
 *   even the thriftiest modes of all others leave enough;
 * - modes that another one of the same activity replaces in every schedule: not longer, and no demand larger;
 * - non-renewable resources that suffice for the most wasteful modes.
 * An optimum always remains. Null: some activity has no mode left, so no schedule exists. It holds for minimum lags only:
 * under a maximum lag a longer mode may be the only one.
 *
 * Source: Sprecher, Hartmann, Drexl 1997, An exact algorithm for project scheduling with multiple modes, section 4.
 *
 * Example: modes (2 units of time, 5 of a budget), (3, 5), (4, 1) with a budget of 6 for this activity alone: the second
 * is replaced by the first; then the budget suffices for every mode that is left, and the third goes too.
 */
export function reduceModes(project: ResourceProject): ReducedModes | null {
  const { activities, renewable } = project;
  let budgets = [...project.nonRenewable.keys()];
  let kept = activities.map(({ modes }) =>
    [...modes.keys()].filter((place) => {
      const { duration, demands } = modes[place] as ProjectMode;
      return duration === 0 || renewable.every((capacity, resource) => (demands[resource] ?? 0) <= capacity);
    }),
  );
  for (;;) {
    const before = kept.reduce((sum, places) => sum + places.length, 0);
    const least = budgets.map((budget) => kept.reduce((sum, places, activity) => sum + leastDemand(project, activity, places, budget), 0));
    const spare = budgets.map((budget, place) => (project.nonRenewable[budget] as number) - (least[place] as number));
    if (spare.some((value) => value < 0)) return null;
    kept = kept.map((places, activity) => {
      const own = budgets.map((budget) => leastDemand(project, activity, places, budget));
      const possible = places.filter((mode) =>
        budgets.every((budget, place) => budgetDemand(project, activity, mode, budget) - (own[place] as number) <= (spare[place] as number)),
      );
      return possible.filter((mode) => !possible.some((other) => replaces(project, activity, other, mode, budgets)));
    });
    if (kept.some((places) => places.length === 0)) return null;
    const binding = budgets.filter((budget) => {
      const most = kept.reduce((sum, places, activity) => sum + Math.max(...places.map((mode) => budgetDemand(project, activity, mode, budget))), 0);
      return most > (project.nonRenewable[budget] as number);
    });
    const isSame = binding.length === budgets.length && kept.reduce((sum, places) => sum + places.length, 0) === before;
    budgets = binding;
    if (isSame) return { kept, budgets };
  }
}

function modeOf(project: ResourceProject, activity: number, mode: number): ProjectMode {
  return (project.activities[activity] as ProjectActivity).modes[mode] as ProjectMode;
}

function budgetDemand(project: ResourceProject, activity: number, mode: number, budget: number): number {
  return modeOf(project, activity, mode).demands[project.renewable.length + budget] ?? 0;
}

function leastDemand(project: ResourceProject, activity: number, places: readonly number[], budget: number): number {
  return places.reduce((least, mode) => Math.min(least, budgetDemand(project, activity, mode, budget)), Number.POSITIVE_INFINITY);
}

/** Of two modes that are the same the first one stays. */
function replaces(project: ResourceProject, activity: number, by: number, mode: number, budgets: readonly number[]): boolean {
  if (by === mode) return false;
  const first = modeOf(project, activity, by);
  const second = modeOf(project, activity, mode);
  if (first.duration > second.duration) return false;
  let isSame = first.duration === second.duration;
  for (const resource of project.renewable.keys()) {
    const one = first.duration === 0 ? 0 : (first.demands[resource] ?? 0);
    const two = second.duration === 0 ? 0 : (second.demands[resource] ?? 0);
    if (one > two) return false;
    if (one < two) isSame = false;
  }
  for (const budget of budgets) {
    const one = budgetDemand(project, activity, by, budget);
    const two = budgetDemand(project, activity, mode, budget);
    if (one > two) return false;
    if (one < two) isSame = false;
  }
  return !isSame || by < mode;
}
