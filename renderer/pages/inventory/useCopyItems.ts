import { useNotices } from '../../core/notices.ts';
import { useAsk } from '../../core/useAsk.ts';
import type { ItemColumn } from './itemColumns.tsx';
import { useInventoryView } from './inventoryView.ts';
import { filterOf, type ItemRow } from './itemChoices.ts';
import { tableText } from './tableText.ts';

const rowsPerQuestion = 1000;

/** Copies all rows of the query, not only those in sight, in the order and with the columns of the table. */
export function useCopyItems(columns: readonly ItemColumn[]): () => Promise<void> {
  const ask = useAsk('inventory.listItems');
  const tell = useNotices((state) => state.tell);
  return async () => {
    const { choices, sort } = useInventoryView.getState();
    const rows: ItemRow[] = [];
    for (;;) {
      const page = await ask({ ...filterOf(choices), sort: sort.by as 'name', direction: sort.direction, offset: rows.length, limit: rowsPerQuestion });
      if (page === undefined) return;
      rows.push(...page.items);
      if (page.items.length < rowsPerQuestion) break;
    }
    await navigator.clipboard.writeText(tableText(columns, rows));
    tell('inventoryPage.copied', { rows: rows.length });
  };
}
