import { type FixedProject, fixModes } from '../../../core/domain/schedule/solver/fixedProject.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { tinyProjects } from '../tinyProjects.ts';

type Shape = { readonly durations: readonly number[]; readonly demands?: readonly (readonly number[])[]; readonly capacity?: readonly number[] };

/** A project with one mode each, written down in a line; a link is that the second activity follows the first one. */
export function fixed({ durations, demands = [], capacity = [] }: Shape, ...links: readonly (readonly [number, number])[]): FixedProject {
  return fixModes(
    {
      activities: durations.map((duration, index) => ({
        modes: [{ duration, demands: demands[index] ?? capacity.map(() => 0) }],
        successors: links.filter(([from]) => from === index).map(([, to]) => ({ to, lag: 'afterFinish' })),
      })),
      renewable: capacity,
      nonRenewable: [],
    },
    durations.map(() => 0),
  );
}

/** Projects that lists are searched for: one mode, no maximum lag, no circle, nobody needs more than there is. */
export const listable = tinyProjects({ activities: 6, modes: 1 }).map(
  (project): ResourceProject => ({
    activities: project.activities.map(({ modes, successors }, index) => ({
      modes: modes.map(({ duration, demands }) => ({
        duration,
        demands: demands.map((demand, resource) => Math.min(demand, project.renewable[resource] ?? demand)),
      })),
      successors: successors.filter(({ to, lag }) => to > index && (lag === 'afterFinish' || lag >= 0)),
    })),
    renewable: project.renewable,
    nonRenewable: [],
  }),
);

/** The first mode of every activity. */
export const allFirst = (project: ResourceProject) => project.activities.map(() => 0);
