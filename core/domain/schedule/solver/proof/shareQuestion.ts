import { openLevel, raise } from './boundTrail.ts';
import type { ProofState } from './proofState.ts';

/** What follows from a limit of the finish for every slot, and the order that is decided first (-1 for none). */
export type LimitFacts = { readonly limit: number; readonly bound: Int32Array; readonly order: number };

/**
 * Another one who works on the same question at the same time: each begins with the opposite of one order (a guiding path),
 * and what one finds to follow from the limit the other one takes over. When one half is refuted, its opposite is such a
 * fact, and both halve what is left. The halves together take about as many conflicts as the whole (measured on J30), so
 * little is done twice.
 *
 * Source: Zhang, Bonacina and Hsiang, PSATO: a distributed propositional prover and its application to quasigroup problems,
 * Journal of Symbolic Computation 21 (1996).
 */
export type ProofPartner = {
  /** Whether it begins with the order as it is, and names it; the other one begins with its opposite. */
  readonly leads: boolean;
  /** What the other one told last. */
  readonly hear: () => LimitFacts | null;
  readonly tell: (facts: LimitFacts) => void;
};

/** Until there were so many conflicts, it is not known which order matters. */
const conflictsBeforeHalving = 300;

/**
 * At level 1, where all that follows from the limit stands: takes over what the partner found. False where that contradicts
 * what was found here, so that the limit cannot be kept.
 *
 * Example: the partner found for the limit 7 that A starts at 2 or later. With the limit 6 that holds here too, with the
 * limit 8 it need not, and nothing is taken over.
 */
export function takeFacts(state: ProofState, partner: ProofPartner): boolean {
  const facts = usableFacts(state, partner);
  if (!facts) return true;
  for (let slot = 0; slot < facts.bound.length; slot += 1) if (!raise(state, slot, facts.bound[slot] as number, 0)) return false;
  return true;
}

/**
 * Tells the partner what follows from the limit, where that is more than was told before.
 *
 * Example: told twice in a row, the partner hears it once; after A was raised to 1 it hears that.
 */
export function tellFacts({ trail, told, limit }: ProofState, partner: ProofPartner, order: number): void {
  let isNew = told.limit !== limit || told.order !== order;
  for (let slot = 0; slot < trail.value.length && !isNew; slot += 1) isNew = (trail.value[slot] as number) > (told.bound[slot] as number);
  if (!isNew) return;
  told.limit = limit;
  told.order = order;
  told.bound.set(trail.value);
  partner.tell({ limit, order, bound: trail.value.slice() });
}

/**
 * The order that halves the question: the leader's as long as it is open, then the one that took part in most of the recent
 * conflicts; -1 for none.
 *
 * Example: of three activities that exclude each other the leader named the order of the last two, which is open: it is
 * that one, until it is decided. Then it is none before the 300th conflict, and after it the most active one of the others.
 */
export function halvingOrder(state: ProofState, partner: ProofPartner): number {
  const { model, branching, marks, told } = state;
  const heard = partner.leads ? -1 : (usableFacts(state, partner)?.order ?? -1);
  for (const order of [heard, told.order]) if (order >= 0 && isOpen(state, order)) return order;
  if (marks.conflicts < conflictsBeforeHalving) return -1;
  let best = -1;
  for (let order = model.finish + 1; order < model.variables; order += 1) {
    if (isOpen(state, order) && (best < 0 || activityOf(order) > activityOf(best))) best = order;
  }
  return best;

  function activityOf(order: number): number {
    return branching.activity[(model.atomBase[order] as number) + 1] as number;
  }
}

/**
 * Decides the order as the leader or the other one has it.
 *
 * Example: the leader goes on with the first activity in front, the other one with the second in front.
 */
export function takeHalf(state: ProofState, partner: ProofPartner, order: number): void {
  openLevel(state);
  raise(state, partner.leads ? 2 * order : 2 * order + 1, partner.leads ? 1 : 0, 0);
}

function usableFacts({ model, limit }: ProofState, partner: ProofPartner): LimitFacts | null {
  const facts = partner.hear();
  return facts && facts.limit >= limit && facts.bound.length === model.slots ? facts : null;
}

function isOpen({ trail }: ProofState, variable: number): boolean {
  return (trail.value[2 * variable] as number) + (trail.value[2 * variable + 1] as number) < 0;
}
