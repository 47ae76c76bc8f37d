import Papa from 'papaparse';
import type { Product } from '../../core/domain/catalogue/catalogue.ts';
import { departments, divisions, familyNames, givenNames, noise, unknownSoftware } from './inventedWords.ts';
import { createSeededRandom, type SeededRandom } from './seededRandom.ts';

export type InventedSize = { readonly accounts: number; readonly units: number; readonly items: number; readonly seed: number };
export type InventedFile = { readonly name: string; readonly text: string };

/**
 * A made-up administration as the files that its tools would export: accounts (Microsoft 365 "Export users"), a list of
 * software, and a list of contracts. For trying and measuring; every number in it is invented. The same size and seed
 * give the same files.
 *
 * Of 100 accounts about 68 are people, 24 shared mailboxes, 6 rooms and 2 services: Schleswig-Holstein's press releases
 * count between 1.33 and 1.47 mailboxes for each employee.
 */
export function inventAdministration(size: InventedSize, products: readonly Product[]): InventedFile[] {
  const random = createSeededRandom(size.seed);
  const paths = inventUnits(random, size.units);
  const { text, people } = inventAccounts(random, size.accounts, paths);
  const software = chooseProducts(random, products, size.items);
  return [
    { name: 'accounts.csv', text },
    { name: 'software.csv', text: inventSoftware(random, software, people) },
    { name: 'contracts.csv', text: inventContracts(random, software, people) },
  ];
}

function inventUnits(random: SeededRandom, wanted: number): string[] {
  const paths: string[] = [];
  for (let index = 0; index < wanted; index++) {
    const department = departments[index % departments.length] as string;
    const round = Math.floor(index / departments.length);
    if (round === 0) paths.push(department);
    else {
      const division = divisions[(round - 1) % divisions.length] as string;
      const section = Math.floor((round - 1) / divisions.length);
      paths.push(`${department} > ${division}${section === 0 ? '' : ` ${section + 1}`}`);
    }
  }
  return paths.length > 0 ? paths : [random.pick(departments)];
}

const accountColumns = ['Display name', 'User principal name', 'Department', 'Title', 'Block credential', 'Licenses', 'Usage location', 'When created'];

function inventAccounts(random: SeededRandom, wanted: number, paths: readonly string[]): { text: string; people: number } {
  // Units differ in size as they do in life: a few are ten times as large as most.
  const weights = paths.map(() => 0.3 + random.next() ** 3 * 4);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rows: string[][] = [];
  let people = 0;
  let unit = 0;
  let reached = (weights[0] as number) / total;
  for (let index = 0; index < wanted; index++) {
    while (unit < paths.length - 1 && index / wanted >= reached) reached += (weights[++unit] as number) / total;
    const department = paths[unit] as string;
    const kind = random.next();
    const number = index + 1;
    if (kind < 0.68) {
      people++;
      const name = `${random.pick(givenNames)}.${random.pick(familyNames)}${number}`;
      const bundle = random.next() < 0.82 ? 'Microsoft 365 E3' : 'Microsoft 365 F3';
      const extras = [
        random.next() < 0.04 ? 'Visio Plan 2' : '',
        random.next() < 0.02 ? 'Project Plan 3' : '',
        random.next() < 0.05 ? 'Power BI Pro' : '',
      ].filter(Boolean);
      rows.push([
        name,
        `${name}@verwaltung.example`,
        department,
        'Sachbearbeitung',
        random.next() < 0.03 ? 'True' : 'False',
        [bundle, ...extras].join('+'),
        'DE',
        '2021-03-01 08:00:00Z',
      ]);
    } else {
      const prefix = kind < 0.92 ? 'postfach' : kind < 0.98 ? 'raum' : 'svc';
      rows.push([`${prefix}-${number}`, `${prefix}-${number}@verwaltung.example`, department, '', 'False', 'Unlicensed', 'DE', '2021-03-01 08:00:00Z']);
    }
  }
  return { text: `${Papa.unparse([accountColumns, ...rows])}\r\n`, people };
}

