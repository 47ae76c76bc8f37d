/**
 * What an item's figure becomes when what files or contracts say of it goes from `saidBefore` to `saidAfter`. What a
 * person entered beyond that is taken to mean the same things, told earlier: the files have to say more than the person
 * did before the figure grows, so that nothing is counted twice and nothing that was entered is lost.
 *
 * Example: 40 installations were entered by hand. A list then counts 38: 40 stay. The next one counts 45: 45.
 */
export function totalAfter(total: number, saidBefore: number, saidAfter: number): number {
  const change = saidAfter - saidBefore;
  if (change <= 0) return Math.max(0, total + change);
  const byHand = Math.max(0, total - saidBefore);
  return total + Math.max(0, change - byHand);
}
