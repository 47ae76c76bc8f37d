import type { Parsed } from '../../contract/contract.ts';
import type { MappingRow } from './mappingRows.ts';

export type MappingFilter = Pick<Parsed<'mapping.list'>, 'strategy' | 'track' | 'search'>;

/** Rows that fit the filter. Every word of the search must stand in the item, its product, its vendor or its replacement. */
export function matchRows(rows: readonly MappingRow[], { strategy, track, search }: MappingFilter): readonly MappingRow[] {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (strategy !== undefined && row.strategy !== strategy) return false;
    if (track !== undefined && (row.track ?? 'none') !== track) return false;
    if (words.length === 0) return true;
    const text = fold(`${row.itemName} ${row.productName ?? ''} ${row.vendor} ${row.replacementName ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
