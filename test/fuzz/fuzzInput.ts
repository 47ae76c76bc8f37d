import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { xlsxFile, xlsxRows } from '../support/spreadsheetFile.ts';
import { zipFile } from '../support/zipFile.ts';
import { encodedSeeds, packedSeeds, textSeeds } from './fuzzSeeds.ts';
import { type TableSeed, tableSeeds } from './fuzzTableSeeds.ts';
import { createRandom } from '../../core/domain/schedule/search/random.ts';
import { mutateBytes, pick } from './mutateBytes.ts';
import { personalMark } from './personalMark.ts';

export type FuzzInput = {
  readonly kind: string;
  /** The format of the seed: it reads the input even where nobody recognises it any more. */
  readonly format: string | null;
  readonly bytes: Uint8Array;
  /** The mark stands only where a reader must look away, so no record of the recognised reader may hold it. */
  readonly isMarked: boolean;
};

const root = join(import.meta.dirname, '../..');
const samples = join(root, '../shared/samples');

/** Words that readers look for, taken from their sources, so that a new reader is attacked without a change here. */
const words: readonly string[] = (() => {
  const folder = join(root, 'formats/read');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files
    .sort()
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/'([^'\n\\]{2,60})'/g)].map((match) => match[1] as string));
  return [...new Set(found.filter((word) => !/^(?:\.\.?\/|issue\.|format\.|skip\.|node:)/.test(word)).flatMap((word) => word.split(', ')))];
})();

const oddValues = [
  '',
  ' ',
  '-',
  '0',
  '-1',
  '1',
  '12',
  '1.234',
  '1,5',
  '1e999',
  '99999999999999999999',
  'NaN',
  'ja',
  'nein',
  'true',
  'null',
  '__proto__',
  'constructor',
].concat(
  ['toString', '=1+3', "'=x", '="007"', '2026-05-01', '31.02.2026', '11/24/2008', '9999-12-31', '1900-01-01', '130546840494592000', '9223372036854775807'],
  [
    '12,50 €',
    '$12.58',
    '1.000.000.000.000 €',
    'a@b.example',
    'A@B.EXAMPLE',
    'a b@c',
    'x#EXT#@y',
    'a/b/c',
    '/',
    'a;b',
    'a+b',
    'x\ny',
    'x\r\ny',
    '"',
    '😀',
    '\u202e',
    '\u001b[31m',
    '\u0000x',
  ],
  [
    '3 Monate',
    'zum Quartalsende',
    'stillschweigend',
    'migriert',
    'mail',
    'A'.repeat(1_100),
    `${'a'.repeat(999)}😀`,
    '0123456789ABCDEF0123456789ABCDEF',
    'ou=x,dc=y',
    'OU="a, b",\\C3',
  ],
);

function real(): readonly { readonly format: null; readonly bytes: Uint8Array }[] {
  if (!existsSync(samples)) return [];
  const paths = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(json|csv|xml|reg|txt|swidtag|ldif|gan|gz)$/.test(path));
  const files = paths.sort().map((path) => {
    const bytes = new Uint8Array(readFileSync(join(samples, path)));
    return path.endsWith('.gz') ? new Uint8Array(gunzipSync(bytes)) : bytes;
  });
  return files.map((bytes) => ({ format: null, bytes: thinned(bytes) }));
}

