import { entryOf } from './boundTrail.ts';
import { explain } from './explain.ts';
import type { ProofState } from './proofState.ts';
import { kindOf, reasonKinds } from './reason.ts';

const depthLimit = 40;

/**
 * Whether a literal of the conflict, made true by `entry` and needed up to `value`, follows from the others, so that the
 * clause is as good without it: all that it was made true by is in the conflict, or is itself implied. Only literals of
 * earlier entries count: otherwise two bounds of one slot could vouch for each other.
 *
 * Source: Eén and Sörensson, An extensible SAT-solver, SAT 2003; Sörensson and Biere, Minimizing learned clauses, SAT 2009.
 *
 * Example: B starts at least 3 after A, C at least 3 after B. With `A >= 2` decided, B was raised to 5 and C to 8. In a
 * conflict of `A >= 2` and `C >= 8` the latter is implied, by way of `B >= 5`; in one of `C >= 8` alone it is not.
 */
export function isImplied(state: ProofState, entry: number, value: number, depth: number): boolean {
  const { trail, marks, literals } = state;
  const reason = trail.reason[entry] as number;
  if (kindOf(reason) === reasonKinds.decision || depth > depthLimit) return false;
  const known = marks.verdict[entry] as number;
  if (known < 0) return false;
  if (known > 0 && (marks.verdictValue[entry] as number) >= value) return true;
  const base = literals.size;
  explain(state, trail.slot[entry] as number, value, reason, entry);
  const end = literals.size;
  let implied = true;
  for (let place = base; place < end && implied; place += 1) {
    const slot = literals.slot[place] as number;
    const needed = literals.value[place] as number;
    const cause = entryOf(trail, slot, needed);
    if (cause < 0) continue;
    const level = trail.level[cause] as number;
    if (level <= 1) marks.usesLimit = true;
    else if ((marks.need[slot] as number) >= needed && (marks.needEntry[slot] as number) < entry) continue;
    else implied = marks.levelStamp[level] === marks.conflicts && isImplied(state, cause, needed, depth + 1);
  }
  literals.size = base;
  if (known === 0) marks.judged.push(entry);
  marks.verdict[entry] = implied ? 1 : -1;
  marks.verdictValue[entry] = value;
  return implied;
}
