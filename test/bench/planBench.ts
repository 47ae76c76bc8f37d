import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommandId } from '../../host/cli/withPlan.ts';
import { createCore } from '../../host/createCore.ts';
import { measureInProcess } from './measureInProcess.ts';
import { everyQuery } from './queries.ts';
import { type Measured, median, percentile95 } from './steps.ts';

/**
 * Measures the way from files to paper at several sizes and prints one table: medians, and beside them the target of a
 * plan of 44,000 accounts. Run with `npm run bench`; BASCULE_BENCH_ACCOUNTS=44000 measures one size alone.
 */
const sizes = (process.env.BASCULE_BENCH_ACCOUNTS ?? '1000,10000,44000,60000').split(',').map(Number);
const importedRows = 100_000;
const queryRuns = 30;
const pageTarget = 50;
const memoryTarget = 300;
/** The plan that the targets speak of; those of pages and of imports hold for the largest as well. */
const targetSize = 44_000;

type Row = { readonly what: string; readonly target: number | null; readonly upTo: number; readonly values: Map<number, number> };

const loadAtStart = loadavg()[0] as number;
const rows: Row[] = [];
function put(size: number, what: string, value: number, target: number | null = null, upTo = targetSize): void {
  let row = rows.find((known) => known.what === what);
  if (!row) {
    row = { what, target, upTo, values: new Map() };
    rows.push(row);
  }
  row.values.set(size, value);
}

/** Median of the times, largest of the memory. */
function several(times: number, measure: (run: number) => Measured): Pick<Measured, 'milliseconds' | 'megabytes'> {
  const all = Array.from({ length: times }, (_, run) => measure(run));
  return { milliseconds: median(all.map(({ milliseconds }) => milliseconds)), megabytes: Math.max(...all.map(({ megabytes }) => megabytes)) };
}

function generate(folder: string, accounts: number): string[] {
  const units = Math.max(4, Math.round(accounts / 110));
  measureInProcess('command', 'generate', '--accounts', `${accounts}`, '--units', `${units}`, '--items', '80', '--seed', '3', '--out', folder);
  return readdirSync(folder).map((name) => join(folder, name));
}

async function measureSize(folder: string, accounts: number): Promise<void> {
  const files = generate(join(folder, `input-${accounts}`), accounts);
  const out = join(folder, `out-${accounts}`);
  const putHere = (what: string, value: number, target: number | null = null) => put(accounts, what, value, target);

  const whole = several(3, (run) =>
    measureInProcess('command', 'plan', ...files, '--template', 'schleswig-holstein', '--start', '2027-01-04', '--out', `${out}-${run}`),
  );
  const path = join(`${out}-0`, 'plan.bascule');
  putHere('whole plan command, ms', whole.milliseconds, 10_000);
  putHere('whole plan command, peak MB', whole.megabytes, memoryTarget);
  const report = several(3, () => measureInProcess('command', 'report', path, '--out', join(folder, 'report.pdf')));
  putHere('report command, ms', report.milliseconds);
  putHere('report command, peak MB', report.megabytes, memoryTarget);
  const open = measureInProcess('open', path);
  putHere('open to the first page, ms', open.milliseconds, 300);
  putHere('open, peak MB', open.megabytes, memoryTarget);
  const imported = several(3, (run) => measureInProcess('import', join(folder, `imported-${accounts}-${run}.bascule`), join(folder, `input-${accounts}`)));
  putHere('import of its files, ms', imported.milliseconds);
  putHere('import, peak MB', imported.megabytes, memoryTarget);
  putHere('plan file, MB', statSync(path).size / 1e6);
  await measureInside(path, join(folder, 'report.pdf'), accounts);
}

