import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { criticalPath } from './criticalPath.ts';
import { generateProject } from './generateProject.ts';

export type LayeredShape = {
  readonly projects: number;
  readonly layers: number;
  readonly seed: number;
  readonly isChained?: boolean;
  readonly workToPath?: number;
  readonly hasSameCapacities?: boolean;
};

/**
 * A large project of projects of 119 activities in layers, with 42 of them about 5,100 activities. Each follows the one that stands
 * at its place in the layer before (`isChained`), or one or two of that layer drawn at random. All share four resources whose work takes
 * `workToPath` times as long as the critical path, 1.1 unless something else is said: so both bind, and a bound of either alone is hard to reach.
 * With `hasSameCapacities` that holds for the resource with the most work, and the others have its capacity: their loads differ as they were drawn.
 */
export function generateLayeredProject(shape: LayeredShape): ResourceProject {
  const random = createRandom(shape.seed);
  const parts = Array.from({ length: shape.projects }, (_, index) =>
    generateProject({
      activities: 119,
      networkComplexity: [1.5, 1.8, 2.1][index % 3] as number,
      resourceFactor: [0.25, 0.5, 0.75, 1][index % 4] as number,
      resourceStrength: 0.2,
      seed: shape.seed * 1000 + index,
    }),
  );
  const layerOf = (index: number) => Math.floor((index * shape.layers) / shape.projects);
  const width = Math.round(shape.projects / shape.layers);
  const chainedTo = (index: number) => new Set(index < width ? [] : [index - width]);
  const drawnFrom = (before: readonly number[]) => new Set(before.length === 0 ? [] : [0, 1].map(() => before[Math.floor(random() * before.length)] as number));
  const offset = parts.map((_, index) => 1 + parts.slice(0, index).reduce((sum, { activities }) => sum + activities.length, 0));
  const sink = 1 + parts.reduce((sum, { activities }) => sum + activities.length, 0);
  const follow = new Map<number, number[]>();
  const free: number[] = [];
  for (const index of parts.keys()) {
    const chosen = shape.isChained ? chainedTo(index) : drawnFrom([...parts.keys()].filter((other) => layerOf(other) === layerOf(index) - 1));
    if (chosen.size === 0) free.push(index);
    for (const other of chosen) follow.set(other, [...(follow.get(other) ?? []), index]);
  }
  const resources = parts[0]?.renewable.length ?? 0;
  const dummy: ProjectMode = { duration: 0, demands: new Array<number>(resources).fill(0) };
  const activities: ProjectActivity[] = [{ modes: [dummy], successors: free.map((index) => ({ to: offset[index] as number, lag: 'afterFinish' })) }];
  for (const [index, part] of parts.entries()) {
    const at = offset[index] as number;
    for (const [place, activity] of part.activities.entries()) {
      const isLast = place === part.activities.length - 1;
      const next = isLast ? [sink, ...(follow.get(index) ?? []).map((other) => offset[other] as number)] : [];
      activities.push({
        modes: activity.modes,
        successors: [...activity.successors.map(({ to, lag }) => ({ to: to + at, lag })), ...next.map((to) => ({ to, lag: 'afterFinish' as const }))],
      });
    }
  }
  activities.push({ modes: [dummy], successors: [] });
  const path = criticalPath({ activities });
  const renewable = dummy.demands.map((_, resource) => {
    const work = activities.reduce((sum, { modes: [mode] }) => sum + (mode as ProjectMode).duration * ((mode as ProjectMode).demands[resource] as number), 0);
    return Math.max(10, Math.ceil(work / ((shape.workToPath ?? 1.1) * path)));
  });
  const most = Math.max(...renewable);
  return { activities, renewable: shape.hasSameCapacities ? renewable.map(() => most) : renewable, nonRenewable: [] };
}
