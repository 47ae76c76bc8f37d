import type { ModeTable } from '../modeTable.ts';

/** How often two neighbours in a list change places. */
const exchangeChance = 0.05;

/**
 * Neighbours in the list change places now and then, where no link keeps them in order. One activity may so go on over
 * several others. Mirrored, the list has successors first.
 *
 * Source: Hartmann, A competitive genetic algorithm for resource-constrained project scheduling, Naval Research Logistics
 * 45 (1998).
 *
 * Example: the link is A to B, and every neighbour is drawn. A and B stay, then B and C change places: A C B.
 */
export function exchangeNeighbours(table: ModeTable, list: Int32Array, isMirrored: boolean, random: () => number): void {
  const { offset, other } = isMirrored ? table.before : table.after;
  for (let place = 0; place + 1 < list.length; place += 1) {
    if (random() >= exchangeChance) continue;
    const one = list[place] as number;
    const two = list[place + 1] as number;
    let isLinked = false;
    for (let link = offset[one] as number; link < (offset[one + 1] as number); link += 1) if (other[link] === two) isLinked = true;
    if (isLinked) continue;
    list[place] = two;
    list[place + 1] = one;
  }
}
