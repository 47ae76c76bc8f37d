import type { ProjectActivity, ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { criticalPath } from './criticalPath.ts';

export type JoinedShape = {
  readonly layers: number;
  /** Which projects of the layer before the one at this place of its own layer follows. */
  readonly follow: (before: readonly number[], place: number) => Iterable<number>;
  /** How long the work of the busiest resource takes: so many times as long as the critical path. */
  readonly workToPath: number;
  /** All resources are as busy as that one; or have its capacity; or share units out as the projects' own capacities together do. */
  readonly capacities: 'sameLoad' | 'same' | 'inProportion';
};

/** Follows the project at the same place of the layer before; in a larger layer the places begin anew. */
export const followInChains: JoinedShape['follow'] = (before, place) => [before[place % before.length] as number];

/** One project of several with one mode each, in layers of nearly the same size; they share the resources. */
export function joinProjects(parts: readonly ResourceProject[], { layers, follow, workToPath, capacities }: JoinedShape): ResourceProject {
  const offset = parts.map((_, index) => 1 + parts.slice(0, index).reduce((sum, { activities }) => sum + activities.length, 0));
  const sink = 1 + parts.reduce((sum, { activities }) => sum + activities.length, 0);
  const members = Array.from({ length: layers }, (_, layer) => [...parts.keys()].filter((index) => Math.floor((index * layers) / parts.length) === layer));
  const followers = new Map<number, number[]>();
  for (const [layer, indices] of members.slice(1).entries())
    for (const [place, index] of indices.entries())
      for (const other of new Set(follow(members[layer] as number[], place))) followers.set(other, [...(followers.get(other) ?? []), index]);

  const afterFinish = (to: number) => ({ to, lag: 'afterFinish' as const });
  const beginnings = (indices: readonly number[]) => indices.map((index) => afterFinish(offset[index] as number));
  const dummy: ProjectMode = { duration: 0, demands: parts[0]?.renewable.map(() => 0) ?? [] };
  const activities: readonly ProjectActivity[] = [
    { modes: [dummy], successors: beginnings(members[0] ?? []) },
    ...parts.flatMap((part, index) =>
      part.activities.map(({ modes, successors }, place) => ({
        modes,
        successors: [
          ...successors.map(({ to, lag }) => ({ to: to + (offset[index] as number), lag })),
          ...(place === part.activities.length - 1 ? [afterFinish(sink), ...beginnings(followers.get(index) ?? [])] : []),
        ],
      })),
    ),
    { modes: [dummy], successors: [] },
  ];

  const length = workToPath * criticalPath({ activities });
  const unitsFor = dummy.demands.map((_, resource) => {
    const work = activities.reduce((sum, { modes: [mode] }) => sum + (mode as ProjectMode).duration * ((mode as ProjectMode).demands[resource] as number), 0);
    return work / length;
  });
  const own = unitsFor.map((_, resource) => parts.reduce((sum, { renewable }) => sum + (renewable[resource] as number), 0));
  const busiest = Math.max(...unitsFor.map((units, resource) => units / (own[resource] as number)));
  const units = { sameLoad: unitsFor, same: unitsFor.map(() => Math.max(...unitsFor)), inProportion: own.map((sum) => sum * busiest) }[capacities];
  const largestDemand = Math.max(...activities.flatMap(({ modes: [mode] }) => (mode as ProjectMode).demands));
  return { activities, renewable: units.map((number) => Math.max(largestDemand, Math.ceil(number))), nonRenewable: [] };
}
