import { createWriteStream, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bascule, basculeJson, endOf, hashOf, mustWork, spawnBascule, temporaryFolder, writeAdministration } from '../../support/cli.ts';

const folder = temporaryFolder();
const plan = folder.file('plan.bascule');
let accounts = '';
let software = '';

beforeAll(async () => {
  [accounts, software] = writeAdministration(folder.file('in'));
  await mustWork(['new', plan, '--template', 'lyon', '--start', '2027-01-04']);
});
afterAll(() => folder.remove());

/** What a program that stopped half-way would leave behind. */
function leftovers(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part$|(^|\/)\.bascule-|\.lock$/.test(name));
}

const heading = 'Name;Hersteller;Version;Installationen\n';
const contracts = 'Vertrag;Produkt;Lieferant;Beginn;Ende;Kündigungsfrist (Tage);Verlängerung;Jahreskosten;Plätze\n';

/** Files that cannot be read at all. */
const unreadable: readonly (readonly [what: string, name: string, content: string | Uint8Array, telling: RegExp])[] = [
  ['an empty file', 'empty.csv', '', /empty\.csv/],
  ['bytes of any kind', 'binary.csv', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256), /binary\.csv/],
  ['a table without a column that is known', 'columns.csv', 'foo;bar\n1;2\n', /columns\.csv.*row 1.*“foo, bar”/],
  ['a PDF', 'paper.csv', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n', /paper\.csv.*PDF/],
  ['a JSON that is no inventory', 'other.json', '{"a": [1, 2, 3]}', /other\.json/],
  ['a JSON cut in the middle', 'cut.json', '{"content": {"softwares": [{"name": "a"', /cut\.json/],
];

/** Rows that are left out while the rest is read. */
const badRows: readonly (readonly [what: string, name: string, content: string, row: number, field: string])[] = [
  ['a negative count', 'negative.csv', `${heading}Zoom;Zoom;1;3\nWebex;Cisco;1;-5\n`, 3, 'Installationen'],
  ['an absurd count', 'absurd.csv', `${heading}Zoom;Zoom;1;3\nWebex;Cisco;1;99999999999999999999\n`, 3, 'Installationen'],
  ['a count in words', 'words.csv', `${heading}Zoom;Zoom;1;3\nWebex;Cisco;1;many\n`, 3, 'Installationen'],
  ['an amount below zero', 'below.csv', `${contracts}A;Zoom;X;01.01.2026;31.12.2027;90;stillschweigend;-100,00;5\n`, 2, 'Jahreskosten'],
  ['an absurd amount', 'amount.csv', `${contracts}A;Zoom;X;01.01.2026;31.12.2027;90;stillschweigend;1e300;5\n`, 2, 'Jahreskosten'],
  ['a date that does not exist', 'date.csv', `${contracts}A;Zoom;X;01.01.2026;31.02.2027;90;stillschweigend;100,00;5\n`, 2, 'Ende'],
  ['a date of 1900', 'y1900.csv', `${contracts}A;Zoom;X;01.01.1900;31.12.2027;90;stillschweigend;100,00;5\n`, 2, 'Beginn'],
  ['a date of 9999', 'y9999.csv', `${contracts}A;Zoom;X;01.01.2026;31.12.9999;90;stillschweigend;100,00;5\n`, 2, 'Ende'],
];

describe('a file that cannot be read', () => {
  it.each(unreadable)('%s is refused by import and by plan', async (_what, name, content, telling) => {
    const file = folder.write(name, content);
    const before = hashOf(plan);
    const imported = await bascule(['import', plan, file]);
    expect(imported).toMatchObject({ code: 1, out: '' });
    expect(imported.err).toMatch(/^error invalid: [^\n]+\n$/);
    expect(imported.err).toMatch(telling);
    expect(hashOf(plan)).toBe(before);
    const planned = await bascule(['plan', file, accounts, '--template', 'lyon', '--out', folder.file('out/of/it')]);
    expect(planned).toMatchObject({ code: 1, out: '' });
    expect(planned.err).toMatch(telling);
    expect(readdirSync(folder.path)).not.toContain('out');
    expect(leftovers(folder.path)).toEqual([]);
  });

  it('because it is a folder or missing is named', async () => {
    mkdirSync(folder.file('folder.csv'), { recursive: true });
    for (const [name, code] of [
      ['folder.csv', 'invalid'],
      ['missing.csv', 'notFound'],
    ] as const) {
      for (const argv of [
        ['import', plan, folder.file(name)],
        ['plan', folder.file(name), '--template', 'lyon', '--out', folder.file('out')],
        ['match', '--names', folder.file(name)],
        ['solve', folder.file(name)],
        ['verify', folder.file(name)],
      ]) {
        const { code: ended, err } = await bascule(argv);
        expect(ended, argv[0]).toBe(1);
        expect(err, argv[0]).toMatch(new RegExp(`^error ${code}: [^\\n]*${name}[^\\n]*\\n$`));
      }
    }
    expect(leftovers(folder.path)).toEqual([]);
  });
});

