import type { FixedProject } from '../fixedProject.ts';
import type { JointResource } from './jointResource.ts';
import type { OrderedPairs } from './orderPairs.ts';

/**
 * A project as whole variables with bounds. Variable `i < count` is the start of activity `i`, variable `count` the finish
 * of the project, every later one the order of a disjunctive pair: 1 when its first activity comes first, 0 otherwise.
 *
 * Every variable `x` has two slots: slot `2x` holds its lower bound, slot `2x + 1` its upper bound with the sign changed.
 * So a bound only ever grows, and a literal is a slot and a value: `[slot >= value]`. Its negation is
 * `[slot ^ 1 >= 1 - value]`. These are order literals without a Boolean variable for each: memory does not grow with the
 * horizon.
 *
 * Source: Ohrimenko, Stuckey and Codish, Propagation via lazy clause generation, Constraints 14 (2009), for the literals.
 */
export type ProofModel = {
  /** With the joint resource, where there is one, as its last resource. */
  readonly project: FixedProject;
  /** Resources that the project has itself. */
  readonly ownResources: number;
  readonly variables: number;
  readonly slots: number;
  readonly finish: number;
  /** No start and no finish lies after it. */
  readonly horizon: number;
  readonly links: SlotLinks;
  /** Activities that need a resource: entries `userOffset[resource]` to `userOffset[resource + 1] - 1` of `user`. */
  readonly userOffset: Int32Array;
  readonly user: Int32Array;
  /**
   * Atoms: `[variable >= value]` for every value that a bound can have has the number `atomBase[variable] + value`. A literal
   * is an atom or its negation; `literalOf` gives it a number too.
   */
  readonly atomBase: Int32Array;
  readonly atoms: number;
};

/**
 * The number of the literal `[slot >= value]`: twice its atom, and one more where the atom is denied.
 *
 * Example: where the atoms of variable 1 begin at 4, `[2 >= 3]` (at 3 or later) is 14, and its negation `[3 >= -2]` (at 2 or
 * earlier) is 15.
 */
export const literalOf = (atomBase: Int32Array, slot: number, value: number): number =>
  2 * ((atomBase[slot >> 1] as number) + ((slot & 1) === 0 ? value : 1 - value)) + (slot & 1);

/**
 * `[to >= value + lag]` follows from `[source >= value]`, where there is a guard from both. A guard is the slot of a pair's
 * order; its literal is `[guard >= 1 - (guard & 1)]`. A lag between two starts is two such links, one for each bound.
 */
export type SlotLinks = {
  /** Links `offset[slot]` to `offset[slot + 1] - 1` start at a slot. */
  readonly offset: Int32Array;
  readonly source: Int32Array;
  readonly to: Int32Array;
  readonly lag: Int32Array;
  /** -1 for a link that always holds. */
  readonly guard: Int32Array;
  /** Links guarded by a slot: entries `guardedOffset[slot]` to `guardedOffset[slot + 1] - 1` of `guarded`. */
  readonly guardedOffset: Int32Array;
  readonly guarded: Int32Array;
};

type ModelParts = { readonly pairs: OrderedPairs; readonly joint: JointResource | null; readonly horizon: number };

type LinkList = { readonly source: number[]; readonly to: number[]; readonly lag: number[]; readonly guard: number[] };

/**
 * Writes a project, the orders of its pairs and the joint resource down as variables, links and atoms.
 *
 * Example: activities 0 and 1 of 3 units of time on the only unit of a resource, with the horizon 6:
 *
 *   variable            0         1         2         3
 *   is                  start     start     finish    order of 0 and 1
 *   values              0 to 3    0 to 3    0 to 6    0 or 1
 *   slots               0 and 1   2 and 3   4 and 5   6 and 7
 *   first of 18 atoms   0         4         8         16
 *
 * Each order is a lag of 3 that its guard, slot 6 or 7, lets hold; both starts have a lag of 3 to the finish.
 */
