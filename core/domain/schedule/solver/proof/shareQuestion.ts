import { openLevel, raise } from './boundTrail.ts';
import type { ProofState } from './proofState.ts';

/** What follows from a limit of the finish for every slot, and the order that is decided first (-1 for none). */
export type LimitFacts = { readonly limit: number; readonly bound: Int32Array; readonly order: number };

/**
 * Another one who works on the same question at the same time: each begins with the opposite of one order (a guiding path;
 * Zhang, Bonacina and Hsiang 1996), and what one finds to follow from the limit the other one takes over. When one
 * half is refuted, its opposite is such a fact, and both halve what is left. The halves together take about as many
 * conflicts as the whole (measured on J30), so little is done twice.
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
 */
export function takeFacts(state: ProofState, partner: ProofPartner): boolean {
  const facts = usableFacts(state, partner);
  if (!facts) return true;
  for (let slot = 0; slot < facts.bound.length; slot += 1) if (!raise(state, slot, facts.bound[slot] as number, 0)) return false;
  return true;
}

/** Tells the partner what follows from the limit, where that is more than was told before. */
export function tellFacts({ trail, told, limit }: ProofState, partner: ProofPartner, order: number): void {
  let isNew = told.limit !== limit || told.order !== order;
  for (let slot = 0; slot < trail.value.length && !isNew; slot += 1) isNew = (trail.value[slot] as number) > (told.bound[slot] as number);
  if (!isNew) return;
  told.limit = limit;
  told.order = order;
  told.bound.set(trail.value);
  partner.tell({ limit, order, bound: trail.value.slice() });
}

/** The order that halves the question: the leader's as long as it is open, then the one that took part in most of the recent conflicts; -1 for none. */
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

/** Decides the order as the leader or the other one has it. */
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
