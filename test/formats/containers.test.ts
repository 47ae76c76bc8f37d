import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { zipFile } from '../support/zipFile.ts';
import { membersOf, onlySource, shown, textOf } from './memberSupport.ts';
import { keysOf, only, readSource } from './readSupport.ts';

const list = (name: string) => `Name,Publisher,Version\n${name},Publisher of ${name},1.0\n`;
const inventory = (device: string) =>
  JSON.stringify({
    action: 'inventory',
    deviceid: device,
    itemtype: 'Computer',
    content: { hardware: { name: device }, softwares: [{ name: 'Editor', version: '1' }] },
  });

describe('a zip', () => {
  it('is its files, in its order, under the name of the archive', async () => {
    const bytes = zipFile([
      { name: 'AppInvRawData.csv', content: list('Editor') },
      { name: 'folder/', content: '' },
      { name: 'folder/zweite Liste.csv', content: list('Übersetzer'), method: 0 },
      { name: '__MACOSX/._AppInvRawData.csv', content: 'x' },
      { name: 'folder/.DS_Store', content: 'x' },
      { name: 'Thumbs.db', content: 'x' },
    ]);
    for (const chunkSize of [1, 4_096]) {
      const members = await membersOf(sourceFromBytes('export.zip', bytes, chunkSize));
      expect(shown(members)).toEqual(['export.zip › AppInvRawData.csv', 'export.zip › folder/zweite Liste.csv']);
      expect(members.map((member) => member.key)).toEqual(['0', '2']);
      const records = [];
      for (const member of members) if (member.kind === 'file') records.push(...only(await readSource(member.source), 'software'));
      expect(records.map((record) => record.rawName)).toEqual(['Editor', 'Übersetzer']);
    }
  });

  it('opens a zip, a gzip and a spreadsheet in it, and no archive below', async () => {
    const inner = zipFile([{ name: 'a.csv', content: list('A') }]);
    const middle = zipFile([
      { name: 'inner.zip', content: inner },
      { name: 'b.csv', content: list('B') },
    ]);
    const members = await membersOf(
      sourceFromBytes(
        'outer.zip',
        zipFile([
          { name: 'middle.zip', content: middle },
          { name: 'pc1.json.gz', content: gzipSync(inventory('pc1')) },
        ]),
      ),
    );
    expect(shown(members)).toEqual([
      'refused: outer.zip › middle.zip › inner.zip: issue.archiveTooDeep',
      'outer.zip › middle.zip › b.csv',
      'outer.zip › pc1.json',
    ]);
    expect(members.map((member) => member.key)).toEqual(['0/0', '0/1', '1/0']);
  });

  it('never uses a name as a path', async () => {
    const names = ['../../etc/passwd.csv', '/etc/cron.d/x.csv', 'C:\\Windows\\x.csv', '..\\up.csv', 'a\u0000b.csv'];
    const members = await membersOf(sourceFromBytes('bad.zip', zipFile(names.map((name) => ({ name, content: list('A') })))));
    expect(shown(members)).toEqual(names.map((name) => `bad.zip › ${name.replaceAll('\\', '/').replace('\u0000', '')}`));
    for (const member of members) expect(member.kind === 'file' && (await textOf(member.source))).toBe(list('A'));
  });

  it('follows no link', async () => {
    const link = { name: 'link.csv', content: '/etc/passwd', attributes: 0o120777 << 16 };
    expect(shown(await membersOf(sourceFromBytes('l.zip', zipFile([link]))))).toEqual(['leftOut: l.zip › link.csv: issue.packedLink']);
  });

  it('names the file that is encrypted or packed in another way', async () => {
    const members = await membersOf(
      sourceFromBytes(
        'z.zip',
        zipFile([
          { name: 'secret.csv', content: 'x', flags: 0x801 },
          { name: 'old.csv', content: 'x', method: 9 },
        ]),
      ),
    );
    expect(members).toMatchObject([
      { kind: 'refused', issue: { messageKey: 'issue.packedFileEncrypted', params: { entry: 'secret.csv' }, file: 'z.zip › secret.csv' } },
      { kind: 'refused', issue: { messageKey: 'issue.packedFileMethod', params: { entry: 'old.csv' } } },
    ]);
  });

  it('is refused where it is cut off, wherever', async () => {
    const bytes = zipFile([{ name: 'a.csv', content: list('A').repeat(50) }]);
    for (let length = 30; length < bytes.length; length += 11) {
      expect(shown(await membersOf(sourceFromBytes('cut.zip', bytes.subarray(0, length)))), String(length)).toEqual(['refused: cut.zip: issue.archiveDamaged']);
    }
  });

  it('is refused where it claims a million entries, and where its entries share their bytes', async () => {
    const tiny = Array.from({ length: 30_000 }, (_, index) => ({ name: String(index), content: '', method: 0 }));
    expect(await membersOf(sourceFromBytes('many.zip', zipFile(tiny)))).toMatchObject([
      { kind: 'refused', issue: { messageKey: 'issue.archiveTooManyFiles', params: { found: 30_000, limit: 20_000 } } },
    ]);
    const content = 'x'.repeat(3_000);
    const shared = Array.from({ length: 100 }, (_, index) => ({
      name: `${index}.csv`,
      content: index === 0 ? content : '',
      method: 0,
      claims: { offset: 0, size: 3_000, packedSize: 3_000 },
    }));
    expect(shown(await membersOf(sourceFromBytes('shared.zip', zipFile(shared))))).toEqual(['refused: shared.zip: issue.archiveDamaged']);
  });

  it('is held to the sizes that it claims', async () => {
    const content = list('A').repeat(1_000);
    const refusal = async (claims: { size?: number; crc?: number }) => {
      const [member] = await membersOf(sourceFromBytes('lie.zip', zipFile([{ name: 'a.csv', content, claims }])));
      if (member?.kind !== 'file') return member?.issue.messageKey;
      return (await readSource(member.source)).summary.refused?.messageKey;
    };
    expect(await refusal({ size: 100 })).toBe('issue.packedFileDamaged');
    expect(await refusal({ size: content.length + 1 })).toBe('issue.packedFileDamaged');
    expect(await refusal({ crc: 1 })).toBe('issue.packedFileDamaged');
    expect(await refusal({})).toBeUndefined();
    const many = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.csv`, content: 'x', claims: { size: 1_000_000_000 } }));
    expect(shown(await membersOf(sourceFromBytes('huge.zip', zipFile(many))))).toEqual(['refused: huge.zip: issue.archiveTooLarge']);
  });

  it('is no bomb: neither packed nor packed twice', async () => {
    const bomb = zipFile([{ name: 'bomb.csv', content: Buffer.alloc(40_000_000, 'a,b\n') }]);
    expect(bomb.length).toBeLessThan(60_000);
    expect(shown(await membersOf(sourceFromBytes('bomb.zip', bomb)))).toEqual(['refused: bomb.zip › bomb.csv: issue.packedTooTightly']);
    expect(shown(await membersOf(sourceFromBytes('twice.zip', zipFile([{ name: 'bomb.zip', content: bomb }]))))).toEqual([
      'refused: twice.zip › bomb.zip › bomb.csv: issue.packedTooTightly',
    ]);
  });

  it('is left out where it is a letter, and refused where it is a binary workbook', async () => {
    const types = { name: '[Content_Types].xml', content: '<Types/>' };
    const letter = zipFile([types, { name: 'word/document.xml', content: '<x/>' }]);
    const odt = zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }]);
    const binary = zipFile([types, { name: 'xl/workbook.bin', content: 'x' }]);
    expect(shown(await membersOf(sourceFromBytes('a.docx', letter)))).toEqual(['leftOut: a.docx: issue.officeDocument']);
    expect(shown(await membersOf(sourceFromBytes('a.odt', odt)))).toEqual(['leftOut: a.odt: issue.officeDocument']);
    expect(shown(await membersOf(sourceFromBytes('a.xlsb', binary)))).toEqual(['refused: a.xlsb: issue.spreadsheetBinary']);
  });
});

describe('a gzip', () => {
  it('is the file in it', async () => {
    const members = await membersOf(sourceFromBytes('pc1.json.gz', gzipSync(inventory('pc1')), 10));
    expect(shown(members)).toEqual(['pc1.json']);
    const result = await readSource(onlySource(members));
    expect(only(result, 'software')).toMatchObject([{ rawName: 'Editor', device: 'pc1' }]);
  });

  it('is opened twice and not three times', async () => {
    const once = gzipSync(list('A'));
    expect(shown(await membersOf(sourceFromBytes('a.csv.gz.gz', gzipSync(once))))).toEqual(['a.csv']);
    expect(shown(await membersOf(sourceFromBytes('a.csv.gz.gz.gz', gzipSync(gzipSync(once)))))).toEqual(['refused: a.csv.gz: issue.archiveTooDeep']);
  });

  it('is refused where it is cut off, damaged, or a bomb', async () => {
    const bytes = gzipSync(list('A').repeat(20_000));
    const damaged = Buffer.from(bytes);
    damaged.writeUInt32LE(7, damaged.length - 8);
    for (const source of [sourceFromBytes('cut.csv.gz', bytes.subarray(0, bytes.length - 20)), sourceFromBytes('damaged.csv.gz', damaged)]) {
      const result = await readSource(onlySource(await membersOf(source)));
      expect(result.summary.refused).toMatchObject({ messageKey: 'issue.packedFileDamaged' });
    }
    const bomb = await membersOf(sourceFromBytes('bomb.gz', gzipSync(Buffer.alloc(20_000_000, 'name,version\n'))));
    const result = await readSource(onlySource(bomb));
    expect(keysOf(result)).toEqual(['issue.packedTooTightly']);
  });
});
