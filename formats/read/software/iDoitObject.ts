import type { Columns } from '../tableColumns.ts';

const general = /^$|^(allgemein|general)/;

/** What every table of i-doit says of its objects, whatever their type. */
export const iDoitObject = {
  objectType: { category: general, names: ['Objekttyp', 'Object type'] },
  name: { category: general, names: ['ObjektName', 'Objekttitel', 'Objekt-Titel', 'Object title', 'Titel', 'Title'] },
} as const;

/** Whether a table names its objects as i-doit does and has attributes below categories. */
export function isIDoitTable(headings: readonly string[], found: Columns): boolean {
  return found.has('name') && found.has('objectType') && headings.some((heading) => / [->] /.test(heading));
}
