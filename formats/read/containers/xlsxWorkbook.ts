import type { SourceFile, SourceRemark } from '../sourceFile.ts';
import { dateFormat } from './dateFormat.ts';
import { archiveLimits } from './limits.ts';
import { PackedFileError } from './packedFileError.ts';
import { createSheetRows } from './sheetRows.ts';
import type { Sheet } from './spreadsheet.ts';
import { unescaped, type XlsxCells, xlsxSheet } from './xlsxSheet.ts';
import { readPart, readWholePart } from './xmlPart.ts';
import type { ZipArchive, ZipEntry } from './zipArchive.ts';

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The sheets of an XLSX workbook. Values only: formulas, links to other workbooks, pictures and macros are not looked at. */
export async function xlsxSheets(archive: ZipArchive): Promise<readonly Sheet[]> {
  const parts = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const root = (await relationsOf(parts, '')).find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = await readWorkbook(partOf(parts, root));
  const relations = await relationsOf(parts, root);
  const used = relations.flatMap(({ type, target }) => (['worksheet', 'sharedStrings', 'styles'].includes(type) ? [parts.get(target)?.size ?? 0] : []));
  if (used.reduce((sum, size) => sum + size, 0) > archiveLimits.spreadsheetBytes) {
    throw new PackedFileError('issue.spreadsheetTooLarge', { limit: archiveLimits.spreadsheetBytes });
  }
  const targetOf = (type: string): ZipEntry | undefined => parts.get(relations.find((relation) => relation.type === type)?.target ?? '');
  let cells: Promise<XlsxCells> | null = null;
  const loadCells = (): Promise<XlsxCells> => {
    cells ??= Promise.all([readStrings(targetOf('sharedStrings')), readDateStyles(targetOf('styles'))]).then(([strings, dateStyles]) => ({
      strings,
      dateStyles,
      is1904: workbook.is1904,
    }));
    return cells;
  };
  return workbook.sheets.flatMap(({ name, relation, isHidden }): Sheet[] => {
    const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    // A sheet that is nothing but a chart has no cells.
    if (!found) return [];
    const part = partOf(parts, found.target);
    return [{ name, isHidden, size: part.size, packedSize: part.packedSize, ...csvOf(part, loadCells) }];
  });
}

function csvOf(part: ZipEntry, loadCells: () => Promise<XlsxCells>): Pick<SourceFile, 'stream'> & { remarks(): readonly SourceRemark[] } {
  let remarks: readonly SourceRemark[] = [];
  return {
    remarks: () => remarks,
    async *stream() {
      const rows = createSheetRows(part.name);
      for await (const _ of readPart(part.stream(), part.name, xlsxSheet(await loadCells(), rows))) {
        const text = rows.take();
        if (text !== '') yield Buffer.from(text);
      }
      remarks = rows.remarks();
    },
  };
}

async function readWorkbook(part: ZipEntry): Promise<{ sheets: { name: string; relation: string; isHidden: boolean }[]; is1904: boolean }> {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readWholePart(part.stream(), part.name, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, is1904 };
}

/** What a part refers to, inside the file only; `part` empty for the file as a whole. */
async function relationsOf(parts: ReadonlyMap<string, ZipEntry>, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (!entry) return [];
  const relations: Relation[] = [];
  await readWholePart(entry.stream(), entry.name, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = (attributes.Target ?? '').toLowerCase();
      const steps = (target.startsWith('/') ? target.slice(1) : folder + target).split('/');
      const path: string[] = [];
      for (const step of steps) {
        if (step === '..') path.pop();
        else if (step !== '' && step !== '.') path.push(step);
      }
      relations.push({ id: attributes.Id ?? '', type: (attributes.Type ?? '').split('/').at(-1) ?? '', target: path.join('/') });
    },
  });
  return relations;
}

async function readStrings(part: ZipEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let isTaking = false;
  let isPhonetic = false;
  await readWholePart(part.stream(), part.name, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isTaking = !isPhonetic;
    },
    text(piece) {
      if (isTaking) text += piece;
    },
    close(name) {
      if (name === 't') isTaking = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

async function readDateStyles(part: ZipEntry | undefined): Promise<readonly ('date' | 'time' | null)[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  if (part) {
    await readWholePart(part.stream(), part.name, {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'cellXfs') isInCells = true;
        else if (name === 'xf' && isInCells) formats.push(Number(attributes.numFmtId ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    });
  }
  return formats.map((id) => dateFormat(id, codes.get(id)));
}

function partOf(parts: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const part = parts.get(name.toLowerCase());
  if (!part) throw new PackedFileError('issue.spreadsheetDamaged', { entry: name, found: '–' });
  if (part.closedBecause !== null) throw new PackedFileError(part.closedBecause, { entry: part.name });
  return part;
}