describe('a row that cannot be used', () => {
  it.each(badRows)('because of %s is named with file, row and field', async (_what, name, content, row, field) => {
    const { issues } = await basculeJson<{ issues: { file: string; row: number; field: string; messageKey: string }[] }>([
      'import',
      plan,
      folder.write(name, content),
      '--dry-run',
    ]);
    expect(issues).toContainEqual(expect.objectContaining({ file: name, row, field }));
    const { out } = await mustWork(['import', plan, folder.file(name), '--dry-run', '--locale', 'de']);
    expect(out).toMatch(new RegExp(`${name}, Zeile ${row}, Spalte „${field}“: `));
    expect(out).not.toMatch(/[{}]/);
  });

  it('because its quotation mark is never closed is named, and that nothing was read is said', async () => {
    const { out } = await mustWork(['import', plan, folder.write('open.csv', `${heading}"never closed`), '--dry-run', '--locale', 'en']);
    expect(out).toContain('open.csv, row 2: ');
    expect(out).toMatch(/^Nothing was read/m);
  });

  it('because its key was there before is left out', async () => {
    const [columns, first] = readFileSync(accounts, 'utf8').split('\r\n');
    const file = folder.write('twice.csv', `${columns}\r\n${first}\r\n${first}\r\n`);
    const report = await basculeJson<{ accounts: { new: number }; issues: { row: number }[] }>(['import', plan, file, '--dry-run']);
    expect(report.accounts.new).toBe(1);
    expect(report.issues).toContainEqual(expect.objectContaining({ file: 'twice.csv', row: 3 }));
  });

  it('in another encoding is read all the same, with its umlauts', async () => {
    const latin = folder.write('latin.csv', Buffer.from(`${heading}Bürgerbüro Gießen;Müller & Söhne;1;3\nÄmterlotse;Größe AG;2;4\n`, 'latin1'));
    const wide = folder.write('wide.csv', Buffer.from(`\uFEFF${heading}Bürgerbüro Gießen;Müller & Söhne;1;3\n`, 'utf16le'));
    const other = folder.file('encodings.bascule');
    await mustWork(['new', other, '--template', 'lyon']);
    await mustWork(['import', other, latin]);
    await mustWork(['import', other, wide]);
    const { items } = await basculeJson<{ items: { rawName: string; publisher: string }[] }>(['match', other]);
    expect(items.map((item) => `${item.rawName} ${item.publisher}`).sort()).toEqual(['Bürgerbüro Gießen Müller & Söhne', 'Ämterlotse Größe AG']);
  });
});

