import { describe, expect, it } from 'vitest';
import type { MatchableProduct } from '../../core/domain/catalogue/aliasIndex.ts';
import { publisherWords } from '../../core/domain/catalogue/cleanName.ts';
import { createMatcher } from '../../core/domain/catalogue/matchNames.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { createImportCollector } from '../../core/domain/inventory/collectImport.ts';
import { sniffDelimiter } from '../../formats/read/delimiter.ts';
import { readBoolean } from '../../formats/read/booleanCell.ts';
import { readDate } from '../../formats/read/dateCell.ts';
import { foldHeading } from '../../formats/read/headings.ts';
import { readAmount } from '../../formats/read/numberCell.ts';
import { readFileTime } from '../../formats/read/accounts/fileTime.ts';
import { snipeItHeadings } from '../../formats/read/software/snipeItHeadings.ts';
import { openImport } from '../../formats/read/openImport.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { writeCsv } from '../../formats/write/writeCsv.ts';
import { keysOf, only, readText } from './readSupport.ts';

type Result = Awaited<ReturnType<typeof readText>>;
const names = (result: Result) => only(result, 'software').map((record) => record.rawName);
const product = (id: string, alias: string): MatchableProduct => ({ id: id as ProductId, name: alias, aliases: [alias], publishers: [], kind: 'proprietary' });
const matcher = createMatcher([product('seven-zip', '7-zip'), product('sql-server', 'sql server für büros'), product('star-wars', 'lego star wars')]);
const match = (rawName: string, publisher = '', version = '') => matcher.match({ rawName, publisher, version });

