import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAccounts } from './intake/writeAccounts.ts';
import { writeFinds } from './intake/writeFinds.ts';
import { measureInProcess } from './measureInProcess.ts';
import { median } from './steps.ts';

/**
 * Measures the import of software finds, and then of accounts, into an empty plan at growing sizes, beside `sqlite3`'s own
 * import of the same file into a bare table in the same run. Prints a table and judges nothing. BASCULE_BENCH_ROWS and
 * BASCULE_BENCH_ACCOUNTS name other sizes; processor time is told too, because a machine shared with others stretches the other.
 */
const sizes = (process.env.BASCULE_BENCH_ROWS ?? '10000,100000,1000000').split(',').map(Number);
const accountSizes = (process.env.BASCULE_BENCH_ACCOUNTS ?? '10000,100000').split(',').map(Number);
const rounds = Number(process.env.BASCULE_BENCH_ROUNDS ?? 3);

type Content = 'byMachine' | 'byApplication' | 'accounts';

type Line = {
  readonly rows: number;
  readonly content: Content;
  readonly megabytes: number;
  readonly ours: number;
  readonly processor: number;
  readonly memory: number;
  readonly bare: number | null;
};

function bareImport(file: string, folder: string, content: Content): number | null {
  const database = join(folder, 'bare.db');
  rmSync(database, { force: true });
  const begun = performance.now();
  const child = spawnSync('sqlite3', [database, '.mode csv', `.separator ${content === 'accounts' ? ',' : ';'}`, `.import ${file} imported`], {
    encoding: 'utf8',
  });
  if (child.error) return null;
  if (child.status !== 0) throw new Error(`sqlite3 ended with ${child.status ?? child.signal}: ${child.stderr}`);
  return performance.now() - begun;
}

function measure(folder: string, rows: number, content: Content): Line {
  const input = join(folder, `${content}-${rows}`);
  mkdirSync(input);
  const file = join(input, 'rows.csv');
  if (content === 'accounts') writeAccounts(file, rows);
  else writeFinds(file, rows, content);
  const ours: number[] = [];
  const processor: number[] = [];
  const bare: number[] = [];
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    const bareTime = bareImport(file, folder, content);
    if (bareTime !== null) bare.push(bareTime);
    const plan = join(folder, `${content}-${rows}-${round}.bascule`);
    const measured = measureInProcess('import', plan, input);
    rmSync(plan);
    ours.push(measured.milliseconds);
    processor.push(measured.processor);
    memory = Math.max(memory, measured.megabytes);
  }
  const line = {
    rows,
    content,
    megabytes: statSync(file).size / 1e6,
    ours: median(ours),
    processor: median(processor),
    memory,
    bare: bare.length === 0 ? null : median(bare),
  };
  rmSync(input, { recursive: true });
  return line;
}

const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));
try {
  console.log(
    `${cpus().length} processors (${cpus()[0]?.model ?? ''}), Node ${process.versions.node}, load ${(loadavg()[0] as number).toFixed(1)}, ${rounds} rounds, medians`,
  );
  console.log('      rows  content          MB of CSV  import, s  of processors, s  rows/s     peak MB  sqlite3 .import, s  ratio');
  const planned = [
    ...sizes.flatMap((rows) => [{ rows, content: 'byMachine' } as const, { rows, content: 'byApplication' } as const]),
    ...accountSizes.map((rows) => ({ rows, content: 'accounts' }) as const),
  ];
  for (const { rows, content } of planned) {
    const { megabytes, ours, processor, memory, bare } = measure(folder, rows, content);
    const seconds = (ours / 1000).toFixed(2).padStart(9);
    const speed = Math.round(rows / (ours / 1000));
    const beside = bare === null ? 'not installed' : `${(bare / 1000).toFixed(2).padStart(18)}  ${(ours / bare).toFixed(2).padStart(5)}`;
    console.log(
      `${String(rows).padStart(10)}  ${content.padEnd(15)}  ${megabytes.toFixed(1).padStart(9)}  ${seconds}  ${(processor / 1000).toFixed(2).padStart(16)}  ${String(speed).padEnd(9)}  ${String(memory).padStart(7)}  ${beside}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
