import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snipeItHeadings } from '../../formats/read/software/snipeItHeadings.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { keysOf, only, readSource } from './readSupport.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const load = (path: string) => sourceFromBytes(path, readFileSync(join(samples, path)));
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(samples, path), 'utf8'));

describe.skipIf(!existsSync(samples))('real exports', () => {
  it('Snipe-IT, licences: every record of the file', async () => {
    const text = readFileSync(join(samples, 'snipe-it/licenses-sample.csv'), 'utf8');
    // Each record of this file has one serial number (a UUID), its heading has none.
    const expected = text.match(/,[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12},/g)?.length ?? 0;
    const costs = [...text.matchAll(/\$(\d+)\.(\d\d)/g)].map((match) => Number(match[1]) * 100 + Number(match[2]));
    const result = await readSource(load('snipe-it/licenses-sample.csv'));
    const records = only(result, 'licence');
    expect([result.format, expected, records.length]).toEqual(['snipeItImport', 50, 50]);
    expect(records.map((record) => record.purchaseCostCents)).toEqual(costs);
    expect(records[0]).toMatchObject({
      row: 2,
      seats: 56,
      purchasedOn: '2008-11-24',
      expiresOn: '2016-02-26',
      currency: 'USD',
      publisher: 'Mayer-Bergnaum',
      orderNumber: '749317252-8',
    });
    expect(records.filter((record) => record.purchasedOn === null)).toHaveLength(3);
    expect(result.issues).toEqual([]);
    expect(JSON.stringify(records)).not.toMatch(/jgoodsell0|Bevon|4c2713a1/);
  });

  it.each([
    ['glpi/computer_3_fedora_3033_softwares.json', 3_033, 'LF014-2017-02-20-12-19-56', '000005'],
    ['glpi/phone_1_android_fr.json', 3, 'Mi9TPro-TéléphoneM-2019-12-18-14-30-16', null],
  ])('GLPI agent: %s', async (path, count, device, unitName) => {
    const { content } = readJson(path) as { content: { softwares: { name: string; version?: string; publisher?: string }[] } };
    const result = await readSource(load(path));
    const records = only(result, 'software');
    expect([result.format, content.softwares.length, records.length]).toEqual(['glpiInventory', count, count]);
    expect(records.map((record) => [record.rawName, record.version, record.publisher])).toEqual(
      content.softwares.map((software) => [software.name.trim(), (software.version ?? '').trim(), (software.publisher ?? '').trim()]),
    );
    expect(records.every((record) => record.device === device && record.unitName === unitName && record.installations === 1)).toBe(true);
    expect(result.issues).toEqual([]);
  });

  it.each([
    ['fusioninventory/fedora25.xml', 42],
    ['fusioninventory/windows81_fr.xml', 8],
  ])('FusionInventory agent: %s', async (path, count) => {
    const text = readFileSync(join(samples, path), 'utf8');
    const sections = [...text.matchAll(/<SOFTWARES>[\s\S]*?<\/SOFTWARES>/g)].map((match) => match[0]);
    const result = await readSource(load(path));
    const records = only(result, 'software');
    expect([result.format, sections.length, records.length]).toEqual(['agentXml', count, count]);
    expect(records.map((record) => record.version)).toEqual(sections.map((section) => /<VERSION>(.*?)<\/VERSION>/.exec(section)?.[1]?.trim() ?? ''));
    expect(new Set(records.map((record) => record.device))).toEqual(new Set([/<DEVICEID>(.*?)<\/DEVICEID>/.exec(text)?.[1]]));
    expect(records[0]?.unitName).toBe(/<KEYVALUE>(.*?)<\/KEYVALUE>/.exec(text)?.[1]);
    expect(result.issues).toEqual([]);
  });

  it('Snipe-IT, headings in every language', () => {
    const known = readJson('localized_headers.json') as { snipeit_license_export: Record<string, string[]> };
    expect(Object.fromEntries(Object.entries(known.snipeit_license_export).map(([locale, headings]) => [locale.slice(0, 2), headings]))).toEqual(
      snipeItHeadings,
    );
  });

  it('OCS, headings of the software list in every language', async () => {
    const known = readJson('localized_headers.json') as { ocs: Record<string, { all_software_export: string[] }> };
    for (const { all_software_export: headings } of Object.values(known.ocs)) {
      const result = await readSource(
        sourceFromBytes('export.csv', Buffer.from(`${headings.map((heading) => `"${heading}";`).join('')}\r\n"Publisher";"Name";"1.0";"";"";"12";`)),
      );
      expect(only(result, 'software')).toMatchObject([{ rawName: 'Name', installations: 12 }]);
    }
  });

  it('a list of names and publishers', async () => {
    const rows = readFileSync(join(samples, 'names/winget_normalisation_expected.csv'), 'utf8').trim().split('\n').length - 1;
    const result = await readSource(load('names/winget_normalisation_expected.csv'));
    expect(result.records.length + result.summary.skipped).toBe(rows);
    expect(keysOf(result).filter((key) => key !== 'issue.cellMissing')).toEqual([]);
  });

  it('i-doit, applications: one record for each object', async () => {
    const lines = readFileSync(join(samples, 'i-doit/Import-Anwendungen.csv'), 'utf8').trim().split('\n').slice(1);
    const cells = lines.map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
    const result = await readSource(load('i-doit/Import-Anwendungen.csv'));
    expect([result.format, lines.length]).toEqual(['iDoitApplications', 4]);
    expect(only(result, 'software').map((record) => [record.rawName, record.publisher, record.version.split(', ')])).toEqual(
      cells.map((row) => [row[1], row[3], row[9]?.split(',')]),
    );
    expect(result.sniffed).toMatchObject({ delimiter: ';', encoding: 'utf-8' });
    expect([result.issues, JSON.stringify(result.records).includes('RegKey')]).toEqual([[], false]);
  });

  it('i-doit, licences: one record for each key, with the price of all its seats', async () => {
    const lines = readFileSync(join(samples, 'i-doit/Import-Lizenzen.csv'), 'utf8').trim().split('\n').slice(1);
    const expected = lines.flatMap((line) => {
      const [, name, , seats, keys, , , , prices] = line.split(';') as [string, string, string, string, string, string, string, string, string];
      return keys.split(',').map((_, place) => {
        const count = Number(seats.split(',')[place]);
        return [name, count, Math.round(Number(prices.split(',')[place]) * 100) * count];
      });
    });
    const result = await readSource(load('i-doit/Import-Lizenzen.csv'));
    const records = only(result, 'licence');
    expect([result.format, expected.length]).toEqual(['iDoitLicences', 4]);
    expect(records.map((record) => [record.name, record.seats, record.purchaseCostCents])).toEqual(expected);
    expect(records.map((record) => [record.purchasedOn, record.expiresOn])).toEqual([
      ['2021-01-01', '2021-12-31'],
      ['2021-06-01', '2021-12-31'],
      ['2021-01-01', '2021-12-31'],
      ['2021-05-01', '2021-04-30'],
    ]);
    expect([result.issues, JSON.stringify(records).match(/-111-|-211-|-311-|123456789/)]).toEqual([[], null]);
  });

  it.each(['cyclonedx/obom_windows11_cdxgen_osquery.json.gz'])('%s, a format that is not read, is refused with a reason', async (path) => {
    const result = await readSource(load(path));
    expect(result.records).toEqual([]);
    expect(result.summary.refused?.messageKey).toMatch(/^issue\.(formatUnknown|columnsMissing|binary\.archive)$/);
  });
});
