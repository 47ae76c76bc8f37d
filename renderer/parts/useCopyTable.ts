import type { Input, Output } from '../../core/contract/contract.ts';
import { useAsk } from '../core/useAsk.ts';
import type { PagedName } from '../core/usePages.ts';
import type { CopiedColumn } from './tableText.ts';
import { useWriteTable } from './useWriteTable.ts';

const rowsPerQuestion = 1000;

/** Copies all rows of the query, not only those in sight, in the order and with the columns of the table. */
export function useCopyTable<N extends PagedName, Row>(
  operation: N,
  input: Omit<Input<N>, 'offset' | 'limit'>,
  pick: (output: Output<N>) => { readonly total: number; readonly rows: readonly Row[] },
  columns: readonly CopiedColumn<Row>[],
): () => Promise<void> {
  const ask = useAsk(operation);
  const write = useWriteTable();
  return async () => {
    const rows: Row[] = [];
    for (;;) {
      const output = await ask({ ...input, offset: rows.length, limit: rowsPerQuestion } as unknown as Input<N>);
      if (output === undefined) return;
      const page = pick(output);
      rows.push(...page.rows);
      if (page.rows.length < rowsPerQuestion) break;
    }
    await write(columns, rows);
  };
}
