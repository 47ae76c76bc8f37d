import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { generateNetwork } from './generateNetwork.ts';

export type ProjectShape = {
  /** Without the source and the sink. */
  readonly activities: number;
  /** Arcs that are not redundant, for each activity, source and sink among them. */
  readonly networkComplexity: number;
  /** Share of the resources that an activity needs, on average. */
  readonly resourceFactor: number;
  /** 0: capacities as large as the largest demand; 1: as large as the peak of the earliest starts. */
  readonly resourceStrength: number;
  readonly seed: number;
  /** Share of the activities that get a maximum lag to an earlier one; as many arcs then have a start-to-start lag. */
  readonly maximumLags?: number;
};

const resources = 4;
const longest = 10;
const largest = 10;

/**
 * A project in the style of ProGen (Kolisch, Sprecher, Drexl 1995), as the sets J30 to J120 were made: four resources,
 * durations and demands from 1 to 10, every activity needs at least one resource. The same shape gives the same project.
 * With maximum lags in the style of ProGen/max (Schwindt 1998): there may be no schedule then.
 */
export function generateProject(shape: ProjectShape): ResourceProject {
  const random = createRandom(shape.seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const count = shape.activities;
  // Source and sink have arcs to the three first and from the three last activities.
  const { arcs, reaches } = generateNetwork(count, Math.round(shape.networkComplexity * (count + 2)) - 6, random);
  const duration = Array.from({ length: count }, () => upTo(longest));
  const demands = drawDemands(count, shape.resourceFactor, random, () => upTo(largest));

  const successors: ProjectLink[][] = Array.from({ length: count }, () => []);
  const isPlain = (shape.maximumLags ?? 0) === 0;
  for (const [from, to] of arcs) {
    const isLag = !isPlain && random() < (shape.maximumLags ?? 0);
    successors[from]?.push({ to: to + 1, lag: isLag ? Math.max(1, Math.round((duration[from] as number) * (0.5 + random()))) : 'afterFinish' });
  }
  const capacity = drawCapacities(shape.resourceStrength, duration, demands, earliestStarts(duration, successors));
  if (!isPlain) addMaximumLags(shape.maximumLags ?? 0, duration, successors, reaches, random);

  const entry = new Set(arcs.map(([, to]) => to));
  const exit = new Set(arcs.map(([from]) => from));
  const dummy = { duration: 0, demands: capacity.map(() => 0) };
  const real = duration.map((each, index): ProjectActivity => {
    // With start-to-start lags the followers of an activity may finish before it does.
    const toSink: readonly ProjectLink[] = exit.has(index) && isPlain ? [] : [{ to: count + 1, lag: 'afterFinish' }];
    return { modes: [{ duration: each, demands: demands[index] as number[] }], successors: [...(successors[index] as ProjectLink[]), ...toSink] };
  });
  const first = duration.flatMap((_, index): ProjectLink[] => (entry.has(index) ? [] : [{ to: index + 1, lag: 'afterFinish' }]));
  return { activities: [{ modes: [dummy], successors: first }, ...real, { modes: [dummy], successors: [] }], renewable: capacity, nonRenewable: [] };
}

/** One resource for every activity first, then further pairs until the resource factor is reached. */
export function drawDemands(count: number, factor: number, random: () => number, demand: () => number): number[][] {
  const demands = Array.from({ length: count }, () => new Array<number>(resources).fill(0));
  for (const own of demands) own[Math.floor(random() * resources)] = demand();
  let left = Math.round(factor * count * resources) - count;
  while (left > 0) {
    const own = demands[Math.floor(random() * count)] as number[];
    const resource = Math.floor(random() * resources);
    if (own[resource] !== 0) continue;
    own[resource] = demand();
    left -= 1;
  }
  return demands;
}

function drawCapacities(strength: number, duration: readonly number[], demands: readonly (readonly number[])[], start: readonly number[]): number[] {
  return Array.from({ length: resources }, (_, resource) => {
    const used: number[] = [];
    for (const [index, at] of start.entries())
      for (let time = at; time < at + (duration[index] as number); time += 1) used[time] = (used[time] ?? 0) + (demands[index]?.[resource] ?? 0);
    const least = Math.max(...demands.map((own) => own[resource] as number));
    const peak = Math.max(...used);
    return least + Math.round(strength * (peak - least));
  });
}

/** Links lead from lower to higher numbers; they count the source as activity 0. */
function earliestStarts(duration: readonly number[], successors: readonly (readonly ProjectLink[])[]): number[] {
  const start = duration.map(() => 0);
  for (const [from, links] of successors.entries()) {
    for (const { to, lag } of links) {
      const at = (start[from] as number) + (lag === 'afterFinish' ? (duration[from] as number) : lag);
      start[to - 1] = Math.max(start[to - 1] as number, at);
    }
  }
  return start;
}

/** A follower on some way may start at most so long after an activity: the length of the way and up to as much again. */
function addMaximumLags(share: number, duration: readonly number[], successors: ProjectLink[][], reaches: Uint8Array, random: () => number): void {
  const count = duration.length;
  const pairs: (readonly [number, number])[] = [];
  for (let from = 0; from < count; from += 1) for (let to = 0; to < count; to += 1) if (reaches[from * count + to] === 1) pairs.push([from, to]);
  for (let left = Math.min(pairs.length, Math.round(share * count)); left > 0; left -= 1) {
    const [from, to] = pairs.splice(Math.floor(random() * pairs.length), 1)[0] as readonly [number, number];
    const way = longestWay(from, to, duration, successors);
    successors[to]?.push({ to: from + 1, lag: -Math.ceil(way * (1 + random())) });
  }
}

function longestWay(from: number, to: number, duration: readonly number[], successors: readonly (readonly ProjectLink[])[]): number {
  const length = duration.map(() => Number.NEGATIVE_INFINITY);
  length[from] = 0;
  for (let at = from; at < to; at += 1) {
    for (const link of successors[at] ?? []) {
      const steps = link.lag === 'afterFinish' ? (duration[at] as number) : link.lag;
      if (steps >= 0) length[link.to - 1] = Math.max(length[link.to - 1] as number, (length[at] as number) + steps);
    }
  }
  return length[to] as number;
}