export function proofModel(own: FixedProject, { pairs, joint, horizon }: ModelParts): ProofModel {
  const project = joint ? withResource(own, joint) : own;
  const { count, duration, demand, resources } = project;
  const list: LinkList = { source: [], to: [], lag: [], guard: [] };
  for (let from = 0; from < count; from += 1) {
    for (const links of [project.after, project.maximum]) {
      for (let place = links.offset[from] as number; place < (links.offset[from + 1] as number); place += 1) {
        addLag(list, from, links.other[place] as number, links.lag[place] as number, -1);
      }
    }
    if (isLast(project, from)) addLag(list, from, count, duration[from] as number, -1);
  }
  for (const { first, second } of pairs.forced) addLag(list, first, second, duration[first] as number, -1);
  for (const [place, { first, second }] of pairs.open.entries()) {
    const variable = count + 1 + place;
    addLag(list, first, second, duration[first] as number, 2 * variable);
    addLag(list, second, first, duration[second] as number, 2 * variable + 1);
  }
  const user: number[] = [];
  const userOffset = new Int32Array(resources + 1);
  for (let resource = 0; resource < resources; resource += 1) {
    for (let activity = 0; activity < count; activity += 1) if ((demand[activity * resources + resource] as number) > 0) user.push(activity);
    userOffset[resource + 1] = user.length;
  }
  const variables = count + 1 + pairs.open.length;
  const atomBase = new Int32Array(variables);
  let atoms = 0;
  for (let variable = 0; variable < variables; variable += 1) {
    atomBase[variable] = atoms;
    // Of the finish one more: that a schedule ends after the horizon is what a clause says where the limit is the horizon.
    atoms += variable < count ? horizon - (duration[variable] as number) + 1 : variable === count ? horizon + 2 : 2;
  }
  return {
    project,
    ownResources: own.resources,
    variables,
    slots: 2 * variables,
    finish: count,
    horizon,
    links: sortLinks(list, 2 * variables),
    userOffset,
    user: Int32Array.from(user),
    atomBase,
    atoms,
  };
}

function withResource(project: FixedProject, { units, capacity }: JointResource): FixedProject {
  const resources = project.resources + 1;
  const demand = new Int32Array(project.count * resources);
  for (let activity = 0; activity < project.count; activity += 1) {
    demand.set(project.demand.subarray(activity * project.resources, (activity + 1) * project.resources), activity * resources);
    demand[activity * resources + project.resources] = units[activity] as number;
  }
  return { ...project, resources, demand, capacity: Int32Array.of(...project.capacity, capacity) };
}

function addLag(list: LinkList, from: number, to: number, lag: number, guard: number): void {
  list.source.push(2 * from, 2 * to + 1);
  list.to.push(2 * to, 2 * from + 1);
  list.lag.push(lag, lag);
  list.guard.push(guard, guard);
}

/** Whether nothing that must follow certainly ends as late: then the project's finish has to wait for this activity itself. */
function isLast({ after, duration }: FixedProject, activity: number): boolean {
  for (let place = after.offset[activity] as number; place < (after.offset[activity + 1] as number); place += 1) {
    const lag = after.lag[place] as number;
    const reach = lag + (duration[after.other[place] as number] as number) - (duration[activity] as number);
    if (reach > 0 || (reach === 0 && lag > 0)) return false;
  }
  return true;
}

function sortLinks(list: LinkList, slots: number): SlotLinks {
  const order = list.source.map((_, link) => link).sort((a, b) => (list.source[a] as number) - (list.source[b] as number) || a - b);
  const guard = Int32Array.from(order, (link) => list.guard[link] as number);
  const source = Int32Array.from(order, (link) => list.source[link] as number);
  const guarded = [...guard.keys()].filter((link) => (guard[link] as number) >= 0).sort((a, b) => (guard[a] as number) - (guard[b] as number) || a - b);
  return {
    offset: offsets(source, slots),
    source,
    to: Int32Array.from(order, (link) => list.to[link] as number),
    lag: Int32Array.from(order, (link) => list.lag[link] as number),
    guard,
    guardedOffset: offsets(
      Int32Array.from(guarded, (link) => guard[link] as number),
      slots,
    ),
    guarded: Int32Array.from(guarded),
  };
}

/** Where each slot's entries start in a list that is sorted by slot. */
function offsets(slotOf: Int32Array, slots: number): Int32Array {
  const offset = new Int32Array(slots + 1);
  for (const slot of slotOf) offset[slot + 1] = (offset[slot + 1] as number) + 1;
  for (let slot = 0; slot < slots; slot += 1) offset[slot + 1] = (offset[slot + 1] as number) + (offset[slot] as number);
  return offset;
}
