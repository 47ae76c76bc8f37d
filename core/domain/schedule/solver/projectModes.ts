import type { ProjectActivity, ProjectMode, ResourceProject } from './project.ts';

/** Modes of each activity that its renewable capacities allow, the shortest first. */
export function preferredModes(project: ResourceProject): readonly (readonly number[])[] {
  return project.activities.map((activity) =>
    activity.modes
      .map((mode, index) => ({ mode, index }))
      .filter(({ mode }) => mode.duration === 0 || project.renewable.every((capacity, resource) => (mode.demands[resource] ?? 0) <= capacity))
      .sort((a, b) => a.mode.duration - b.mode.duration || a.index - b.index)
      .map(({ index }) => index),
  );
}

/**
 * One mode for every activity within the resources that are there for the whole project: on the first turn the shortest
 * ones, then drawn at random with a leaning to short ones. Where too much is used, modes are changed one by one to the
 * change that lowers the excess most; null when no such change is left.
 */
export function chooseModes(project: ResourceProject, preferred: readonly (readonly number[])[], turn: number, random: () => number): readonly number[] | null {
  const mode = preferred.map((choices) => choices[turn === 0 ? 0 : Math.floor(random() * random() * choices.length)] as number);
  if (project.nonRenewable.length === 0) return mode;
  const used = project.nonRenewable.map((_, resource) =>
    mode.reduce((sum, choice, activity) => sum + nonRenewableDemand(project, activity, choice, resource), 0),
  );
  for (;;) {
    const excess = excessOf(project, used);
    if (excess === 0) return mode;
    let best: { readonly activity: number; readonly choice: number; readonly excess: number } | null = null;
    const offset = Math.floor(random() * mode.length);
    for (let step = 0; step < mode.length; step += 1) {
      const activity = (step + offset) % mode.length;
      for (const choice of preferred[activity] as readonly number[]) {
        const changed = used.map(
          (value, resource) =>
            value - nonRenewableDemand(project, activity, mode[activity] as number, resource) + nonRenewableDemand(project, activity, choice, resource),
        );
        const after = excessOf(project, changed);
        if (after < (best?.excess ?? excess)) best = { activity, choice, excess: after };
      }
    }
    if (!best) return null;
    for (const resource of used.keys()) {
      const before = nonRenewableDemand(project, best.activity, mode[best.activity] as number, resource);
      used[resource] = (used[resource] as number) - before + nonRenewableDemand(project, best.activity, best.choice, resource);
    }
    mode[best.activity] = best.choice;
  }
}

function nonRenewableDemand(project: ResourceProject, activity: number, mode: number, resource: number): number {
  const chosen = (project.activities[activity] as ProjectActivity).modes[mode] as ProjectMode;
  return chosen.demands[project.renewable.length + resource] ?? 0;
}

function excessOf(project: ResourceProject, used: readonly number[]): number {
  return used.reduce((sum, value, resource) => sum + Math.max(0, value - (project.nonRenewable[resource] as number)), 0);
}
