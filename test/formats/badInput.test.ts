import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatId } from '../../formats/read/reader.ts';
import { issueLimit } from '../../formats/read/readReport.ts';
import { readers } from '../../formats/read/registry.ts';
import { type SourceFile, sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { recordLimit } from '../../formats/read/tableRows.ts';
import { keysOf, only, readSource, readText } from './readSupport.ts';

/** A file that is never in memory as a whole, and tells how much of it was taken. */
function generatedSource(name: string, size: number, chunkAt: (index: number) => Uint8Array): SourceFile & { taken: number } {
  const source = {
    name,
    size,
    taken: 0,
    async *stream() {
      source.taken = 0;
      for (let index = 0; source.taken < size; index++) {
        const chunk = chunkAt(index);
        source.taken += chunk.byteLength;
        yield chunk;
      }
    },
  };
  return source;
}

describe('files that cannot be read', () => {
  it.each([
    [[], 'issue.fileEmpty'],
    [[0xef, 0xbb, 0xbf], 'issue.fileEmpty'],
    [[0x20, 0x0d, 0x0a, 0x0a], 'issue.fileEmpty'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'issue.binary.picture'],
    [[0x50, 0x4b, 0x03, 0x04, 0x14, 0], 'issue.binary.spreadsheet'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'issue.binary.oldOffice'],
    [[0x25, 0x50, 0x44, 0x46, 0x2d], 'issue.binary.pdf'],
    [[0x1f, 0x8b, 8], 'issue.binary.archive'],
    [[...Buffer.from('SQLite format 3\0')], 'issue.binary.database'],
    [[65, 0, 0, 0, 66, 0, 0, 1], 'issue.binary.other'],
  ])('are refused with the reason: %j', async (bytes, key) => {
    const result = await readSource(sourceFromBytes('thing.csv', Uint8Array.from(bytes)));
    expect(result.summary.refused).toEqual({ severity: 'error', messageKey: key, params: {}, file: 'thing.csv' });
    expect([result.records, result.format]).toEqual([[], null]);
  });

  it('name the columns that are missing and those that are there', async () => {
    const result = await readText('Vendor;Version;Installations\nx;1;2\n');
    expect(result.summary.refused).toMatchObject({
      messageKey: 'issue.columnsMissing',
      row: 1,
      params: { kind: 'software', found: 'Vendor, Version, Installations' },
    });
    expect(result.summary.refused?.params.missing).toContain('rawName');
    const accounts = await readText('Department;Licenses;Last sign-in\nx;y;\n');
    expect(accounts.summary.refused).toMatchObject({ params: { kind: 'account' } });
    expect(accounts.summary.refused?.params.missing).toContain('login');
  });

  it('say when there are headings only', async () => {
    expect(keysOf(await readText('Name;Publisher;Version\n'))).toEqual(['issue.tableWithoutRows']);
    expect(keysOf(await readText('Name;Publisher;Version'))).toEqual(['issue.tableWithoutRows']);
  });

  it('with a line of 200 MB are given up after the first megabyte', async () => {
    const chunk = Buffer.alloc(65_536, 'a');
    for (const head of ['Name;Publisher;Version\n', 'Name;Publisher;Version\n"']) {
      const source = generatedSource('long.csv', 200_000_000, (index) => (index === 0 ? Buffer.from(head) : chunk));
      const result = await readSource(source);
      expect(result.summary.refused).toMatchObject({ messageKey: 'issue.recordTooLong', row: 2, params: { limit: recordLimit } });
      expect(source.taken).toBeLessThan(4_000_000);
      expect(result.records).toEqual([]);
    }
  });

  it('that turn into something else half-way are refused there', async () => {
    const result = await readText(`Name;Publisher;Version\n${'x;y;1\n'.repeat(60_000)}\0\0\0;y;1\n`);
    expect(result.summary.refused).toMatchObject({ messageKey: 'issue.fileDamaged' });
    expect(result.summary.refused?.row).toBeGreaterThan(40_000);
  });
});

describe('rows that cannot be read', () => {
  it('are left out with their number while the others are read', async () => {
    const result = await readText('Name;Publisher;Version;Installations\na;p;1;5\nb\nc;p;1;2;3;4\nd;p;1\ne;p;1;7\n');
    expect(only(result, 'software').map((record) => record.rawName)).toEqual(['a', 'b', 'd', 'e']);
    expect(result.issues.map((issue) => [issue.severity, issue.row, issue.messageKey])).toEqual([
      ['warning', 3, 'issue.rowFilledUp'],
      ['error', 4, 'issue.rowTooLong'],
      ['warning', 5, 'issue.rowFilledUp'],
    ]);
    const short = await readText('Publisher;Version;Name\np;1;a\np;1\n');
    expect(short.issues).toMatchObject([{ row: 3, messageKey: 'issue.rowTooShort', params: { found: 2, expected: 3 } }]);
  });

  it('with a quotation mark that never closes cost one row, not the rest of the file', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `name ${index};publisher;${index}`);
    const result = await readText(`Name;Publisher;Version\nx;y;1\n"broken;y;1\n${rows.join('\n')}\n`);
    expect(result.records).toHaveLength(30_001);
    expect(result.issues).toMatchObject([{ severity: 'error', messageKey: 'issue.quoteUnclosed', row: 3 }]);
    expect(only(result, 'software').at(-1)).toMatchObject({ rawName: 'name 29999', row: 30_003 });
    const last = await readText('Name;Publisher;Version\nx;y;1\n"broken;y;1');
    expect(last.records).toHaveLength(1);
    expect(last.issues).toMatchObject([{ messageKey: 'issue.quoteUnclosed', row: 3 }]);
  });

  it('with inner quotation marks that are not doubled are read where that is safe', async () => {
    const result = await readText('Name;Publisher;Version\n"The "big" tool";y;1\n27" monitor driver;y;1\n"Monitor 27"";y;1\n"Next";y;2\nlast;y;3\n');
    expect(only(result, 'software').map((record) => record.rawName)).toEqual(['The "big" tool', '27" monitor driver', 'last']);
    expect(result.issues.map((issue) => [issue.severity, issue.row, issue.messageKey])).toEqual([
      ['warning', 2, 'issue.quotesNotDoubled'],
      ['error', 4, 'issue.quotesBroken'],
    ]);
  });

  it('too many of which have open quotation marks refuse the file', async () => {
    const result = await readText(`Name;Publisher;Version\n${'"x y z ä;p;1\n'.repeat(200_000)}`);
    expect(['issue.quotesUnclosedOften', 'issue.quotesBroken']).toContain(result.summary.refused?.messageKey ?? keysOf(result)[0]);
  });

  it('are listed up to a limit and counted beyond it', async () => {
    const result = await readText(`Name;Publisher;Version;Installations\n${'a;b;1;-1\n'.repeat(3_000)}z;b;1;1\n`);
    expect(result.issues).toHaveLength(issueLimit);
    expect(result.summary).toMatchObject({
      rows: 3_001,
      records: 1,
      skipped: 3_000,
      skippedByReason: { 'issue.numberNegative': 3_000 },
      issuesByKey: { 'issue.numberNegative': 3_000 },
    });
  });
});

