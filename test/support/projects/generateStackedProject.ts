import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { criticalPath } from './criticalPath.ts';
import { drawDemands } from './generateProject.ts';

export type StackedShape = { readonly activities: number; readonly layers: number; readonly workToPath: number; readonly seed: number };

/** Mean share of the four resources that an activity of `generateLayeredProject` needs, and of this one. */
const resourceFactor = 0.625;

/**
 * Activities in layers of the same size, each of which follows one to three of the layer before, drawn at random. Durations
 * and demands are those of `generateProject`; the work of each of the four resources takes `workToPath` times as long as the critical path.
 */
export function generateStackedProject({ activities: count, layers, workToPath, seed }: StackedShape): ResourceProject {
  const random = createRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const demands = drawDemands(count, resourceFactor, random, () => upTo(10));
  const size = Math.ceil(count / layers);
  const after = demands.map((): Set<number> => new Set());
  for (let index = size; index < count; index += 1) {
    const before = (Math.floor(index / size) - 1) * size;
    for (let links = upTo(3); links > 0; links -= 1) after[before + Math.floor(random() * size)]?.add(index);
  }
  const dummy: ProjectMode = { duration: 0, demands: [0, 0, 0, 0] };
  const follow = (indices: Iterable<number>) => [...indices].map((index) => ({ to: index + 1, lag: 'afterFinish' as const }));
  const activities: readonly ProjectActivity[] = [
    { modes: [dummy], successors: follow(Array.from({ length: size }, (_, index) => index)) },
    ...demands.map((own, index) => ({ modes: [{ duration: upTo(10), demands: own }], successors: follow([...(after[index] as Set<number>), count]) })),
    { modes: [dummy], successors: [] },
  ];
  const length = workToPath * criticalPath({ activities });
  const renewable = dummy.demands.map((_, resource) => {
    const work = activities.reduce((sum, { modes: [mode] }) => sum + (mode as ProjectMode).duration * ((mode as ProjectMode).demands[resource] as number), 0);
    return Math.max(10, Math.ceil(work / length));
  });
  return { activities, renewable, nonRenewable: [] };
}
