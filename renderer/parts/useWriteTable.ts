import { AppError } from '../../core/contract/errors.ts';
import { useNotices } from '../core/notices.ts';
import { type CopiedColumn, tableText } from './tableText.ts';

/** Puts rows on the clipboard as a table, and says how many there were. */
export function useWriteTable() {
  const tell = useNotices((state) => state.tell);
  const fail = useNotices((state) => state.fail);
  return async <Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tableText(columns, rows));
    } catch (cause) {
      fail(new AppError('unavailable', 'parts.table.notCopied', { cause }));
      return;
    }
    tell('parts.table.copied', { rows: rows.length });
  };
}
