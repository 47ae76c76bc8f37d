import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommandId } from '../../host/cli/withPlan.ts';
import { createCore } from '../../host/createCore.ts';
import { measureInProcess } from './measureInProcess.ts';
import type { Answer, SearchMeasured } from './search/measureSearch.ts';
import { templatesWithTenTracks, tenTracks } from './search/tenTracks.ts';
import { median, percentile95 } from './steps.ts';

/**
 * Measures searches for dates with a time limit: how long the plan is and could be at best, how many schedules were made,
 * the memory, and how long questions wait meanwhile. Processor time is told too, because a machine shared with others
 * stretches the other. Prints and judges nothing. BASCULE_BENCH_ACCOUNTS names another size
 * than 60,000 accounts, BASCULE_BENCH_SECONDS another limit than ten.
 */
const accounts = Number(process.env.BASCULE_BENCH_ACCOUNTS ?? '60000');
const seconds = Number(process.env.BASCULE_BENCH_SECONDS ?? '10');
/** About two hundred waves a track: not all accounts are of a kind that moves. */
const accountsPerWeek = Math.max(1, Math.round(accounts / 265));

async function makePlan(folder: string, templateId: string): Promise<string> {
  const input = join(folder, `input-${templateId}`);
  const units = Math.max(4, Math.round(accounts / 110));
  measureInProcess('command', 'generate', '--accounts', `${accounts}`, '--units', `${units}`, '--items', '80', '--seed', '3', '--out', input);
  const path = join(folder, `${templateId}.bascule`);
  const running = createCore({ plan: { path, mode: 'create' }, actor: 'bench', templates: templatesWithTenTracks(accountsPerWeek) });
  const plan = { name: 'Bench', administration: 'Bench', startsOn: '2027-01-04' as never, locale: 'de' as const };
  await running.core.call('plan.create', { commandId: newCommandId(), templateId, ...plan });
  const files = readdirSync(input).map((name) => running.files.handleFor(join(input, name)));
  await running.core.call('inventory.importFiles', { commandId: newCommandId(), files });
  running.close();
  return path;
}

function measure(path: string): SearchMeasured {
  const program = join(import.meta.dirname, 'search', 'measureSearch.ts');
  const child = spawnSync(process.execPath, [...process.execArgv, program, path, `${seconds * 1000}`, `${accountsPerWeek}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`the search of ${path} ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout) as SearchMeasured;
}

function waits(answers: readonly Answer[]): string {
  if (answers.length === 0) return 'none asked';
  const told = (times: readonly number[]) => [median(times), percentile95(times), Math.max(...times)].map((time) => time.toFixed(1)).join(', ');
  const processor = told(answers.map(({ worked }) => worked));
  return `median, p95, longest ${told(answers.map(({ waited }) => waited))} ms; of it processor ${processor} ms; ${answers.length} asked`;
}

const print = (what: string, value: string) => console.log(`${what.padEnd(38)} ${value}`);

const folder = mkdtempSync(join(tmpdir(), 'bascule-search-bench-'));
try {
  console.log(`${cpus().length} processors (${cpus()[0]?.model ?? ''}), Node ${process.versions.node}, flags ${process.execArgv.join(' ') || 'none'}`);
  console.log(`load at the beginning ${(loadavg()[0] as number).toFixed(1)}, ${accounts} accounts, ${seconds} s`);
  for (const templateId of [tenTracks, 'schleswig-holstein']) {
    const found = measure(await makePlan(folder, templateId));
    console.log(`\n${templateId}: ${found.waves} waves, ${found.tasks} tasks`);
    const { told, gap, finish } = found;
    print('gap', `${gap === null ? '–' : `${(gap * 100).toFixed(2)} %`}, until ${finish}`);
    const { search, core } = found.processor;
    print(
      'working days, bound, schedules',
      told === null ? 'over before it told' : `${told.days}, ${told.bound}, ${told.passes} in ${search.toFixed(0)} ms of processor time`,
    );
    print('whole build', `${found.milliseconds.toFixed(0)} ms, ${core.toFixed(0)} ms of the core's processor time`);
    print('memory at its peak', `${found.megabytes} MB`);
    print('questions before', waits(found.before));
    print('questions while it searches', waits(found.whileSearching));
    print('questions during the whole build', waits(found.wholeBuild));
  }
  console.log(`\nload at the end ${(loadavg()[0] as number).toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
