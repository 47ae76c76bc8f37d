import { createReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { readRows } from '../tableRows.ts';

/** What an administrator's setting puts in the place of a name. */
export const isConcealedName = (text: string): boolean => /^[0-9a-f]{32}$/i.test(text);

/**
 * An administrator may replace the names in all reports by hashes; then no row of the whole file holds an address. The
 * beginning of a file does not tell: deleted users come first and may have lost their address.
 */
export async function hasConcealedUsers(source: SourceFile, sample: Sample, loginIndex: number, signal?: AbortSignal): Promise<boolean> {
  const layout = { encoding: sample.encoding, delimiter: sample.table.delimiter ?? ',' };
  let filled = 0;
  for await (const chunk of readRows(source, layout, createReadReport(source.name), signal)) {
    for (const [index, cells] of chunk.rows.entries()) {
      if (chunk.firstRow + index < sample.table.headingIndex + 2) continue;
      const login = cells[loginIndex]?.trim() ?? '';
      if (login.includes('@')) return false;
      if (login !== '') filled++;
    }
  }
  return filled > 0;
}