/** Each of these has broken an import of real files somewhere; the tests of the parts go deeper. */
describe('what breaks importers', () => {
  it('1: the separator is the user’s, so the first lines decide it, outside quotation marks', async () => {
    const table = (separator: string) => `${['Name', 'Publisher', 'Version'].join(separator)}\n"a;b,c"${separator}House${separator}1\n`;
    for (const separator of [';', ',', '\t']) {
      expect(sniffDelimiter(table(separator))).toBe(separator);
      expect(names(await readText(table(separator), { name: 'list.tsv' }))).toEqual(['a;b,c']);
    }
  });

  it('2: five encodings give the same names, with a mark or without', async () => {
    const text = 'Bezeichnung;Hersteller;Version\nPrüfprogramm für Gebäude;Müller;1\n';
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850'])
      expect(names(await readText(text, { encoding }))).toEqual(['Prüfprogramm für Gebäude']);
    expect(names(await readText(`\ufeff${text}`))).toEqual(['Prüfprogramm für Gebäude']);
  });

  it('3: characters lost before us neither reject the row nor the match', async () => {
    const result = await readText('Name;Publisher;Version\nSQL Server f\ufffdr B\ufffdros;House;1\n');
    expect([names(result), keysOf(result)]).toEqual([['SQL Server f\ufffdr B\ufffdros'], ['issue.replacementCharacters']]);
    expect(match('SQL Server f\ufffdr B\ufffdros')).toMatchObject({ kind: 'matched', productId: 'sql-server' });
    expect(match('LEGO© Star WarsT')).toMatchObject({ kind: 'matched', productId: 'star-wars' });
  });

  it('4: rows with the two characters that were meant as a tab are taken apart', async () => {
    const result = await readText('DisplayName,DisplayVersion,Publisher,InstallDate\nTool`t1.0`tHouse`t20240116,,,\nSecond,2.0,House,20240117\n');
    expect(only(result, 'software').map((record) => [record.rawName, record.version, record.publisher])).toEqual([
      ['Tool', '1.0', 'House'],
      ['Second', '2.0', 'House'],
    ]);
  });

  it('5: two columns of one name are told apart by their place', async () => {
    const headings = snipeItHeadings.fr as readonly string[];
    const cells = headings.map((heading, place) =>
      place === 0 ? '7' : place === 2 ? 'Tool' : place === 16 ? '2027-01-31' : place === 18 ? '2027-06-30' : heading === 'Notes' ? 'x' : '',
    );
    const result = await readText(`${headings.map((heading) => `"${heading}"`).join(',')}\n${cells.join(',')}\n`);
    expect(headings[16]).toBe(headings[18]);
    expect(only(result, 'licence')).toMatchObject([{ expiresOn: '2027-01-31', terminatesOn: '2027-06-30' }]);
  });

  it('6: a heading with a letter of another alphabet is the heading it looks like', () => {
    expect(foldHeading('\u0421atégorie')).toBe(foldHeading('Catégorie'));
  });

  it('7: blanks behind a heading and separators behind a row are no defects', async () => {
    const result = await readText(
      '"Nom";"Éditeur";"Versions - Nom";"Nombre d\'installations ";"Licences - Nombre de licences"\r\n"Tool";"House";"1.0";"12";"5";\r\n',
    );
    expect([only(result, 'software')[0]?.installations, result.issues]).toEqual([12, []]);
    const ragged = await readText('Anzahl;Software\r\n12;Tool;\r\n');
    expect([names(ragged), ragged.issues]).toEqual([['Tool'], []]);
  });

  it('8: quotation marks that are not doubled, and separators without any, are repaired or told with their row', async () => {
    const result = await readText('Anzahl;Software\r\n12;Tool; the big one;\r\nx;c;d;\r\n');
    expect(names(result)).toEqual(['Tool; the big one']);
    expect(result.issues).toMatchObject([
      { messageKey: 'issue.rowPutTogether', row: 2 },
      { messageKey: 'issue.rowTooLong', row: 3 },
    ]);
    const quoted = await readText('"Name";"Publisher";"Version"\n"Tool "new" edition";"House";"1"\n');
    expect([names(quoted), quoted.issues.map((issue) => issue.row)]).toEqual([['Tool "new" edition'], [2]]);
  });

  it('9: line ends inside a cell keep the row, versions stacked in one cell stay together', async () => {
    const result = await readText(
      '"Name";"Publisher";"Versions - Name";"Number of installations"\n"Tool";"House";"1.0\n2.0";"12"\n"Second";"House";"3.0";"4"\n',
    );
    expect(only(result, 'software').map((record) => [record.rawName, record.version, record.installations])).toEqual([
      ['Tool', '1.0, 2.0', 12],
      ['Second', '3.0', 4],
    ]);
  });

  it('10: one row decides for its column whether the day or the month comes first, and days that mean nothing stay empty', async () => {
    const text = (last: string) => `Licence,Seats,Expires on\nA,1,03/04/2027\nB,1,${last}\n`;
    expect(only(await readText(text('25/12/2027')), 'licence')[0]?.expiresOn).toBe('2027-04-03');
    expect(only(await readText(text('12/25/2027')), 'licence')[0]?.expiresOn).toBe('2027-03-04');
    expect(keysOf(await readText(text('05/06/2027')))).toEqual(['issue.dateOrderAssumed']);
    for (const cell of ['20240116', '2024/01/16', '16.01.2024 01:00:00', '2024-01-16 19:49:35Z', '20240116000000.0Z', '1/16/24, 2:21\u202fAM'])
      expect(readDate(cell, cell.startsWith('1/') ? 'mdy' : 'dmy')).toEqual({ kind: 'date', date: '2024-01-16' });
    expect([readDate('01/01/1970', 'dmy').kind, readDate('Unknown', 'dmy').kind]).toEqual(['unknown', 'unknown']);
  });

  it('11: money is read as its column writes it, with any blank between thousands', () => {
    const cents = (cell: string) => {
      const reading = readAmount(cell, ',');
      return reading.kind === 'amount' ? reading.cents : reading.kind;
    };
    expect(['$12.58', '1000.99', '2000,56', '9.999,99', '1\u00a0234,50', '1\u202f234,50', '1.2GB'].map(cents)).toEqual([
      1_258,
      100_099,
      200_056,
      999_999,
      123_450,
      123_450,
      'notANumber',
    ]);
  });

  it('12: yes and no come in many words, in one column', () => {
    expect(['TRUE', 'true', 'yes', 'YES', 'Ja', 'Oui', 'no', 'Nein', 'Non', ''].map(readBoolean)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      null,
    ]);
    expect(readBoolean('sometimes')).toBe('unreadable');
  });

  it('13: rows without a name are left out, junk names are hidden by a rule that is named, certificates are read as publishers', async () => {
    const result = await readText('Name;Publisher;Version\n;House;\n;;\nTool;House;1\n');
    expect([names(result), keysOf(result)]).toEqual([['Tool'], ['issue.cellMissing']]);
    expect(match('${{arpDisplayName}}')).toEqual({ kind: 'noise', rule: 'empty' });
    expect(match('{90160000-008C-0000-1000-0000000FF1CE}')).toEqual({ kind: 'noise', rule: 'packageId' });
    expect(publisherWords('CN=House GmbH, O=House GmbH')).toContain('house');
  });

  it('14: a product is counted by its machines, not by its rows', () => {
    const collector = createImportCollector(() => 'tool');
    const row = { kind: 'software', row: 2, publisher: '', version: '1', installations: 1, unitName: null } as const;
    for (const rawName of ['Tool - de-de', 'Tool - fr-fr', 'Tool - de-de']) collector.add([{ ...row, rawName, device: 'PC1' }], 'agent');
    expect(collector.finish().sources[0]?.devicesByProduct).toEqual(new Map([['tool', 1]]));
  });

  it('15: a version inside the name, a name inside the version, and blanks around both hide no product', async () => {
    expect(match('7-Zip 23.01 (x64)')).toMatchObject({ kind: 'matched', productId: 'seven-zip' });
    const result = await readText(
      JSON.stringify({
        deviceid: 'PC1',
        content: {
          softwares: [
            { name: ' Tool ', version: 'Tool 1.2' },
            { name: 'B', version: ' 1.42.0' },
          ],
        },
      }),
    );
    expect(only(result, 'software').map((record) => [record.rawName, record.version])).toEqual([
      ['Tool', '1.2'],
      ['B', '1.42.0'],
    ]);
  });

  it('16: patches, runtimes, language packs and drivers are hidden by their rule', () => {
    expect(
      [
        'Security Update for Windows XP (KB2079403)',
        'Microsoft Visual C++ 2015-2022 Redistributable (x64)',
        'Module linguistique Tool',
        'Realtek Audio Driver',
      ].map((name) => match(name)),
    ).toEqual([
      { kind: 'noise', rule: 'patch' },
      { kind: 'noise', rule: 'runtime' },
      { kind: 'noise', rule: 'languagePack' },
      { kind: 'noise', rule: 'driver' },
    ]);
  });

  it('17: users whom a report conceals are counted, and the setting to change is named', async () => {
    const hidden = (letter: string) => letter.repeat(32);
    const result = await readText(
      `\ufeffReport Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Send Count,Receive Count,Read Count,Assigned Products,Report Period\n` +
        ['A', 'B'].map((letter) => `2026-10-01,${hidden(letter)},${hidden(letter)},False,,2026-09-30,1,1,1,OFFICE 365 E3,30\n`).join(''),
    );
    expect([result.records.length, keysOf(result)]).toEqual([1, ['issue.usersConcealed']]);
    expect(result.records).toMatchObject([{ kind: 'accountCounts', accounts: 2, accountsByLicence: { 'OFFICE 365 E3': 2 } }]);
  });

  it('18: what looks like a formula is text when read and stays text when written', async () => {
    expect(names(await readText('Name;Publisher;Version\n=1+3;House;1\n'))).toEqual(['=1+3']);
    const written = new TextDecoder().decode(writeCsv({ columns: ['Name'], rows: [['=1+3'], ['@x']] }, { delimiter: ';', decimal: ',' }));
    expect(written.split('\r\n').slice(1, 3)).toEqual(["'=1+3", "'@x"]);
  });

  it('19: what a spreadsheet made of numbers is still read: never stays never, a version stays text', async () => {
    expect(['9223372036854775807', '9223372036854770000', '0'].map(readFileTime)).toEqual([null, null, null]);
    const result = await readText('sep=;\nName;Publisher;Version;Installations\nTool;House;10. Feb;007\n');
    expect(only(result, 'software')).toMatchObject([{ version: '10. Feb', installations: 7 }]);
  });

  it('20: a long file is read in pieces and handed on in batches', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `Tool ${index},House,1,${index}`).join('\n');
    const bytes = Buffer.from(`Name,Publisher,Version,Installations\n${rows}\n`);
    const opened = await openImport(sourceFromBytes('list.csv', bytes, 1_000), { batchSize: 500 });
    const batches: number[] = [];
    for await (const batch of opened.batches) batches.push(batch.length);
    expect([batches, opened.report.summary().issues]).toEqual([new Array<number>(10).fill(500), []]);
  });

  it('21: names of people, keys and addresses of an inventory are in no record', async () => {
    const inventory = {
      deviceid: 'PC1-2026',
      content: {
        hardware: { name: 'PC1', lastloggeduser: 'erika' },
        users: [{ login: 'erika' }],
        licenseinfos: [{ name: 'Tool', key: 'SECRET-1' }],
        softwares: [{ name: 'Tool', version: '1', username: 'erika', folder: 'C:\\Users\\erika\\Tool' }],
      },
    };
    const result = await readText(JSON.stringify(inventory));
    expect([names(result), JSON.stringify(result.records).match(/erika|SECRET/)]).toEqual([['Tool'], null]);
  });
});