describe('reading', () => {
  it('stops when told to', async () => {
    const controller = new AbortController();
    const text = `Name;Publisher;Version\n${'x;y;1\n'.repeat(50_000)}`;
    const reading = readText(text, { signal: controller.signal, batchSize: 10 });
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  it('hands records over in batches', async () => {
    const { openImport } = await import('../../formats/read/openImport.ts');
    const opened = await openImport(sourceFromBytes('x', Buffer.from(`Name;Publisher;Version\n${'x;y;1\n'.repeat(2_500)}`)), { batchSize: 1_000 });
    const sizes: number[] = [];
    for await (const batch of opened.batches) sizes.push(batch.length);
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  const headings = [
    'Name;Publisher;Version;Installations',
    'login,department,enabled',
    'id;name;seats;annual cost;expires on',
    'contract;start;end;notice days;renewal',
    'login;track;state;date',
    'Item name,seats,purchase cost,purchase date,reassignable',
    'User principal name,Department,Licenses,Block credential',
    'DisplayName      DisplayVersion\n-----------      --------------',
    'Windows Registry Editor Version 5.00\n[HKEY\\Uninstall\\x]\n"DisplayName"=hex(2):41,00,\\',
    'SPDXVersion: SPDX-2.3\nPackageName: x',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="application"><name>x</name>',
  ];
  const formats: readonly (FormatId | undefined)[] = [undefined, ...readers.map((reader) => reader.id)];

  it('never throws and never loses count, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', ...headings),
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new Uint8Array(Buffer.from(text))),
          fc
            .string({ unit: fc.constantFrom(';', ',', '"', '\n', '\r', 'a', '1', '-', '/', '.', '€', '\t', '{', ':'), maxLength: 300 })
            .map((text) => new Uint8Array(Buffer.from(text))),
        ),
        fc.constantFrom(...formats),
        fc.integer({ min: 1, max: 50 }),
        async (heading, bytes, format, chunkSize) => {
          const whole = Buffer.concat([Buffer.from(heading === '' ? '' : `${heading}\n`), bytes]);
          const { summary, records, issues } = await readSource(sourceFromBytes('any', new Uint8Array(whole), chunkSize), format ? { format } : {});
          const counted = records.filter((record) => record.kind !== 'accountCounts').length;
          expect(counted).toBeLessThanOrEqual(summary.rows);
          expect(summary.records).toBe(records.length);
          expect(issues.every((issue) => issue.file === 'any' && issue.messageKey.startsWith('issue.'))).toBe(true);
          expect(Object.values(summary.skippedByReason).reduce((sum, count) => sum + count, 0)).toBe(summary.skipped);
        },
      ),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