describe('200 MB of one line', () => {
  it.each([
    ['without a heading', ''],
    ['below a heading', heading],
  ] as const)('%s are refused in seconds and in little memory', async (_what, firstLine) => {
    const file = folder.file('long.csv');
    const stream = createWriteStream(file);
    stream.write(firstLine);
    const block = Buffer.alloc(4_000_000, 'x');
    for (let written = 0; written < 50; written++) if (!stream.write(block)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    // What the program takes from the system, read where Linux tells it.
    const child = spawnBascule(['import', plan, file]);
    let most = 0;
    const watch = setInterval(() => {
      try {
        most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch {
        // No /proc here, or the program has just ended.
      }
    }, 20);
    const { code, err } = await endOf(child);
    clearInterval(watch);
    truncateSync(file);
    expect(code).toBe(1);
    expect(err).toMatch(/^error invalid: [^\n]*long\.csv[^\n]*\n$/);
    expect(err.length).toBeLessThan(2000);
    expect(most).toBeLessThan(600_000);
  });
});

describe('a plan file that is none', () => {
  const kinds = ['cut', 'text', 'pdf', 'empty', 'folder', 'missing'] as const;
  const paths: Record<(typeof kinds)[number], string> = {
    cut: 'cut.bascule',
    text: 'text.bascule',
    pdf: 'paper.bascule',
    empty: 'none.bascule',
    folder: 'folder.bascule',
    missing: 'absent.bascule',
  };
  beforeAll(() => {
    const whole = readFileSync(plan);
    writeFileSync(folder.file(paths.cut), whole.subarray(0, Math.floor(whole.length / 2)));
    writeFileSync(folder.file(paths.text), readFileSync(accounts));
    writeFileSync(folder.file(paths.pdf), '%PDF-1.7\nnothing in it\n');
    writeFileSync(folder.file(paths.empty), '');
    mkdirSync(folder.file(paths.folder));
  });

  it.each(kinds)('%s is refused in words by whatever opens it, and stays as it is', async (kind) => {
    const path = folder.file(paths[kind]);
    const before = kind === 'folder' || kind === 'missing' ? '' : hashOf(path);
    for (const argv of [
      ['import', path, accounts],
      ['cost', path],
      ['undo', path],
      ['history', path],
      ['verify', path],
      ['map', path, '--accept'],
      ['report', path, '--out', folder.file('x.pdf')],
      ['serve', path],
    ]) {
      const { code, out, err } = await bascule(argv);
      expect({ code, out }, argv[0]).toEqual({ code: 1, out: '' });
      expect(err, argv[0]).toMatch(new RegExp(`^error (storage|notFound|invalid): [^\\n]*${paths[kind]}[^\\n]*\\n$`));
    }
    if (before !== '') expect(hashOf(path)).toBe(before);
    expect(leftovers(folder.path)).toEqual([]);
    expect(readdirSync(folder.path)).not.toContain('x.pdf');
  });

  it('is not made over a file that is there', async () => {
    const before = hashOf(plan);
    const { code, err } = await bascule(['new', plan, '--template', 'lyon']);
    expect(code).toBe(1);
    expect(err).toMatch(/^error conflict: [^\n]*plan\.bascule[^\n]*\n$/);
    expect(hashOf(plan)).toBe(before);
  });

  it('is not left behind by a template, a country or a start that cannot be', async () => {
    const path = folder.file('never.bascule');
    for (const options of [
      ['--template', 'nothing'],
      ['--template', 'lyon', '--country', 'Germany'],
      ['--template', 'lyon', '--start', '2027-02-29'],
      ['--template', 'lyon', '--start', '1900-01-01'],
      ['--template', 'lyon', '--start', '9999-12-31'],
    ]) {
      const { code, err } = await bascule(['new', path, ...options]);
      expect(code, options.join(' ')).toBe(1);
      expect(err, options.join(' ')).toMatch(/^error [a-zA-Z]+: [^\n]+\n$/);
      expect(readdirSync(folder.path).filter((name) => name.includes('never'))).toEqual([]);
    }
  });
});

describe('a place where nothing can be written', () => {
  it('is named, and nothing is left there', async () => {
    const file = folder.write('file', 'not a folder');
    for (const out of [file, `${file}/below`, '/proc/nowhere/below']) {
      const { code, err } = await bascule(['plan', accounts, software, '--template', 'lyon', '--out', out]);
      expect(code, out).toBe(1);
      expect(err, out).toMatch(/^error (invalid|storage): [^\n]*(file|nowhere)[^\n]*\n$/);
    }
    for (const argv of [
      ['report', plan, '--out', `${folder.file('no such folder')}/x.pdf`],
      ['export', plan, '--format', 'csv', '--out', `${file}/x.csv`],
      ['export', plan, '--format', 'json', '--out', folder.path],
      ['generate', '--accounts', '5', '--out', file],
      ['new', `${file}/x.bascule`, '--template', 'lyon'],
    ]) {
      const { code, err } = await bascule(argv);
      expect(code, argv.join(' ')).toBe(1);
      expect(err, argv.join(' ')).toMatch(/^error (invalid|notFound|storage): [^\n]+\n$/);
    }
    expect(readFileSync(file, 'utf8')).toBe('not a folder');
    expect(leftovers(folder.path)).toEqual([]);
  });
});