/** Thousands of equal entries teach nothing more than five, and cost a hundred times as much. */
function thinned(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString();
  if (/^\s*[[{]/.test(text))
    return new Uint8Array(Buffer.from(JSON.stringify(JSON.parse(text), (_key, value) => (Array.isArray(value) ? value.slice(0, 5) : value))));
  return bytes.subarray(0, 10_000);
}

const seeds: readonly { readonly format: string | null; readonly bytes: Uint8Array }[] = [...encodedSeeds(), ...real()];

type Chance = () => number;
const value = (chance: Chance): string =>
  chance() < 0.6 ? pick(oddValues, chance) : chance() < 0.7 ? pick(words, chance) : pick(seeds, chance).bytes.toString().slice(0, 20);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function tableOf({ format, headings, personal }: TableSeed, chance: Chance): Omit<FuzzInput, 'kind'> {
  const seed = tableSeeds.find((known) => known.headings === headings);
  const delimiter = pick([',', ';', '\t'], chance);
  const rows = Array.from({ length: 1 + Math.floor(chance() * chance() * 12) }, () =>
    headings.map((heading, index) => (personal.includes(heading) ? personalMark : chance() < 0.6 ? (seed?.row[index] ?? '') : value(chance))),
  );
  const text = [headings, ...rows].map((cells) => cells.map(quoted).join(delimiter)).join(pick(['\n', '\r\n'], chance));
  const encoding = pick(['utf-8', 'utf-8', 'utf-16le'], chance);
  return { format, bytes: iconv.encode(encoding === 'utf-8' ? text : `\ufeff${text}`, encoding), isMarked: true };
}

/** A table under headings that readers know, in any number and order, unquoted cells among them. */
function wildTable(chance: Chance): Omit<FuzzInput, 'kind'> {
  const delimiter = pick([',', ';', '\t', '|'], chance);
  const known = chance() < 0.6 ? [...pick(tableSeeds, chance).headings] : [];
  const headings = [...known, ...Array.from({ length: Math.floor(chance() * 8) }, () => pick(words, chance))].sort(() => (chance() < 0.2 ? 1 : -1));
  const rows = Array.from({ length: Math.floor(chance() * 30) }, () =>
    Array.from({ length: Math.max(0, headings.length + (chance() < 0.1 ? Math.floor(chance() * 5) - 2 : 0)) }, () =>
      chance() < 0.8 ? quoted(value(chance)) : value(chance),
    ).join(delimiter),
  );
  return { format: pick(tableSeeds, chance).format, bytes: Buffer.from([headings.join(delimiter), ...rows].join('\n')), isMarked: false };
}

/** JSON of a seed with values exchanged; texts that hold the mark stay where they are. */
function otherJson(item: unknown, chance: Chance, rate: number, isWild: boolean): unknown {
  if (typeof item === 'string' && item.includes(personalMark)) return item;
  if (chance() < rate)
    return pick<unknown>([null, true, false, 0, -1, 1e300, '', {}, [], [[]], { name: 'x' }, value(chance), '\ud83d', '\u0000', 'x'.repeat(1_500)], chance);
  if (Array.isArray(item)) {
    const items = item.map((one) => otherJson(one, chance, rate, isWild));
    return chance() < 0.2 ? [...items, ...items.slice(0, 3)] : items;
  }
  if (typeof item !== 'object' || item === null) return item;
  const entries = Object.entries(item).map(([key, one]) => [isWild && chance() < rate ? pick(words, chance) : key, otherJson(one, chance, rate, isWild)]);
  return Object.fromEntries(isWild && chance() < rate ? [...entries, [pick(words, chance), value(chance)]] : entries);
}

function jsonOf(chance: Chance, isWild: boolean): Omit<FuzzInput, 'kind'> {
  const { format, text } = pick(
    textSeeds.filter((seed) => /^[[{]/.test(seed.text) && !seed.text.includes('}\n{')),
    chance,
  );
  return { format, bytes: Buffer.from(JSON.stringify(otherJson(JSON.parse(text), chance, 0.05 + chance() * 0.2, isWild))), isMarked: !isWild };
}

/** Entries of a directory whose wanted attributes are drawn and whose other attributes hold the mark. */
function ldifOf(chance: Chance): Omit<FuzzInput, 'kind'> {
  const wanted = [
    'objectClass',
    'uid',
    'mail',
    'ou',
    'department',
    'sAMAccountName',
    'userPrincipalName',
    'userAccountControl',
    'lastLogonTimestamp',
    'authTimestamp',
    'changetype',
  ];
  const personal = ['cn', 'sn', 'userPassword', 'jpegPhoto', 'thumbnailPhoto', 'telephoneNumber', 'description', 'sambaNTPassword', 'homeDirectory'];
  const line = (attribute: string, text: string): string => {
    const plain = text.replaceAll(/[\r\n]/g, ' ');
    const whole = chance() < 0.4 ? `${attribute}:: ${Buffer.from(plain).toString('base64')}` : `${attribute}: ${plain}`;
    return whole.length > 30 && chance() < 0.5 ? (whole.match(/.{1,25}/gu) ?? []).join('\n ') : whole;
  };
  const entries = Array.from({ length: 1 + Math.floor(chance() * 6) }, (_, index) => {
    const lines = Array.from({ length: Math.floor(chance() * 12) }, () =>
      chance() < 0.5
        ? line(pick(personal, chance), personalMark.repeat(1 + Math.floor(chance() * 20)))
        : line(pick(wanted, chance), chance() < 0.4 ? pick(['user', 'person', 'group', 'add', '512', '514', 'computer'], chance) : value(chance)),
    );
    return [line('dn', `uid=${index},ou=${value(chance)},dc=x`), ...lines].join('\n');
  });
  return { format: 'ldif', bytes: Buffer.from(`version: 1\n\n${entries.join('\n\n')}\n`), isMarked: true };
}

const opening = ['[', '{"a":', '[{"components":', '<a>', '<task name="a" start="2027-01-04">', '{"components":[', '"', '(', "='", 'ou=\\,'];
function deep(chance: Chance): Omit<FuzzInput, 'kind'> {
  const depth = Math.floor(10 ** (1 + chance() * 3.7));
  const seed = pick(textSeeds, chance);
  const [before, piece] = [chance() < 0.5 ? seed.text.slice(0, Math.floor(chance() * seed.text.length)) : '', pick(opening, chance)];
  const closing: Readonly<Record<string, string>> = { '[': ']', '{"a":': '}', '[{"components":': '}]', '<a>': '</a>', '{"components":[': ']}' };
  const end = chance() < 0.6 ? `1${(closing[piece] ?? '').repeat(depth)}` : '';
  return { format: seed.format, bytes: Buffer.from(before + piece.repeat(depth) + end), isMarked: false };
}

const pieces = [
  '<!--a-->',
  '<!--',
  '-->',
  '<?a?>',
  ' ',
  '\t',
  '\n',
  '"',
  '""',
  "'",
  '\\',
  '/',
  '(',
  '()',
  '-',
  '+',
  ';',
  ',',
  ':',
  '0',
  '1,',
  '1.',
  'a',
  'A ',
  'a=',
  '=',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  'user [',
  '😀',
].concat([
  '\\Uninstall',
  'ou=a,',
  'dn: a\n',
  'Relationship: a b c\n',
  '\n ',
  '|',
  '  a',
  '<depend id="1"/>',
  'Organization: ',
  '<text>',
  '`t',
  '--- ',
  'ii  a 1\n',
  '\ufffd',
  '%2B',
  '…',
]);
/** A piece ten to a hundred thousand times in the middle of a file, where a careless search costs the square or worse. */
function repeated(chance: Chance): Omit<FuzzInput, 'kind'> {
  const seed = pick(seeds, chance);
  const place = Math.floor(chance() * seed.bytes.length);
  const piece = pick(pieces, chance) + (chance() < 0.3 ? pick(pieces, chance) : '');
  const middle = Buffer.from(piece.repeat(Math.floor(Math.min(10 ** (1 + chance() * 4), 300_000 / piece.length))));
  return {
    format: seed.format,
    bytes: new Uint8Array(Buffer.concat([seed.bytes.subarray(0, place), middle, chance() < 0.8 ? seed.bytes.subarray(place) : new Uint8Array()])),
    isMarked: false,
  };
}

/** Lists in lists as bills of materials and plans have them, deeper than a program's own stack would bear. */
function deepBill(chance: Chance): Omit<FuzzInput, 'kind'> {
  const depth = Math.floor(10 ** (1 + chance() * 3.3));
  const [key, format] = pick(
    [
      ['components', 'cycloneDxJson'],
      ['services', 'cycloneDxJson'],
      ['softwares', 'glpiInventory'],
      ['Resources', 'scim'],
      ['groups', 'keycloak'],
    ] as const,
    chance,
  );
  const text = `{"bomFormat":"CycloneDX","specVersion":"1.5","${key}":[${`{"type":"application","name":"a","${key}":[`.repeat(depth)}${']}'.repeat(depth)}]}`;
  return { format, bytes: Buffer.from(text), isMarked: false };
}

function packed(chance: Chance): Omit<FuzzInput, 'kind'> {
  const inner = (): Uint8Array => mutateBytes(pick(seeds, chance).bytes, pick(seeds, chance).bytes, chance).subarray(0, 200_000);
  const make = Math.floor(chance() * 5);
  if (make === 0) return { format: null, bytes: gzipSync(inner()), isMarked: false };
  const cells = (): (string | number | null)[] =>
    Array.from({ length: 4 }, () => pick<string | number | null>([null, 12, 1e300, 45_000, value(chance).replaceAll(/[<&\p{Cc}]/gu, ''), 'Software'], chance));
  const bytes =
    make === 1
      ? zipFile([
          { name: value(chance), content: inner() },
          { name: 'b/../../c.csv', content: inner(), method: chance() < 0.2 ? 12 : 8 },
        ])
      : make === 2
        ? xlsxFile([{ name: 'a', rows: xlsxRows([['Software', 'Version', 'Installationen', 'Rechner'], cells(), cells(), cells()]) }])
        : pick(packedSeeds, chance);
  return { format: null, bytes: make === 2 && chance() < 0.5 ? bytes : mutateBytes(bytes, pick(packedSeeds, chance), chance), isMarked: false };
}

const fromChance = (kind: string, make: (chance: Chance) => Omit<FuzzInput, 'kind'>): fc.Arbitrary<FuzzInput> =>
  fc.integer().map((seed) => ({ kind, ...make(createRandom(seed)) }));
const plain = (kind: string, bytes: Uint8Array): FuzzInput => ({ kind, format: null, bytes, isMarked: false });

const inputs: fc.Arbitrary<FuzzInput> = fc.oneof(
  { weight: 6, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => plain('bytes', bytes)) },
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map((text) => plain('text', Buffer.from(text))) },
  { weight: 3, arbitrary: fc.json({ maxDepth: 4 }).map((text) => plain('json', Buffer.from(text))) },
  { weight: 40, arbitrary: fromChance('mutant', (chance) => mutant(chance)) },
  { weight: 12, arbitrary: fromChance('table', (chance) => tableOf(pick(tableSeeds, chance), chance)) },
  { weight: 8, arbitrary: fromChance('wildTable', wildTable) },
  { weight: 8, arbitrary: fromChance('jsonValues', (chance) => jsonOf(chance, false)) },
  { weight: 6, arbitrary: fromChance('jsonKeys', (chance) => jsonOf(chance, true)) },
  { weight: 5, arbitrary: fromChance('ldif', ldifOf) },
  { weight: 3, arbitrary: fromChance('repeated', repeated) },
  { weight: 1, arbitrary: fromChance('deep', deep) },
  { weight: 1, arbitrary: fromChance('deepBill', deepBill) },
  { weight: 4, arbitrary: fromChance('packed', packed) },
);

function mutant(chance: Chance): Omit<FuzzInput, 'kind'> {
  const { format, bytes } = pick(seeds, chance);
  return { format, bytes: mutateBytes(bytes, pick(seeds, chance).bytes, chance), isMarked: false };
}

const blockSize = 200;
let block: { readonly name: string; readonly inputs: readonly FuzzInput[] } | null = null;

/** Input `index` of a seed, always the same. */
export function fuzzInput(seed: number, index: number): FuzzInput {
  const number = Math.floor(index / blockSize);
  const name = `${seed}/${number}`;
  if (block?.name !== name) block = { name, inputs: fc.sample(inputs, { seed: (seed + number * 7_919) | 0, numRuns: blockSize }) };
  return block.inputs[index % blockSize] as FuzzInput;
}
