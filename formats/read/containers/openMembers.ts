import type { FileIssue } from '../../../core/domain/problems.ts';
import type { SourceFile } from '../sourceFile.ts';
import { sourceFromBytes } from '../sourceFile.ts';
import { gzipMember } from './gzipMember.ts';
import { archiveLimits } from './limits.ts';
import { odsSheets } from './odsSheets.ts';
import { PackedFileError } from './packedFileError.ts';
import type { Sheet } from './spreadsheet.ts';
import { xlsxSheets } from './xlsxWorkbook.ts';
import { openZip, type ZipArchive, type ZipEntry } from './zipArchive.ts';

/** What a file holds. */
export type Member =
  /** `key` names it among the members of its file, the same each time; empty for a file that is no container. */
  | { readonly kind: 'file'; readonly key: string; readonly source: SourceFile; readonly packedSize: number }
  /** Nothing for an import, such as a link; the others are read. */
  | { readonly kind: 'leftOut'; readonly key: string; readonly issue: FileIssue }
  /** Something that cannot be read and that may matter, such as an encrypted file. */
  | { readonly kind: 'refused'; readonly key: string; readonly issue: FileIssue };

/** An archive in an archive is opened, the one in that is not. */
const deepest = 2;

/**
 * The file itself, or the files and sheets packed in it, one after the other. What a member needs is held only until the
 * next one is asked for. Never throws over what a file contains: that comes as a member that is refused.
 */
export async function* openMembers(source: SourceFile): AsyncGenerator<Member> {
  yield* membersOf(source, '', source.size, 0);
}

async function* membersOf(source: SourceFile, key: string, packedSize: number, depth: number): AsyncGenerator<Member> {
  try {
    const start = await startOf(source);
    const isZip = start.startsWith('504b0304') || start.startsWith('504b0506');
    if (isZip) yield* zipMembers(depth === 0 ? source : await held(source), key, depth);
    else if (!start.startsWith('1f8b')) yield { kind: 'file', key, source, packedSize };
    else if (depth === deepest) yield { kind: 'refused', key, issue: issueOf('issue.archiveTooDeep', source.name) };
    else yield* membersOf(gzipMember(source), childKey(key, 0), packedSize, depth + 1);
  } catch (error) {
    if (!(error instanceof PackedFileError)) throw error;
    yield { kind: 'refused', key, issue: issueOf(error.messageKey, source.name, error.params) };
  }
}

async function* zipMembers(source: SourceFile, key: string, depth: number): AsyncGenerator<Member> {
  const archive = await openZip(source);
  const kind = await officeKind(archive);
  if (kind === 'xlsx' || kind === 'ods') {
    for (const [index, sheet] of (await (kind === 'xlsx' ? xlsxSheets(archive) : odsSheets(archive))).entries()) yield sheetMember(sheet, source, key, index);
    return;
  }
  if (kind === 'binary') return yield { kind: 'refused', key, issue: issueOf('issue.spreadsheetBinary', source.name) };
  // A letter or slides: in an archive beside the data they are no data, alone they are the wrong file.
  if (kind === 'other') return yield { kind: 'leftOut', key, issue: issueOf('issue.officeDocument', source.name) };
  if (depth === deepest) return yield { kind: 'refused', key, issue: issueOf('issue.archiveTooDeep', source.name) };
  for (const [index, entry] of archive.entries.entries()) {
    if (entry.kind === 'folder' || isSystemFile(entry.name)) continue;
    const name = `${source.name} › ${shown(entry.name)}`;
    const entryKey = childKey(key, index);
    if (entry.kind === 'link') yield { kind: 'leftOut', key: entryKey, issue: issueOf('issue.packedLink', name) };
    else if (entry.closedBecause !== null) yield { kind: 'refused', key: entryKey, issue: issueOf(entry.closedBecause, name, { entry: shown(entry.name) }) };
    else yield* membersOf({ name, size: entry.size, stream: () => entry.stream() }, entryKey, entry.packedSize, depth + 1);
  }
}

function sheetMember(sheet: Sheet, source: SourceFile, key: string, index: number): Member {
  const name = `${source.name} › ${shown(sheet.name)}`;
  const sheetKey = childKey(key, index);
  if (sheet.isHidden) return { kind: 'leftOut', key: sheetKey, issue: issueOf('issue.sheetHidden', name) };
  return {
    kind: 'file',
    key: sheetKey,
    packedSize: sheet.packedSize,
    source: {
      name,
      size: sheet.size,
      layout: { encoding: 'utf-8', delimiter: ',' },
      stream: () => sheet.stream(),
      remarks: () => sheet.remarks(),
    },
  };
}

/** Spreadsheets and their relatives are told from their parts; null for a plain archive. */
async function officeKind(archive: ZipArchive): Promise<'xlsx' | 'ods' | 'binary' | 'other' | null> {
  const names = new Set(archive.entries.map((entry) => entry.name.toLowerCase()));
  if (names.has('[content_types].xml')) {
    if (names.has('xl/workbook.bin')) return 'binary';
    if ([...names].some((name) => /^xl\/workbook\d*\.xml$/.test(name))) return 'xlsx';
    if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) return 'other';
  }
  const type = archive.entries.find((entry) => entry.name === 'mimetype');
  if (!type || type.size > 200 || type.closedBecause !== null) return null;
  const text = (await textOf(type)).trim();
  if (/^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?$/.test(text)) return 'ods';
  return text.startsWith('application/vnd.oasis.opendocument') ? 'other' : null;
}

/** What systems and programs put beside files by themselves. */
function isSystemFile(name: string): boolean {
  return name.split(/[/\\]/).some((part) => /^\.[^.]/.test(part) || part === '__MACOSX' || /^(thumbs\.db|desktop\.ini)$/i.test(part));
}

/** A zip inside of another is read at several places, so its bytes are held while its members are read. */
async function held(source: SourceFile): Promise<SourceFile> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    length += chunk.byteLength;
    if (length > archiveLimits.heldBytes) throw new PackedFileError('issue.packedArchiveTooLarge', { limit: archiveLimits.heldBytes });
    chunks.push(chunk);
  }
  return sourceFromBytes(source.name, Buffer.concat(chunks));
}

async function startOf(source: SourceFile): Promise<string> {
  let start = '';
  for await (const chunk of source.stream()) {
    start += Buffer.from(chunk.subarray(0, 4)).toString('hex');
    if (start.length >= 8) break;
  }
  return start;
}

async function textOf(entry: ZipEntry): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.stream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A name of the archive's maker: without controls, and no longer than a line. */
function shown(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '').slice(0, 300);
}

function childKey(key: string, index: number): string {
  return key === '' ? String(index) : `${key}/${index}`;
}

function issueOf(messageKey: string, file: string, params: FileIssue['params'] = {}): FileIssue {
  return { severity: 'error', messageKey, params, file };
}
