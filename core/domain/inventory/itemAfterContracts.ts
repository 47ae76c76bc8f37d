import { cents } from '../money.ts';
import type { Contract, Item } from './inventory.ts';
import { totalAfter } from './totalAfter.ts';

type Said = Pick<Contract, 'seats' | 'annualCostCents'>;

/**
 * Seats and yearly cost of an item once its contracts are no longer `before` but `after`; the same sums as an import
 * makes, so that it does not matter who enters a contract. Without any contract that names a cost, a cost of nought is
 * unknown again.
 *
 * Example: an item without figures gets a contract of 200 seats for 9,000.00 a year: 200 seats, 9,000.00 a year. Had
 * somebody entered 9,000.00 before, it would stay 9,000.00.
 */
export function itemAfterContracts(item: Item, before: readonly Said[], after: readonly Said[]): Item {
  const seats = totalAfter(item.seats, sumOf(before, 'seats'), sumOf(after, 'seats'));
  const isPriced = (said: Said) => said.annualCostCents !== null;
  if (!before.some(isPriced) && !after.some(isPriced)) return { ...item, seats };
  const cost = totalAfter(item.annualCostCents ?? 0, sumOf(before, 'annualCostCents'), sumOf(after, 'annualCostCents'));
  return { ...item, seats, annualCostCents: cost === 0 && !after.some(isPriced) ? null : cents(cost) };
}

function sumOf(contracts: readonly Said[], figure: keyof Said): number {
  return contracts.reduce((sum, contract) => sum + (contract[figure] ?? 0), 0);
}
