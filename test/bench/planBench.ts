import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../host/createCore.ts';
import { newCommandId } from '../../host/cli/withPlan.ts';

/**
 * Measures the whole way from files to paper at several sizes. Prints what it measured: medians of several runs, and the
 * largest resident memory of a process that does nothing else. Run with `npm run bench`.
 */
const sizes = (process.env.BASCULE_BENCH_ACCOUNTS ?? '1000,10000,44000,60000').split(',').map(Number);
const main = join(import.meta.dirname, '../../host/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));

type Row = { readonly what: string; readonly values: (number | string)[] };
const rows = new Map<string, Row>();
const put = (what: string, value: number | string) => {
  const row = rows.get(what) ?? { what, values: [] };
  row.values.push(value);
  rows.set(what, row);
};

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;
const percentile95 = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] as number;

function bascule(...args: string[]): { milliseconds: number; megabytes: number } {
  const begun = performance.now();
  const done = spawnSync('/usr/bin/env', ['bash', '-c', 'exec "$0" "$@"', process.execPath, main, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`bascule ${args[0]} ended with ${done.status}`);
  return { milliseconds: performance.now() - begun, megabytes: peakOf(args) };
}

/** The kernel's own count of the largest resident set, from a run of its own under a wrapper that reads it. */
function peakOf(args: string[]): number {
  const script =
    'import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,check=True);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)';
  try {
    const out = join(folder, `peak-${Math.random().toString(36).slice(2)}`);
    const own = args.map((argument, index) => (args[index - 1] === '--out' ? `${out}${argument.endsWith('.pdf') ? '.pdf' : ''}` : argument));
    return Number(execFileSync('python3', ['-c', script, process.execPath, main, ...own], { encoding: 'utf8' }).trim());
  } catch {
    return Number.NaN;
  }
}

for (const accounts of sizes) {
  const input = join(folder, `input-${accounts}`);
  const out = join(folder, `out-${accounts}`);
  bascule(
    'generate',
    '--accounts',
    String(accounts),
    '--units',
    String(Math.max(4, Math.round(accounts / 110))),
    '--items',
    '80',
    '--seed',
    '3',
    '--out',
    input,
  );
  const files = readdirSync(input).map((name) => join(input, name));
  const whole = bascule('plan', ...files, '--template', 'schleswig-holstein', '--start', '2027-01-04', '--out', out);
  put('bascule plan, whole (ms)', Math.round(whole.milliseconds));
  put('bascule plan, peak memory (MB)', whole.megabytes);
  const plan = join(out, 'plan.bascule');
  put('plan file (MB)', (statSync(plan).size / 1e6).toFixed(1));
  const report = bascule('report', plan, '--out', join(folder, 'a.pdf'));
  put('bascule report, own process (ms)', Math.round(report.milliseconds));
  put('bascule report, peak memory (MB)', report.megabytes);

  const openings: number[] = [];
  for (let run = 0; run < 7; run++) {
    const begun = performance.now();
    const running = createCore({ plan: { path: plan, mode: 'write' }, actor: 'bench' });
    await running.core.call('inventory.listItems', {});
    openings.push(performance.now() - begun);
    running.close();
  }
  put('open to first page (ms, median of 7)', median(openings).toFixed(0));

  const running = createCore({ plan: { path: plan, mode: 'write' }, actor: 'bench' });
  const { core, files: handles } = running;
  const { timeline } = await core.call('schedule.getTimeline', {});
  const track = timeline.tracks.find((candidate) => candidate.key === 'mail') ?? timeline.tracks[0];
  const wave = timeline.waves.find((candidate) => candidate.trackId === track?.id);
  const units = await core.call('inventory.listUnits', {});
  const measure = async (what: string, call: (run: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let run = 0; run < 30; run++) {
      const begun = performance.now();
      await call(run);
      times.push(performance.now() - begun);
    }
    put(`${what} (ms, p95 of 30)`, percentile95(times).toFixed(1));
  };
  await measure('inventory.listItems', (run) => core.call('inventory.listItems', { offset: run }));
  await measure('inventory.listAccounts', (run) => core.call('inventory.listAccounts', { offset: run * 1000 }));
  await measure('inventory.listAccounts of a unit', (run) =>
    core.call('inventory.listAccounts', { unitId: (units[run % units.length] as (typeof units)[number]).id }),
  );
  await measure('inventory.listAccounts by text', (run) => core.call('inventory.listAccounts', { search: `anna.b${run}` }));
  if (wave) await measure('inventory.listAccounts of a wave', () => core.call('inventory.listAccounts', { waveId: wave.id }));
  await measure('inventory.listRawNames', () => core.call('inventory.listRawNames', {}));
  await measure('mapping.list', () => core.call('mapping.list', {}));
  await measure('schedule.getTimeline', () => core.call('schedule.getTimeline', {}));
  await measure('cost.getCosts', () => core.call('cost.getCosts', { locale: 'de' }));
  await measure('tracking.getStatus', () => core.call('tracking.getStatus', { today: '2027-06-01' as never }));
  if (track) await measure('tracking.listAccounts', (run) => core.call('tracking.listAccounts', { trackId: track.id, offset: run * 500 }));
  if (track) await measure('tracking.listAccounts by text', (run) => core.call('tracking.listAccounts', { trackId: track.id, search: `anna.b${run}` }));
  if (track) await measure('tracking.listAccounts by one letter', () => core.call('tracking.listAccounts', { trackId: track.id, search: 'a' }));
  if (track) await measure('tracking.listUnits', () => core.call('tracking.listUnits', { trackId: track.id }));
  await measure('history.list', () => core.call('history.list', {}));

  const builds: number[] = [];
  for (let run = 0; run < 5; run++) {
    const begun = performance.now();
    await core.call('schedule.build', { commandId: newCommandId() });
    builds.push(performance.now() - begun);
  }
  put('waves and schedule (ms, median of 5)', median(builds).toFixed(0));
  const prints: number[] = [];
  for (let run = 0; run < 4; run++) {
    const begun = performance.now();
    await core.call('report.print', { target: handles.handleFor(join(folder, 'warm.pdf')), locale: 'de', today: '2026-11-21' as never });
    prints.push(performance.now() - begun);
  }
  put('PDF cold, in process (ms)', (prints[0] as number).toFixed(0));
  put('PDF warm (ms, median of 3)', median(prints.slice(1)).toFixed(0));
  const begun = performance.now();
  await core.call('tracking.setStates', {
    commandId: newCommandId(),
    trackId: (track as NonNullable<typeof track>).id,
    state: 'migrated',
    on: '2027-06-01' as never,
    accounts: { by: 'unit', unitId: (units[0] as (typeof units)[number]).id },
  });
  put('mark a unit as migrated (ms)', (performance.now() - begun).toFixed(1));
  running.close();
}

const width = Math.max(...[...rows.keys()].map((what) => what.length));
console.log(`${'accounts'.padEnd(width)}  ${sizes.map((size) => String(size).padStart(9)).join(' ')}`);
for (const { what, values } of rows.values()) console.log(`${what.padEnd(width)}  ${values.map((value) => String(value).padStart(9)).join(' ')}`);
rmSync(folder, { recursive: true, force: true });
