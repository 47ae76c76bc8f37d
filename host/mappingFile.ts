import type { ColumnNames } from '../core/ports/importReader.ts';
import type { ReadableFile } from '../core/ports/files.ts';
import type { FileIssue } from '../core/domain/problems.ts';
import { readColumnMapping } from '../formats/read/columnMapping.ts';

/** A mapping names a few dozen columns; what is longer is another file. */
const sizeLimit = 1_000_000;

export async function readMappingFile(file: ReadableFile): Promise<{ readonly mapping: ColumnNames | null; readonly issues: readonly FileIssue[] }> {
  const tooLong: FileIssue = { severity: 'error', messageKey: 'issue.mappingNotAnObject', params: {}, file: file.name };
  if (file.size > sizeLimit) return { mapping: null, issues: [tooLong] };
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream()) chunks.push(chunk);
  const read = readColumnMapping(file.name, Buffer.concat(chunks).toString('utf8'));
  return 'kind' in read ? { mapping: read, issues: [] } : { mapping: null, issues: read };
}
