import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readers } from '../../formats/read/registry.ts';
import { takeSample } from '../../formats/read/sample.ts';
import { ocsHeadings } from '../../formats/read/software/ocsHeadings.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { only, readSource } from './readSupport.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const bytesOf = (path: string) => readFileSync(join(samples, path));
const load = (path: string) => sourceFromBytes(path, bytesOf(path));

type Bill = { components?: { name: string; type: string; properties?: { name: string; value: string }[] }[]; metadata: { component: { name: string } } };

describe.skipIf(!existsSync(samples))('real inventories', () => {
  it('Windows registry: the entries that Windows shows', async () => {
    const text = iconv.decode(bytesOf('windows-registry/xp-Uninstall_utf16le.reg'), 'utf-16le');
    const entries = text.split(/\r\n(?=\[)/).filter((entry) => /^\[.*\\Uninstall\\[^\\\]]+\]/.test(entry));
    const named = entries.filter((entry) => /^"DisplayName"="[^"]/m.test(entry));
    const shown = named.filter((entry) => !/^"(SystemComponent"=dword:00000001|ParentKeyName"=|ReleaseType"="(.*Update|Hotfix|Service Pack))/m.test(entry));
    const result = await readSource(load('windows-registry/xp-Uninstall_utf16le.reg'));
    const records = only(result, 'software');
    expect([result.format, result.sniffed]).toMatchObject(['windowsRegistry', { encoding: 'utf-16le', confidence: 0.98 }]);
    expect(records.map((record) => record.rawName)).toEqual(shown.map((entry) => /^"DisplayName"="(.*)"/m.exec(entry)?.[1]?.replaceAll(/\\(.)/g, '$1').trim()));
    expect([result.summary.rows, result.summary.skippedByReason['skip.withoutName']]).toEqual([entries.length, entries.length - named.length]);
    expect(records[0]).toEqual({
      kind: 'software',
      row: 10,
      rawName: 'Adobe Shockwave Player 11',
      publisher: 'Adobe Systems, Inc.',
      version: '11',
      installations: 1,
      device: 'windows-registry/xp-Uninstall_utf16le.reg',
      unitName: null,
    });
    expect(result.issues).toEqual([]);
  });

  it('dpkg-query: what is installed', async () => {
    const lines = readFileSync(join(samples, 'linux-packages/dpkg-query_tab.txt'), 'utf8').trim().split('\n');
    const installed = lines.filter((line) => !line.includes('deinstall'));
    const result = await readSource(load('linux-packages/dpkg-query_tab.txt'));
    expect([result.format, lines.length, installed.length]).toEqual(['dpkgPackages', 17, 16]);
    expect(only(result, 'software').map((record) => [record.rawName, record.version])).toEqual(
      installed.map((line) => [line.split('\t')[0], line.split('\t')[2]]),
    );
    expect(result.summary.skippedByReason).toEqual({ 'skip.packageRemoved': 1 });
    expect(result.issues).toEqual([]);
  });

  it('winget export', async () => {
    const result = await readSource(load('winget/ImportFile-Good.2.0.json'));
    expect(result.format).toBe('wingetExport');
    expect(only(result, 'software')).toMatchObject([{ rawName: 'TestExeInstaller', publisher: 'AppInstallerTest', version: '1.0.0.0' }]);
  });

  it('CycloneDX of a web application: the application, not its libraries', async () => {
    const bill = JSON.parse(bytesOf('cyclonedx/laravel_bom.1.4.json').toString()) as Bill;
    const result = await readSource(load('cyclonedx/laravel_bom.1.4.json'));
    expect(result.format).toBe('cycloneDxJson');
    expect(only(result, 'software').map((record) => record.rawName)).toEqual([bill.metadata.component.name]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.libraryInProgram': bill.components?.length });
    expect(result.issues).toEqual([]);
  });

  it('CycloneDX of services: those of a provider', async () => {
    const text = bytesOf('cyclonedx/saasbom.json').toString();
    const result = await readSource(load('cyclonedx/saasbom.json'));
    expect(only(result, 'software').map((record) => [record.rawName, record.publisher])).toEqual([
      ['Acme Cloud Example', ''],
      ['API Gateway', 'Acme Inc'],
      ['Microservice 1', 'Acme Inc'],
      ['Microservice 2', 'Acme Inc'],
      ['Microservice 3', 'Acme Inc'],
    ]);
    expect(text.match(/"provider"/g)).toHaveLength(4);
    expect(result.summary.skippedByReason).toEqual({ 'skip.serviceWithoutProvider': 2 });
  });

  it('CycloneDX of a running Windows machine: its programs, with readable names', async () => {
    const text = gunzipSync(bytesOf('cyclonedx/obom_windows11_cdxgen_osquery.json.gz'));
    const bill = JSON.parse(text.toString()) as Bill;
    const programs = bill.components?.filter((found) => found.properties?.some((property) => property.value === 'windows_programs')) ?? [];
    const result = await readSource(sourceFromBytes('pc-1.json', text));
    const records = only(result, 'software');
    expect([result.format, programs.length, records.length]).toEqual(['cycloneDxJson', 53, 53]);
    expect(records.map((record) => record.rawName)).toEqual(programs.map((program) => program.name.replaceAll('+', ' ')));
    expect(records.every((record) => record.device === 'pc-1.json')).toBe(true);
    expect(result.issues).toEqual([]);
  });

  it('SPDX: the package that the file describes', async () => {
    const result = await readSource(load('spdx/examplemaven-0.0.1.spdx2.3.json'));
    expect(result.format).toBe('spdxJson');
    expect(only(result, 'software')).toMatchObject([{ rawName: 'examplemaven', publisher: 'SPDX', device: null }]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.libraryInProgram': 5 });
  });

  it('SWID', async () => {
    const result = await readSource(load('swid/authoritative.swidtag'));
    expect(result.format).toBe('swidTag');
    expect(only(result, 'software')).toMatchObject([
      { rawName: 'swidval', version: '0.5.0.1', publisher: 'National Institute of Standards and Technology', device: null },
    ]);
    expect(result.issues).toEqual([]);
  });

  it('agents: when they looked at which machine', async () => {
    const path = 'fusioninventory/windows81_fr.xml';
    const text = bytesOf(path).toString();
    const { device } = (await readSource(load(path))).summary;
    expect(device).toEqual({
      name: /<DEVICEID>(.*?)</.exec(text)?.[1],
      loggedAt: /<LOGDATE>(.*?)</.exec(text)?.[1],
      // Serial numbers and UUIDs are compared without case and signs.
      identity: {
        hostName: /<HARDWARE>[\s\S]*?<NAME>(.*?)</.exec(text)?.[1]?.toLowerCase(),
        serial: /<SSN>(.*?)</.exec(text)?.[1]?.toLowerCase(),
        uuid: /<UUID>(.*?)</.exec(text)?.[1]?.toLowerCase().replaceAll('-', ''),
      },
    });
  });

  it('OCS, headings in every language', () => {
    type Known = { all_software_export: string[]; soft_csv_summary: string[]; soft_csv_by_machine: string[] };
    const known = JSON.parse(bytesOf('localized_headers.json').toString()) as { ocs: Record<string, Known> };
    expect(
      Object.fromEntries(
        Object.entries(known.ocs).map(([locale, found]) => [
          locale.slice(0, 2),
          { software: found.all_software_export, summary: found.soft_csv_summary, machines: found.soft_csv_by_machine },
        ]),
      ),
    ).toEqual(ocsHeadings);
  });

  it('are each claimed by one reader only', async () => {
    const paths = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(json|csv|xml|reg|txt|swidtag|ldif|gan|gz)$/.test(path));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const bytes = path.endsWith('.gz') ? gunzipSync(bytesOf(path)) : bytesOf(path);
      const sample = await takeSample(sourceFromBytes(path, bytes));
      const claims = readers.filter((reader) => reader.id !== 'tabular' && reader.recognise(sample).confidence >= 0.3).map((reader) => reader.id);
      expect([path, claims.length <= 1 ? [] : claims]).toEqual([path, []]);
    }
  });
});
