import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFinds } from './intake/writeFinds.ts';
import { measureInProcess } from './measureInProcess.ts';
import { median } from './steps.ts';

/**
 * Measures the import of software finds into an empty plan at growing sizes, beside `sqlite3`'s own import of the same
 * file into a bare table in the same run. Prints a table and judges nothing. BASCULE_BENCH_ROWS names other sizes.
 */
const sizes = (process.env.BASCULE_BENCH_ROWS ?? '10000,100000,1000000').split(',').map(Number);
const rounds = Number(process.env.BASCULE_BENCH_ROUNDS ?? 3);

type Line = {
  readonly rows: number;
  readonly order: string;
  readonly megabytes: number;
  readonly ours: number;
  readonly memory: number;
  readonly bare: number | null;
};

function bareImport(file: string, folder: string): number | null {
  const database = join(folder, 'bare.db');
  rmSync(database, { force: true });
  const begun = performance.now();
  const child = spawnSync('sqlite3', [database, '.mode csv', '.separator ;', `.import ${file} finds`], { encoding: 'utf8' });
  if (child.error) return null;
  if (child.status !== 0) throw new Error(`sqlite3 ended with ${child.status ?? child.signal}: ${child.stderr}`);
  return performance.now() - begun;
}

function measure(folder: string, rows: number, order: 'byMachine' | 'byApplication'): Line {
  const input = join(folder, `${order}-${rows}`);
  mkdirSync(input);
  const file = join(input, 'finds.csv');
  writeFinds(file, rows, order);
  const ours: number[] = [];
  const bare: number[] = [];
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    const bareTime = bareImport(file, folder);
    if (bareTime !== null) bare.push(bareTime);
    const plan = join(folder, `${order}-${rows}-${round}.bascule`);
    const measured = measureInProcess('import', plan, input);
    rmSync(plan);
    ours.push(measured.milliseconds);
    memory = Math.max(memory, measured.megabytes);
  }
  const line = { rows, order, megabytes: statSync(file).size / 1e6, ours: median(ours), memory, bare: bare.length === 0 ? null : median(bare) };
  rmSync(input, { recursive: true });
  return line;
}

const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));
try {
  console.log(
    `${cpus().length} processors (${cpus()[0]?.model ?? ''}), Node ${process.versions.node}, load ${(loadavg()[0] as number).toFixed(1)}, ${rounds} rounds, medians`,
  );
  console.log('      rows  order            MB of CSV  import, s  rows/s     peak MB  sqlite3 .import, s  ratio');
  for (const rows of sizes) {
    for (const order of ['byMachine', 'byApplication'] as const) {
      const { megabytes, ours, memory, bare } = measure(folder, rows, order);
      const seconds = (ours / 1000).toFixed(2).padStart(9);
      const speed = Math.round(rows / (ours / 1000));
      const beside = bare === null ? 'not installed' : `${(bare / 1000).toFixed(2).padStart(18)}  ${(ours / bare).toFixed(2).padStart(5)}`;
      console.log(
        `${String(rows).padStart(10)}  ${order.padEnd(15)}  ${megabytes.toFixed(1).padStart(9)}  ${seconds}  ${String(speed).padEnd(9)}  ${String(memory).padStart(7)}  ${beside}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
