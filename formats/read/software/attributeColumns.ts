import { foldHeading } from '../headings.ts';
import type { Column, Columns } from '../tableColumns.ts';

/** A column named after its category, such as `Lizenzzuweisung: Lizenzschlüssel - Anzahl`; a category of null is any, or none. */
export type Attribute = { readonly category: RegExp | null; readonly names: readonly string[] };

/** The columns of a tool that writes the category before each attribute, with ` - ` or ` > ` between: field → the first one found. */
export function findAttributes(headings: readonly string[], wanted: Readonly<Record<string, Attribute>>): Columns {
  const parts = headings.map(splitHeading);
  const columns = new Map<string, Column>();
  for (const [field, { category, names }] of Object.entries(wanted)) {
    const folded = names.map(foldHeading);
    const index = parts.findIndex((part) => folded.includes(part.attribute) && (category === null || category.test(part.category)));
    if (index >= 0) columns.set(field, { index, heading: headings[index] as string });
  }
  return columns;
}

function splitHeading(heading: string): { readonly category: string; readonly attribute: string } {
  const place = Math.max(heading.lastIndexOf(' - '), heading.lastIndexOf(' > '));
  return place < 0
    ? { category: '', attribute: foldHeading(heading) }
    : { category: foldHeading(heading.slice(0, place)), attribute: foldHeading(heading.slice(place + 3)) };
}