/** Products every administration has come first, so that a small sample is a telling one. */
const always = [
  'microsoft-windows',
  'microsoft-office',
  'microsoft-exchange-server',
  'windows-server',
  'active-directory',
  'sql-server',
  'oracle-database',
  'vmware-vsphere',
  'adobe-acrobat-pro',
  'citrix-virtual-apps-and-desktops',
  'zoom',
  'webex',
  'sharepoint-server',
];

function chooseProducts(random: SeededRandom, products: readonly Product[], wanted: number): (Product | string)[] {
  const proprietary = products.filter((product) => product.kind === 'proprietary' && product.includes.length === 0);
  const first = always.flatMap((id) => proprietary.filter((product) => product.id === id));
  const rest = proprietary.filter((product) => !first.includes(product)).sort((one, other) => (one.id < other.id ? -1 : 1));
  const known: (Product | string)[] = [...first];
  const unknown = Math.min(unknownSoftware.length, Math.ceil(wanted * 0.12));
  while (known.length < wanted - unknown && rest.length > 0) known.push(...rest.splice(random.between(0, rest.length - 1), 1));
  const named = unknownSoftware.slice(0, Math.max(0, Math.min(unknown, wanted - first.length)));
  const chosen = [...known.slice(0, Math.max(0, wanted - named.length)), ...named];
  for (let extra = 1; chosen.length < wanted; extra++) chosen.push(`Fachverfahren ${extra}`);
  return chosen;
}

function inventSoftware(random: SeededRandom, software: readonly (Product | string)[], people: number): string {
  const rows: string[][] = [['Name', 'Hersteller', 'Version', 'Installationen']];
  const devices = Math.max(1, Math.round(people * 1.1));
  for (const [index, entry] of software.entries()) {
    const share = index < 3 ? 0.9 + random.next() * 0.1 : random.next() ** 4 * 0.8;
    const installations = String(Math.max(1, Math.round(devices * share)));
    if (typeof entry === 'string') rows.push([entry, 'Kommunalsoftware Beispiel GmbH', `${random.between(1, 9)}.${random.between(0, 9)}`, installations]);
    else
      rows.push([
        entry.name,
        entry.publishers[0] ?? entry.vendor,
        `${random.between(1, 24)}.${random.between(0, 9)}.${random.between(0, 9999)}`,
        installations,
      ]);
  }
  for (const [name, publisher, version] of noise) rows.push([name, publisher, version, String(random.between(1, devices))]);
  return `${Papa.unparse(rows, { delimiter: ';' })}\r\n`;
}

function inventContracts(random: SeededRandom, software: readonly (Product | string)[], people: number): string {
  const rows: string[][] = [['Vertrag', 'Produkt', 'Lieferant', 'Beginn', 'Ende', 'Kündigungsfrist (Tage)', 'Verlängerung', 'Jahreskosten', 'Plätze']];
  const money = (euro: number) => `${Math.round(euro)},${String(random.between(0, 99)).padStart(2, '0')}`;
  rows.push([
    'Rahmenvertrag Microsoft 365',
    'Microsoft 365 E3',
    'Systemhaus Beispiel AG',
    '01.01.2025',
    '31.12.2027',
    '90',
    'stillschweigend',
    money(people * 300),
    String(people),
  ]);
  for (const [index, entry] of software.entries()) {
    if (index % 3 === 2) continue;
    const name = typeof entry === 'string' ? entry : entry.name;
    const seats = Math.max(1, Math.round(people * random.next() ** 2));
    const endYear = 2026 + random.between(1, 3);
    const renewal = random.next() < 0.6 ? 'stillschweigend' : 'ausdrücklich';
    rows.push([
      `Wartung ${name}`,
      name,
      'Systemhaus Beispiel AG',
      `01.01.${endYear - 3}`,
      `31.12.${endYear}`,
      String(random.pick([30, 60, 90, 180])),
      renewal,
      money(seats * random.between(4, 90)),
      String(seats),
    ]);
  }
  return `${Papa.unparse(rows, { delimiter: ';' })}\r\n`;
}
