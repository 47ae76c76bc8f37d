import { raise, settleRoot } from './boundTrail.ts';
import type { ProofState } from './proofState.ts';

/**
 * Raises the bounds over every link that holds, again and again until none changes, and takes what was reached as that of
 * level 0; false where the bounds contradict each other.
 *
 * Source: Bellman, On a routing problem, Quarterly of Applied Mathematics 16 (1958): longest paths, one round over all
 * links after the other.
 *
 * Example: A of 2 units of time before B of 3, with the horizon 6: A starts at 0 to 1, B at 2 to 3, and the finish is 5 or 6.
 */
export function startRoot(state: ProofState): boolean {
  const { model, trail } = state;
  const { source, to, lag, guard } = model.links;
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (let link = 0; link < source.length; link += 1) {
      if ((guard[link] as number) >= 0) continue;
      const target = to[link] as number;
      const pushed = (trail.value[source[link] as number] as number) + (lag[link] as number);
      if (pushed <= (trail.value[target] as number)) continue;
      if (!raise(state, target, pushed, 0)) return false;
      hasChanged = true;
    }
  }
  settleRoot(state);
  return true;
}
