import type { FixedProject } from '../fixedProject.ts';
import { createHeaviestSet } from './heaviestSet.ts';
import type { Together } from './heaviestSet.ts';

/** Units of each activity and a capacity that no activities running at the same time exceed. */
export type JointResource = { readonly units: Int32Array; readonly capacity: number };

/** Units are whole numbers; so fine that what rounding loses does not matter. */
const jointCapacity = 10_000;
/** The joint resource has to say so much more than the best single one; sums closer than the second number are as good as equal. */
const leastGain = 1.02;
const closeEnough = 1.003;
/** The sets that are looked at and the pivots that are made, for all: what takes some hundredths of a second. */
const stepLimit = 60_000;
const pivotWork = 20_000_000;
const tolerance = 1e-9;

/**
 * A further resource that follows from all others together with the order of the activities, and lets the work in windows
 * of time say more than any single one can: a redundant resource (Carlier and Néron 2003; Baptiste and Demassey 2004). Its
 * units are the dual values of the shortest time in which all work can be done when activities may be interrupted and only sets
 * that can run at the same time run at the same time (Mingozzi et al. 1998): no such set exceeds the capacity.
 *
 * The linear program is solved by the simplex method, whose columns, the sets, are found when they are needed
 * (`createHeaviestSet`); every step gives units that are valid, the best ones are kept.
 *
 * `isApart` says of two activities that they never run at the same time. Null where nothing follows.
 *
 * Example: three activities of 2 units of time, each two of which exceed a capacity, each pair another one: of the joint
 * resource each needs all, so 6 units of time are the least, though each single resource would let them end after 4.
 */
export function jointResource(project: FixedProject, isApart: (one: number, other: number) => boolean): JointResource | null {
  const { count, duration, resources, demand, capacity } = project;
  const activities: number[] = [];
  for (let activity = 0; activity < count; activity += 1) if ((duration[activity] as number) > 0 && usesAny(project, activity)) activities.push(activity);
  if (activities.length < 2) return null;
  const places = activities.length;
  const together: Together = {
    count: places,
    resources,
    capacity,
    demand: Int32Array.from(
      { length: places * resources },
      (_, cell) => demand[(activities[Math.floor(cell / resources)] as number) * resources + (cell % resources)] as number,
    ),
    isApart: Uint8Array.from({ length: places * places }, (_, cell) => {
      const [one, other] = [activities[Math.floor(cell / places)] as number, activities[cell % places] as number];
      return one !== other && isApart(one, other) ? 1 : 0;
    }),
  };
  const work = Float64Array.from(activities, (activity) => duration[activity] as number);
  const share = shareOfCapacity(together, work, leastGain * singleBound(together, work));
  if (share === null) return null;
  const units = new Int32Array(count);
  for (const [place, activity] of activities.entries()) units[activity] = Math.floor((share[place] as number) * jointCapacity);
  return { units, capacity: jointCapacity };
}

/** The time that the work takes on the resource with the least capacity for it. */
function singleBound({ resources, demand, capacity }: Together, work: Float64Array): number {
  let most = 0;
  for (let resource = 0; resource < resources; resource += 1) {
    let sum = 0;
    for (let place = 0; place < work.length; place += 1) sum += (work[place] as number) * (demand[place * resources + resource] as number);
    most = Math.max(most, sum / Math.max(1, capacity[resource] as number));
  }
  return most;
}

/** The dual values: for each place the share of the whole that it takes while it runs. Null where they do not give the bound `wanted`. */
function shareOfCapacity(together: Together, work: Float64Array, wanted: number): Float64Array | null {
  const { count } = together;
  const heaviest = createHeaviestSet(together, stepLimit);
  // The basis at first: each activity alone, for as long as it takes.
  const inverse = new Float64Array(count * count);
  for (let place = 0; place < count; place += 1) inverse[place * count + place] = 1;
  const amount = work.slice();
  const dual = new Float64Array(count);
  const column = new Float64Array(count);
  let best = new Float64Array(count);
  let bestBound = 0;
  for (let pivots = Math.ceil(pivotWork / count ** 2); pivots > 0; pivots -= 1) {
    dual.fill(0);
    for (let cell = 0; cell < inverse.length; cell += 1) dual[cell % count] = (dual[cell % count] as number) + (inverse[cell] as number);
    for (let place = 0; place < count; place += 1) dual[place] = Math.max(0, dual[place] as number);
    heaviest.find(dual);
    if (heaviest.stepsLeft < 0) break;
    let bound = 0;
    for (let place = 0; place < count; place += 1) bound += ((dual[place] as number) * (work[place] as number)) / heaviest.weight;
    if (bound > bestBound) {
      bestBound = bound;
      best = dual.map((value) => value / (heaviest.weight + tolerance));
    }
    // The amounts of the basis are a way to do the work, so no dual values give more than their sum.
    const most = amount.reduce((sum, each) => sum + each, 0);
    if (most < wanted || most <= closeEnough * bestBound || !takeColumn(inverse, amount, column, heaviest.set.subarray(0, heaviest.size))) break;
  }
  return bestBound >= wanted ? best : null;
}

/** One pivot: a set comes into the basis, the first one that it makes superfluous leaves it. */
function takeColumn(inverse: Float64Array, amount: Float64Array, column: Float64Array, set: Int32Array): boolean {
  const count = amount.length;
  let leaving = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (const place of set) sum += inverse[row * count + place] as number;
    column[row] = sum;
    if (sum <= tolerance || (amount[row] as number) / sum >= least) continue;
    least = (amount[row] as number) / sum;
    leaving = row;
  }
  if (leaving < 0) return false;
  const pivot = column[leaving] as number;
  const base = leaving * count;
  for (let place = 0; place < count; place += 1) inverse[base + place] = (inverse[base + place] as number) / pivot;
  amount[leaving] = least;
  for (let row = 0; row < count; row += 1) {
    const factor = column[row] as number;
    if (row === leaving || Math.abs(factor) < tolerance) continue;
    amount[row] = (amount[row] as number) - factor * least;
    for (let place = 0; place < count; place += 1)
      inverse[row * count + place] = (inverse[row * count + place] as number) - factor * (inverse[base + place] as number);
  }
  return true;
}

function usesAny({ resources, demand }: FixedProject, activity: number): boolean {
  for (let resource = 0; resource < resources; resource += 1) if ((demand[activity * resources + resource] as number) > 0) return true;
  return false;
}
