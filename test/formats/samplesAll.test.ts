import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { createImportReader } from '../../host/importReader.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const rowsOf = (text: string): number => text.trim().split('\n').length - 1;
type Parts = Readonly<Record<'components' | 'users' | 'packages' | 'softwares', readonly unknown[]>>;
const json = (text: string) => JSON.parse(text) as Parts & { readonly services: readonly { readonly services: readonly unknown[] }[]; readonly content: Parts };

type Expectation = {
  readonly format: string;
  readonly records: number;
  /** Everything that the file holds, counted without any reader; what is no record is left out for a reason that is told. */
  readonly holds: (text: string) => number;
};

const files: Readonly<Record<string, Expectation>> = {
  'cyclonedx/laravel_bom.1.4.json': { format: 'cycloneDxJson', records: 1, holds: (text) => 1 + json(text).components.length },
  'cyclonedx/obom_windows11_cdxgen_osquery.json.gz': { format: 'cycloneDxJson', records: 53, holds: (text) => 1 + json(text).components.length },
  'cyclonedx/saasbom.json': {
    format: 'cycloneDxJson',
    records: 5,
    holds: (text) => 1 + json(text).services.length + (json(text).services[0]?.services.length ?? 0),
  },
  'fusioninventory/fedora25.xml': { format: 'agentXml', records: 42, holds: (text) => count(text, /<SOFTWARES>/g) },
  'fusioninventory/windows81_fr.xml': { format: 'agentXml', records: 8, holds: (text) => count(text, /<SOFTWARES>/g) },
  'ganttproject/HouseBuildingSample.gan': { format: 'ganttProject', records: 20, holds: (text) => count(text, /<task /g) },
  'glpi/computer_3_fedora_3033_softwares.json': { format: 'glpiInventory', records: 3_033, holds: (text) => json(text).content.softwares.length },
  'glpi/phone_1_android_fr.json': { format: 'glpiInventory', records: 3, holds: (text) => json(text).content.softwares.length },
  'i-doit/Import-Anwendungen.csv': { format: 'iDoitApplications', records: 4, holds: rowsOf },
  // A licence has a record for each of its keys, which stand in one cell.
  'i-doit/Import-Lizenzen.csv': {
    format: 'iDoitLicences',
    records: 4,
    holds: (text) =>
      text
        .trim()
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split(';')[4]?.split(',') ?? []).length,
  },
  'keycloak/realm-import_servlet-authz.json': { format: 'keycloak', records: 4, holds: (text) => json(text).users.length },
  'ldif/10_people_bender_jpegPhoto.ldif': { format: 'ldif', records: 1, holds: (text) => count(text, /^dn:/gm) },
  'linux-packages/dpkg-query_tab.txt': { format: 'dpkgPackages', records: 16, holds: (text) => rowsOf(text) + 1 },
  'msproject/baselines-mspdi.xml': { format: 'mspdi', records: 1, holds: (text) => count(text, /<Task>/g) },
  'msproject/sample.mspdi.xml': { format: 'mspdi', records: 19, holds: (text) => count(text, /<Task>/g) },
  // Names and publishers under the headings of a table of software, so it reads as one.
  'names/winget_normalisation_expected.csv': { format: 'tabular', records: 1_137, holds: rowsOf },
  'scim/rfc7643-8.3-enterprise_user.json': { format: 'scim', records: 1, holds: (text) => count(text, /"userName"/g) },
  'snipe-it/licenses-sample.csv': { format: 'snipeItImport', records: 50, holds: (text) => count(text, /,[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12},/g) },
  'spdx/examplemaven-0.0.1.spdx2.3.json': { format: 'spdxJson', records: 1, holds: (text) => json(text).packages.length },
  'swid/authoritative.swidtag': { format: 'swidTag', records: 1, holds: (text) => count(text, /<SoftwareIdentity/g) },
  'windows-registry/xp-Uninstall_utf16le.reg': { format: 'windowsRegistry', records: 62, holds: (text) => count(text, /^\[.*\\Uninstall\\[^\\\]]+\]/gm) },
  'winget/ImportFile-Good.2.0.json': { format: 'wingetExport', records: 1, holds: (text) => count(text, /"PackageIdentifier"/g) },
};

/** Files that hold nothing to import, and why. */
const noImports: Readonly<Record<string, { readonly because: string; readonly refusal: string }>> = {
  'README.md': { because: 'says where the files come from', refusal: 'issue.columnsMissing' },
  'localized_headers.json': { because: 'lists headings, with which the tests of Snipe-IT and OCS compare', refusal: 'issue.formatUnknown' },
  'names/endoflife_products.csv': { because: 'lists products and days, no software that somebody has', refusal: 'issue.columnsMissing' },
};

const paths = existsSync(samples)
  ? readdirSync(samples, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(samples, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  : [];

describe.skipIf(paths.length === 0)('every real file, through the way in that an import takes', () => {
  it('has its line in this table', () => {
    expect([...Object.keys(files), ...Object.keys(noImports)].sort()).toEqual([...paths].sort());
  });

  it.each(Object.entries(files))('%s', async (path, expected) => {
    const bytes = readFileSync(join(samples, path));
    const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    const text = path.endsWith('.reg') ? iconv.decode(plain, 'utf-16le') : plain.toString();
    const outcome = await outcomeOf(path, bytes);
    const leftOut = outcome.skipped.reduce((sum, reason) => sum + reason.count, 0);
    expect([outcome.format, outcome.records, outcome.refused]).toEqual([expected.format, expected.records, null]);
    expect(outcome.records + leftOut).toBe(expected.holds(text));
    expect(outcome.given).toBe(outcome.records);
  });

  it.each(Object.entries(noImports))('%s is no import', async (path, { because, refusal }) => {
    expect(because).not.toBe('');
    expect(await outcomeOf(path, readFileSync(join(samples, path)))).toMatchObject({ given: 0, refused: { messageKey: refusal } });
  });
});

async function outcomeOf(path: string, bytes: Uint8Array) {
  const outcomes = [];
  for await (const member of createImportReader().open(sourceFromBytes(path, bytes))) {
    if (member.kind !== 'file') throw new Error(`${path}: ${member.issue.messageKey}`);
    let given = 0;
    const outcome = await member.read({ signal: new AbortController().signal }, (records) => {
      given += records.length;
    });
    outcomes.push({ ...outcome, given });
  }
  const [only] = outcomes;
  if (!only || outcomes.length > 1) throw new Error(`${path}: ${outcomes.length} members`);
  return only;
}
