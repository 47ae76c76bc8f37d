import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Catalogue, OutageEvent, Product, Provider, Source } from '../../core/domain/catalogue/catalogue.ts';
import { assembleCatalogue, checkCatalogue } from '../../core/domain/catalogue/checkCatalogue.ts';
import type { EntryKind } from '../../core/domain/catalogue/checkCatalogue.ts';
import type { FileIssue } from '../../core/domain/problems.ts';
import { eventSchema, productSchema, providerSchema, sourceSchema } from './catalogueSchema.ts';

/** `name` is the path below the catalogue's folder, `products/mail.yml`. */
export type CatalogueFile = { readonly name: string; readonly text: string };

type Place = { readonly file: string; readonly row?: number };
type Params = Readonly<Record<string, string | number>>;
type ZodIssue = z.core.$ZodIssue;

const claimParts = ['value', 'source', 'date', 'confidence'];
const ownReasons = ['notAnId', 'empty', 'notADate', 'notLowerCase', 'notACountry'];

/**
 * Reads the catalogue's files into one catalogue. Nothing is thrown: an entry that cannot be read is left out and
 * reported with its file, row and field; an entry with an unknown reference or source is kept and reported.
 * Files are read in the order of their names, so that the same files give the same catalogue.
 */
export function readCatalogue(files: readonly CatalogueFile[]): { readonly catalogue: Catalogue; readonly issues: FileIssue[] } {
  const issues: FileIssue[] = [];
  const sources: Source[] = [];
  const products: Product[] = [];
  const providers: Provider[] = [];
  const events: OutageEvent[] = [];
  const places: Record<EntryKind, Place[]> = { source: [], product: [], provider: [], event: [] };

  const sorted = files.map(({ name, text }) => ({ name: name.replaceAll('\\', '/'), text })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sorted) {
    const rows = entryRows(file);
    const readInto = <Entry>(kind: EntryKind, schema: z.ZodType<Entry>, list: Entry[]) => {
      for (const [index, raw] of readList(file, issues).entries()) {
        const place = placeOf(file, rows, raw, index);
        const parsed = schema.safeParse(raw, { reportInput: true });
        if (parsed.success) {
          list.push(parsed.data);
          places[kind].push(place);
        } else {
          const id = nameOf(raw, index);
          for (const issue of parsed.error.issues) issues.push(...describeIssue(issue).map((described) => toFileIssue(place, id, described)));
        }
      }
    };
    if (file.name === 'sources.yml') readInto('source', sourceSchema, sources);
    else if (file.name === 'providers.yml') readInto('provider', providerSchema, providers);
    else if (file.name === 'events.yml') readInto('event', eventSchema, events);
    else if (/^products\/[^/]+\.yml$/.test(file.name)) readInto('product', productSchema('proprietary'), products);
    else if (/^replacements\/[^/]+\.yml$/.test(file.name)) readInto('product', productSchema('openSource'), products);
    else issues.push({ severity: 'error', messageKey: 'catalogue.issue.unknownFile', params: { file: file.name }, file: file.name });
  }

  const entries = { sources, products, providers, events };
  for (const defect of checkCatalogue(entries)) {
    const place = places[defect.kind][defect.index];
    if (place)
      issues.push({ severity: 'error', messageKey: defect.messageKey, params: { ...defect.params, field: defect.field }, ...place, field: defect.field });
  }
  return { catalogue: assembleCatalogue(entries), issues };
}

function readList(file: CatalogueFile, issues: FileIssue[]): readonly unknown[] {
  const report = (messageKey: string, params: Params, row?: number) =>
    issues.push({ severity: 'error', messageKey, params: { file: file.name, ...params }, file: file.name, ...(row === undefined ? {} : { row }) });
  let content: unknown;
  try {
    content = load(file.text);
  } catch (error) {
    const row = error instanceof YAMLException && error.mark ? error.mark.line + 1 : 1;
    report('catalogue.issue.notYaml', { row, reason: error instanceof YAMLException ? error.reason : '' }, row);
    return [];
  }
  if (Array.isArray(content)) return content;
  report('catalogue.issue.notAList', {});
  return [];
}

function nameOf(raw: unknown, index: number): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id : `#${index + 1}`;
}

type EntryRow = { readonly line: string; readonly row: number };

/** Entries start with `- id: …` at the margin; the row of the n-th such line is where the owner finds the n-th entry. */
function entryRows(file: CatalogueFile): readonly EntryRow[] {
  return file.text.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [{ line, row: index + 1 }] : []));
}

function placeOf(file: CatalogueFile, rows: readonly EntryRow[], raw: unknown, index: number): Place {
  const expected = rows[index];
  const id = nameOf(raw, index);
  const found = expected?.line.includes(id) ? expected : (rows.find(({ line }) => line.trim() === `- id: ${id}`) ?? expected);
  return found ? { file: file.name, row: found.row } : { file: file.name };
}

type Described = { readonly field: string; readonly key: string; readonly params: Params };

function toFileIssue(place: Place, id: string, { field, key, params }: Described): FileIssue {
  return { severity: 'error', messageKey: `catalogue.issue.${key}`, params: { id, field, ...params }, ...place, field };
}

function describeIssue(issue: ZodIssue): readonly Described[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const field = path.replace(/^\./, '') || 'id';
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: path ? `${field}.${key}` : key, key: 'unknownField', params: {} }));
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    const isClaimPart = claimParts.includes(String(issue.path.at(-1))) && issue.path.length > 1;
    return [{ field, key: isClaimPart ? 'claimPartMissing' : 'fieldMissing', params: {} }];
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined) return [{ field, key: claimParts.includes(String(issue.path.at(-1))) ? 'claimPartMissing' : 'fieldMissing', params: {} }];
    return [{ field, key: 'notOneOf', params: { found: show(issue.input), allowed: issue.values.map(String).join(', ') } }];
  }
  const reason = ownReasons.includes(issue.message) ? issue.message : 'wrongType';
  return [{ field, key: reason, params: { found: show(issue.input) } }];
}

function show(input: unknown): string {
  return typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
}
