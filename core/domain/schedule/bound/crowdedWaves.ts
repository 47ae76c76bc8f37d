import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';

/** Waves of which never more than `atOnce` are at work on one day, and the days that each of them is. */
export type CrowdedWaves = { readonly waves: readonly { readonly task: number; readonly days: number }[]; readonly atOnce: number };

/** More at once say little more than the hours of people do. */
const mostAtOnce = 5;
/** Sets of more lanes are not looked at, and only sets of the lanes with the most work. */
const mostLanesInSet = 3;
const mostLanes = 12;
const triedCounts = 24;

type Wave = { readonly task: number; readonly days: number; readonly people: number };

/**
 * Waves that people do not suffice for all at once. Of those that need more than a third of all trainers, two are at work
 * at most, and so on. Of two or three lanes that cannot all run on one day a day sees one less: looked at are their waves
 * of a day and more, since no two of these share a day of their lane, and of each lane those that need most people, so
 * that one wave of each lane always needs more than there are.
 *
 * Sources: the dual feasible functions of Carlier and Néron, On linear lower bounds for the resource constrained project
 * scheduling problem, EJOR 149 (2003), for the shares; the minimal forbidden sets of Igelmund and Radermacher, Preselective
 * strategies for the optimization of stochastic project networks under resource constraints, Networks 13 (1983), for the lanes.
 *
 * Example: with 100 minutes of crew a day, waves that need 60 a day never run on the same day; nor do waves of 70 on one
 * lane and of 40 on another one.
 */
export function crowdedWaves(problem: SchedulingProblem, order: Int32Array, isImpossible: Uint8Array): readonly CrowdedWaves[] {
  const crowds: CrowdedWaves[] = [];
  for (const [resource, { kind, capacity }] of problem.resources.entries()) {
    if (kind !== 'even') continue;
    const { all, lanes } = wavesWithPeople(problem, order, isImpossible, resource);
    for (let atOnce = 1; atOnce <= mostAtOnce; atOnce += 1) {
      const waves = all.filter(({ people }) => people * (atOnce + 1) > capacity);
      if (waves.length > 0) crowds.push({ waves, atOnce });
    }
    for (const set of setsOf(lanes)) {
      if (set.reduce((people, [wave]) => people + (wave?.people ?? 0), 0) <= capacity) continue;
      const days = set.map((lane) => daysOf(lane));
      // Fewer say no more than one lane by itself.
      const worthwhile = (set.length - 1) * Math.max(...days);
      if (sum(days) <= worthwhile) continue;
      const waves = mostAbove(set, capacity);
      if (daysOf(waves) > worthwhile) crowds.push({ waves, atOnce: set.length - 1 });
    }
  }
  return crowds;
}

/** The waves that need these people, and of each lane those that take a day and more, most people first. */
function wavesWithPeople(
  problem: SchedulingProblem,
  order: Int32Array,
  isImpossible: Uint8Array,
  resource: number,
): { readonly all: readonly Wave[]; readonly lanes: readonly (readonly Wave[])[] } {
  const all: Wave[] = [];
  const lanes = new Map<number, Wave[]>();
  for (const task of order) {
    if (isImpossible[task]) continue;
    const days = problem.duration[task] as number;
    let lane: Wave[] = [];
    let daysOnLane = 0;
    let people = 0;
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      const other = problem.demandResource[entry] as number;
      const { kind, capacity } = problem.resources[other] as SchedulingResource;
      const total = problem.demandTotal[entry] as number;
      if (other === resource) people = Math.floor(total / days);
      else if (kind === 'front' && total >= capacity) {
        lane = lanes.get(other) ?? lane;
        lanes.set(other, lane);
        daysOnLane = Math.ceil(total / capacity);
      }
    }
    if (people <= 0) continue;
    all.push({ task, days, people });
    if (daysOnLane > 0) lane.push({ task, days: daysOnLane, people });
  }
  const byWork = [...lanes.values()].filter((waves) => waves.length > 0).sort((a, b) => daysOf(b) - daysOf(a));
  return { all, lanes: byWork.slice(0, mostLanes).map((waves) => waves.sort((a, b) => b.people - a.people)) };
}

/** Every two and every three of them. */
function* setsOf<Lane>(lanes: readonly Lane[], begun: readonly Lane[] = [], from = 0): Generator<readonly Lane[]> {
  if (begun.length > 1) yield begun;
  if (begun.length === mostLanesInSet) return;
  for (let next = from; next < lanes.length; next += 1) yield* setsOf(lanes, [...begun, lanes[next] as Lane], next + 1);
}

/**
 * Of each lane the waves that need most people, so many that one wave of each lane always needs more than the capacity,
 * and of all such choices the one with the most days; none where there is no such choice. Of all lanes but the last one
 * only some numbers of waves are tried.
 */
function mostAbove(lanes: readonly (readonly Wave[])[], capacity: number): readonly Wave[] {
  const daysUpTo = lanes.map(runningDays);
  const last = lanes.length - 1;
  let best: readonly number[] = lanes.map(() => 0);
  let mostDays = 0;
  const choose = (counts: readonly number[], people: number, days: number) => {
    const index = counts.length;
    const lane = lanes[index] as readonly Wave[];
    if (index === last) {
      const count = countAbove(lane, capacity - people);
      const together = days + (daysUpTo[index]?.[count] as number);
      if (count > 0 && together > mostDays) [mostDays, best] = [together, [...counts, count]];
      return;
    }
    const step = Math.ceil(lane.length / triedCounts);
    for (let count = Math.min(step, lane.length); ; count = Math.min(count + step, lane.length)) {
      choose([...counts, count], people + (lane[count - 1] as Wave).people, days + (daysUpTo[index]?.[count] as number));
      if (count === lane.length) break;
    }
  };
  choose([], 0, 0);
  return lanes.flatMap((lane, index) => lane.slice(0, best[index]));
}

/** How many of the waves, most people first, need more people than that. */
function countAbove(lane: readonly Wave[], people: number): number {
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane[middle] as Wave).people > people) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The days of the first wave, of the first two, and so on; in front of them those of none. */
function runningDays(lane: readonly Wave[]): Int32Array {
  const days = new Int32Array(lane.length + 1);
  for (const [place, wave] of lane.entries()) days[place + 1] = (days[place] as number) + wave.days;
  return days;
}

function daysOf(waves: readonly { readonly days: number }[]): number {
  return sum(waves.map(({ days }) => days));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
