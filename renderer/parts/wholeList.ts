import { compareNames } from '../../core/domain/sortKey.ts';
import type { Sort } from './tableSort.ts';

type Value = string | number | null;

/**
 * The rows of a query that answers all of them at once, in an order: words as names are ordered everywhere, unknown
 * values last whichever way the others stand, equal ones as the query gave them.
 */
export function orderRows<Row>(rows: readonly Row[], { by, direction }: Sort, read: (row: Row, by: string) => Value): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (one: Value, other: Value): number => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (typeof one === 'number' && typeof other === 'number' ? one - other : compareNames(String(one), String(other)));
  };
  return rows
    .map((row) => ({ row, value: read(row, by) }))
    .sort((one, other) => compare(one.value, other.value))
    .map(({ row }) => row);
}

/** The rows in one of whose texts the search stands, whatever its capitals and accents; all of them without a search. */
export function findRows<Row>(rows: readonly Row[], search: string, textsOf: (row: Row) => readonly string[]): readonly Row[] {
  const wanted = folded(search.trim());
  return wanted === '' ? rows : rows.filter((row) => textsOf(row).some((text) => folded(text).includes(wanted)));
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}
