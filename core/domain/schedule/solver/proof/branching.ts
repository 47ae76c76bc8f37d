import { literalOf } from './proofModel.ts';
import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';

/**
 * Which literal to decide next: the one that took part in most of the recent conflicts. Every conflict counts `step` for its
 * literals, and the step grows by a twentieth with each, so that what is long ago weighs less and less. An atom is
 * `[variable >= value]` with `value` between the bounds of level 0; only those that were in a conflict stand in the heap.
 *
 * Source: VSIDS of Moskewicz, Madigan, Zhao, Zhang and Malik, Chaff: engineering an efficient SAT solver, DAC 2001, with
 * the growing step of Eén and Sörensson, An extensible SAT-solver, SAT 2003.
 */
export type Branching = {
  readonly variableOf: Int32Array;
  readonly activity: Float64Array;
  readonly heap: Int32Array;
  heapSize: number;
  /** Place in the heap, -1 for none. */
  readonly placeOf: Int32Array;
  step: number;
  /** Atoms taken out of the heap, level by level: they come back when the level is left. */
  readonly taken: number[];
  readonly takenAt: number[];
  /** The side of each variable that is tried first: the value it had last, or in the best schedule. */
  readonly phase: Int32Array;
};

const decay = 1 / 0.95;

/**
 * No atom was in a conflict yet, and every phase is 0.
 *
 * Example: of A and B, which start at 0 to 4, the atoms 0 to 4 belong to A, 5 to 9 to B, and there is none to take.
 */
export function createBranching({ variables, atomBase, atoms }: ProofModel): Branching {
  const variableOf = new Int32Array(atoms);
  for (let variable = 0; variable < variables; variable += 1) variableOf.fill(variable, atomBase[variable] as number, atomBase[variable + 1] ?? atoms);
  return {
    variableOf,
    activity: new Float64Array(atoms),
    heap: new Int32Array(atoms),
    heapSize: 0,
    placeOf: new Int32Array(atoms).fill(-1),
    step: 1,
    taken: [],
    takenAt: [0],
    phase: new Int32Array(variables),
  };
}

/**
 * Notes that a literal took part in a conflict.
 *
 * Example: of `A >= 2` in two conflicts and `B >= 1` in one, `takeAtom` gives `A >= 2` first. Whether a literal or its
 * negation took part makes no difference.
 */
export function bumpLiteral({ branching, model }: ProofState, slot: number, value: number): void {
  const atom = literalOf(model.atomBase, slot, value) >> 1;
  const activity = (branching.activity[atom] as number) + branching.step;
  branching.activity[atom] = activity;
  const place = branching.placeOf[atom] as number;
  if (place >= 0) siftUp(branching, place);
  else if (activity === branching.step) insertAtom(branching, atom);
  if (activity > 1e100) rescale(branching);
}

/**
 * Lets every conflict so far weigh less than those to come.
 *
 * Example: `A >= 2` in a conflict, then `decayActivity`, then `B >= 1` in one: `B >= 1` is taken first.
 */
export function decayActivity(branching: Branching): void {
  branching.step *= decay;
}

/**
 * The undecided atom with the highest activity, -1 where every atom that was in a conflict is decided.
 *
 * Example: with `A >= 2` and `B >= 1` in the heap and A at 2 or later, it is `B >= 1`, and -1 after that.
 */
export function takeAtom({ branching, trail, model }: ProofState): number {
  while (branching.heapSize > 0) {
    const atom = removeFirst(branching);
    branching.taken.push(atom);
    const variable = branching.variableOf[atom] as number;
    const value = atom - (model.atomBase[variable] as number);
    if ((trail.value[2 * variable] as number) < value && value <= -(trail.value[2 * variable + 1] as number)) return atom;
  }
  return -1;
}

/**
 * Puts the atoms back that were taken at levels above `depth`.
 *
 * Example: `A >= 2` was taken at level 1; back at level 0 it is there to be taken again.
 */
export function releaseAtoms({ branching }: ProofState, depth: number): void {
  const start = branching.takenAt[depth + 1] as number;
  for (let place = start; place < branching.taken.length; place += 1) insertAtom(branching, branching.taken[place] as number);
  branching.taken.length = start;
}

function rescale(branching: Branching): void {
  const { activity } = branching;
  for (let atom = 0; atom < activity.length; atom += 1) activity[atom] = (activity[atom] as number) * 1e-100;
  branching.step *= 1e-100;
}

function insertAtom(branching: Branching, atom: number): void {
  if ((branching.placeOf[atom] as number) >= 0) return;
  const place = branching.heapSize;
  branching.heap[place] = atom;
  branching.placeOf[atom] = place;
  branching.heapSize = place + 1;
  siftUp(branching, place);
}

function removeFirst(branching: Branching): number {
  const { heap, placeOf } = branching;
  const first = heap[0] as number;
  placeOf[first] = -1;
  branching.heapSize -= 1;
  if (branching.heapSize > 0) {
    heap[0] = heap[branching.heapSize] as number;
    placeOf[heap[0] as number] = 0;
    siftDown(branching, 0);
  }
  return first;
}

function siftUp({ heap, placeOf, activity }: Branching, from: number): void {
  const atom = heap[from] as number;
  const own = activity[atom] as number;
  let place = from;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as number;
    if ((activity[above] as number) >= own) break;
    heap[place] = above;
    placeOf[above] = place;
    place = parent;
  }
  heap[place] = atom;
  placeOf[atom] = place;
}

function siftDown({ heap, placeOf, activity, heapSize }: Branching, from: number): void {
  const atom = heap[from] as number;
  const own = activity[atom] as number;
  let place = from;
  for (let child = 2 * place + 1; child < heapSize; child = 2 * place + 1) {
    if (child + 1 < heapSize && (activity[heap[child + 1] as number] as number) > (activity[heap[child] as number] as number)) child += 1;
    const below = heap[child] as number;
    if ((activity[below] as number) <= own) break;
    heap[place] = below;
    placeOf[below] = place;
    place = child;
  }
  heap[place] = atom;
  placeOf[atom] = place;
}
