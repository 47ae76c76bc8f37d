import type { SourceRemark } from '../sourceFile.ts';
import { archiveLimits } from './limits.ts';
import { odsSheet } from './odsSheet.ts';
import { PackedFileError } from './packedFileError.ts';
import { createSheetRows } from './sheetRows.ts';
import type { Sheet } from './spreadsheet.ts';
import { readPart, readWholePart } from './xmlPart.ts';
import type { ZipArchive, ZipEntry } from './zipArchive.ts';

/** The sheets of an OpenDocument spreadsheet. All of them stand in one part, one after the other, so each reading passes over the others. */
export async function odsSheets(archive: ZipArchive): Promise<readonly Sheet[]> {
  const content = archive.entries.find((entry) => entry.name === 'content.xml');
  if (!content) throw new PackedFileError('issue.spreadsheetDamaged', { entry: 'content.xml', found: '–' });
  if (content.closedBecause !== null) throw new PackedFileError(content.closedBecause, { entry: content.name });
  if (content.size > archiveLimits.spreadsheetBytes) throw new PackedFileError('issue.spreadsheetTooLarge', { limit: archiveLimits.spreadsheetBytes });
  // The password of an OpenDocument file encrypts its parts, not the archive.
  const manifest = archive.entries.find((entry) => entry.name === 'META-INF/manifest.xml');
  if (manifest && manifest.closedBecause === null) {
    await readWholePart(manifest.stream(), manifest.name, {
      open(name) {
        if (name === 'encryption-data') throw new PackedFileError('issue.packedFileEncrypted', { entry: content.name });
      },
    });
  }
  const tables = await listTables(content);
  return tables.map(({ name, isHidden }, index) => {
    let remarks: readonly SourceRemark[] = [];
    return {
      name,
      isHidden,
      size: Math.ceil(content.size / tables.length),
      packedSize: Math.ceil(content.packedSize / tables.length),
      remarks: () => remarks,
      async *stream() {
        const rows = createSheetRows(content.name);
        for await (const _ of readPart(content.stream(), content.name, odsSheet(index, rows))) {
          const text = rows.take();
          if (text !== '') yield Buffer.from(text);
        }
        remarks = rows.remarks();
      },
    };
  });
}

async function listTables(content: ZipEntry): Promise<{ name: string; isHidden: boolean }[]> {
  const tables: { name: string; isHidden: boolean }[] = [];
  const hiddenStyles = new Set<string>();
  const path: string[] = [];
  let style = '';
  await readWholePart(content.stream(), content.name, {
    open(name, attributes) {
      path.push(name);
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (name === 'table' && path.length === 4 && path[2] === 'spreadsheet')
        tables.push({ name: attributes['table:name'] ?? '', isHidden: hiddenStyles.has(attributes['table:style-name'] ?? '') });
    },
    close: () => void path.pop(),
  });
  return tables;
}
