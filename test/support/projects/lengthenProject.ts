import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';

/** The same project with every duration and every lag so many times as long. */
export function lengthenProject(project: ResourceProject, factor: number): ResourceProject {
  return {
    ...project,
    activities: project.activities.map(({ modes, successors }) => ({
      modes: modes.map((mode) => ({ ...mode, duration: mode.duration * factor })),
      successors: successors.map(({ to, lag }) => ({ to, lag: lag === 'afterFinish' ? lag : lag * factor })),
    })),
  };
}
