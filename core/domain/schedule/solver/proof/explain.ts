import { boundAt } from './boundTrail.ts';
import { explainEnergy } from './explainEnergy.ts';
import { explainTimetable } from './explainTimetable.ts';
import { addLiteral } from './literalList.ts';
import type { ProofState } from './proofState.ts';
import { detailOf, kindOf, reasonKinds } from './reason.ts';

/**
 * Appends to the state's literals such that together, with what holds at level 0, they force `[slot >= value]`. All of
 * them were true before entry `time`, when the bound was raised for that reason. `value` may be less than what was reached.
 *
 * Source: lazy explanations, Ohrimenko, Stuckey and Codish, Propagation via lazy clause generation, Constraints 14 (2009).
 *
 * Example: B starts at least 3 after A, and A at 2 or later raised B to 5. `B >= 5` is explained by `A >= 2`, and `B >= 4`,
 * where no more is needed, by `A >= 1`.
 */
export function explain(state: ProofState, slot: number, value: number, reason: number, time: number): void {
  const kind = kindOf(reason);
  const detail = detailOf(reason);
  if (kind === reasonKinds.clause) explainClause(state, slot, detail);
  else if (kind === reasonKinds.link) explainLink(state, value, detail);
  else if (kind === reasonKinds.guard) explainGuard(state, detail, time);
  else if (kind === reasonKinds.timetable) explainTimetable(state, slot, detail, time);
  else if (kind === reasonKinds.energy) explainEnergy(state, slot, value, detail, time);
}

/**
 * Writes the literals that together cannot hold, after a failure.
 *
 * Example: B starts at least 3 after A, and at 4 at the latest. A at 2 or later fails: `A >= 2` and `B <= 4`.
 */
export function explainFailure(state: ProofState): void {
  const { failure, literals, trail } = state;
  literals.size = 0;
  explain(state, failure.slot, failure.value, failure.reason, trail.size);
  if (failure.slot >= 0) addLiteral(literals, failure.slot ^ 1, 1 - failure.value);
}

function explainClause({ clauses, literals }: ProofState, slot: number, clause: number): void {
  const start = clauses.offset[clause] as number;
  const end = start + 2 * (clauses.length[clause] as number);
  for (let place = start; place < end; place += 2) {
    const other = clauses.literal[place] as number;
    if (other !== slot) addLiteral(literals, other ^ 1, 1 - (clauses.literal[place + 1] as number));
  }
}

function explainLink({ model, literals }: ProofState, value: number, link: number): void {
  const { source, lag, guard } = model.links;
  addLiteral(literals, source[link] as number, value - (lag[link] as number));
  const guardSlot = guard[link] as number;
  if (guardSlot >= 0) addLiteral(literals, guardSlot, 1 - (guardSlot & 1));
}

/**
 * A guard is false because its link would push its target over the target's other bound: `[source >= x]` and
 * `[target ^ 1 >= 1 - lag - x]` for any `x` in a range. An end of the range that costs nothing is taken first.
 */
function explainGuard(state: ProofState, link: number, time: number): void {
  const { model, trail, literals, marks } = state;
  const source = model.links.source[link] as number;
  const lag = model.links.lag[link] as number;
  const against = (model.links.to[link] as number) ^ 1;
  const most = boundAt(trail, source, time);
  const least = 1 - lag - boundAt(trail, against, time);
  const freeSource = Math.max(trail.root[source] as number, marks.need[source] as number);
  const freeAgainst = Math.max(trail.root[against] as number, marks.need[against] as number);
  let at = most;
  if (freeSource >= least) at = Math.min(most, freeSource);
  else if (freeAgainst >= 1 - lag - most) at = Math.max(least, 1 - lag - freeAgainst);
  addLiteral(literals, source, at);
  addLiteral(literals, against, 1 - lag - at);
}
