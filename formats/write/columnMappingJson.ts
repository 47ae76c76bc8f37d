import type { ColumnMapping } from '../read/columnMapping.ts';

/** A mapping as a file that `readColumnMapping` reads again; one column a line, so that people can read and change it. */
export function writeColumnMapping({ kind, columns, dateOrder, decimal }: ColumnMapping): Uint8Array {
  const mapping = { kind, columns, ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) };
  return new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`);
}
