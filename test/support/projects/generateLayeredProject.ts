import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { generateProject } from './generateProject.ts';
import { followInChains, type JoinedShape, joinProjects } from './joinProjects.ts';

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
  const followDrawn: JoinedShape['follow'] = (before) => [0, 1].map(() => before[Math.floor(random() * before.length)] as number);
  return joinProjects(parts, {
    layers: shape.layers,
    follow: shape.isChained ? followInChains : followDrawn,
    workToPath: shape.workToPath ?? 1.1,
    capacities: shape.hasSameCapacities ? 'same' : 'sameLoad',
  });
}