/** What is measured inside a running core: the waves, the printing, and every query. */
async function measureInside(path: string, pdf: string, accounts: number): Promise<void> {
  const running = createCore({ plan: { path, mode: 'write' }, actor: 'bench' });
  const { core, files } = running;
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const repeated = async (times: number, work: (run: number) => Promise<unknown>): Promise<number[]> => {
    const taken: number[] = [];
    for (let run = 0; run < times; run++) taken.push(await timed(() => work(run)));
    return taken;
  };
  const builds = await repeated(5, () => core.call('schedule.build', { commandId: newCommandId(), locale: 'de' }));
  put(accounts, 'waves and schedule, ms', median(builds), 1_000);
  const prints = await repeated(4, () => core.call('report.print', { target: files.handleFor(pdf), locale: 'de', today: '2026-11-21' as never }));
  put(accounts, 'PDF cold, ms', prints[0] as number, 2_000);
  put(accounts, 'PDF warm, ms', median(prints.slice(1)), 500);
  const { timeline } = await core.call('schedule.getTimeline', {});
  const track = timeline.tracks.find(({ key }) => key === 'mail');
  const wave = timeline.waves.find(({ trackId, isPilot }) => trackId === track?.id && !isPilot);
  if (track && wave) {
    const moved = {
      commandId: newCommandId(),
      trackId: track.id,
      state: 'migrated' as const,
      on: '2027-06-01' as never,
      accounts: { by: 'wave' as const, waveId: wave.id },
    };
    put(accounts, 'mark a wave as migrated, ms', await timed(() => core.call('tracking.setStates', moved)));
    // Timeline and costs are kept until something changes; this is what the change costs the page that shows them.
    put(accounts, 'plan.getSummary, first after a change, ms', await timed(() => core.call('plan.getSummary', { today: '2027-06-01' as never })), pageTarget);
  }
  for (const { what, call } of await everyQuery(core)) {
    put(accounts, `${what}, p95 ms`, percentile95(await repeated(queryRuns, call)), pageTarget, Number.POSITIVE_INFINITY);
  }
  running.close();
}

/** 100,000 rows of each of the two kinds that grow: accounts, and finds of software on single machines. */
function measureImports(folder: string): void {
  const accounts = join(folder, 'accounts');
  generate(accounts, importedRows);
  for (const other of ['software.csv', 'contracts.csv']) rmSync(join(accounts, other));
  const software = join(folder, 'software');
  mkdirSync(software);
  const lines = ['Computer;Software;Publisher;Version'];
  const known = [
    '7-Zip',
    'Mozilla Firefox',
    'Microsoft Office Professional Plus 2016',
    'Adobe Acrobat Reader DC',
    'Notepad++',
    'VLC media player',
    'LibreOffice',
    'Zoom',
  ];
  for (let row = 0; row < importedRows; row++) {
    const place = row % 50;
    const name = known[place] ?? `Fachverfahren ${row % 2_500}`;
    lines.push(`PC-${Math.floor(row / 50)};${name};Hersteller ${row % 300};${place}.${row % 7}`);
  }
  writeFileSync(join(software, 'software.csv'), lines.join('\n'));
  for (const [what, input] of [
    ['accounts', accounts],
    ['finds of software', software],
  ] as const) {
    const imported = several(3, (run) => measureInProcess('import', join(folder, `${what}-${run}.bascule`), input));
    put(importedRows, `import of 100,000 ${what}, ms`, imported.milliseconds, 2_000, importedRows);
    put(importedRows, `import of 100,000 ${what}, peak MB`, imported.megabytes, memoryTarget, importedRows);
  }
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** Times grow in step with the accounts, or slower, when the last column is at most 1. */
function growth(row: Row): number | null {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const [first, last] = [row.values.get(small), row.values.get(large)];
  if (small === large || first === undefined || last === undefined || !/ ms$/.test(row.what)) return null;
  return last / first / (large / small);
}

function printTable(): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const all = [...sizes, importedRows];
  console.log(`${cpus().length} processors (${cpus()[0]?.model ?? ''}), Node ${process.versions.node}, flags ${process.execArgv.join(' ') || 'none'}`);
  // A load above the number of processors means that others worked beside the measurement: its times are too long.
  console.log(`load at the beginning ${loadAtStart.toFixed(1)}, at the end ${(loadavg()[0] as number).toFixed(1)}`);
  console.log(`${'accounts'.padEnd(width)}  ${all.map((size) => String(size).padStart(8)).join(' ')}  ${'target'.padStart(7)}  growth`);
  for (const row of rows) {
    const worst = Math.max(...[...row.values].filter(([size]) => size <= row.upTo).map(([, value]) => value));
    const factor = growth(row);
    const verdict = row.target === null ? '' : worst <= row.target ? '' : '  ABOVE';
    const cells = all.map((size) => shown(row.values.get(size)).padStart(8)).join(' ');
    console.log(
      `${row.what.padEnd(width)}  ${cells}  ${String(row.target ?? '').padStart(7)}  ${(factor === null ? '' : factor.toFixed(2)).padStart(6)}${verdict}`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));
try {
  for (const size of sizes) await measureSize(folder, size);
  measureImports(folder);
  printTable();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
