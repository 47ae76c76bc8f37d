import { foldHeading } from './headings.ts';
import { type FieldSpec, type TableKind, tableFields, tableKinds } from './tableFields.ts';

export type Column = { readonly index: number; readonly heading: string };
export type Columns = ReadonlyMap<string, Column>;

/** How well the headings of a table fit one kind of record. */
export type TableFit = { readonly kind: TableKind; readonly columns: Columns; readonly missing: readonly string[]; readonly score: number };

const foldedAliases: ReadonlyMap<TableKind, ReadonlyMap<string, readonly string[]>> = new Map(
  tableKinds.map((kind) => [kind, new Map(Object.entries(tableFields[kind]).map(([field, spec]) => [field, [field, ...spec.aliases].map(foldHeading)]))]),
);

/** The kind of record for which most columns are recognised, all required ones among them; the nearest one where none fits. */
export function fitTable(headings: readonly string[]): TableFit {
  let best: TableFit | null = null;
  for (const kind of tableKinds) {
    const fit = fitKind(headings, kind);
    if (!best || rank(fit) > rank(best)) best = fit;
  }
  return best as TableFit;
}

function rank(fit: TableFit): number {
  return fit.missing.length === 0 ? 1_000 + fit.score : fit.score - fit.missing.length * 2;
}

function fitKind(headings: readonly string[], kind: TableKind): TableFit {
  const folded = headings.map(foldHeading);
  const columns = new Map<string, Column>();
  const taken = new Set<number>();
  const specs = Object.entries(tableFields[kind]) as [string, FieldSpec][];
  const aliases = foldedAliases.get(kind) as ReadonlyMap<string, readonly string[]>;
  const assign = (field: string, index: number): void => {
    columns.set(field, { index, heading: headings[index] as string });
    taken.add(index);
  };
  // Required columns choose first; then the best-ranked alias of all wins, so that a heading goes where it is named first.
  for (const pass of ['required', 'other'] as const) {
    const candidates: { field: string; index: number; place: number }[] = [];
    for (const [field, spec] of specs) {
      if (columns.has(field) || (pass === 'required') !== (spec.isRequired === true)) continue;
      const names = aliases.get(field) as readonly string[];
      for (const [index, name] of folded.entries()) {
        const place = names.indexOf(name);
        if (name !== '' && place >= 0) candidates.push({ field, index, place });
      }
    }
    candidates.sort((a, b) => a.place - b.place || a.index - b.index);
    for (const { field, index } of candidates) if (!columns.has(field) && !taken.has(index)) assign(field, index);
  }
  let score = 0;
  for (const [field, spec] of specs) if (columns.has(field)) score += spec.isTelling ? 3 : 1;
  const hasTelling = specs.some(([field, spec]) => spec.isTelling && columns.has(field));
  const missing = specs.filter(([field, spec]) => spec.isRequired && !columns.has(field)).map(([field]) => field);
  // A name alone says nothing about what the table is; a name with a publisher is a list of software.
  if (missing.length === 0 && !hasTelling && !(kind === 'software' && columns.has('publisher'))) missing.push(firstTelling(specs));
  return { kind, columns, missing, score };
}

function firstTelling(specs: readonly (readonly [string, FieldSpec])[]): string {
  return specs.find(([, spec]) => spec.isTelling)?.[0] ?? '';
}
