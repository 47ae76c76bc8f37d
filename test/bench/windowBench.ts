import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommandId } from '../../host/cli/withPlan.ts';
import { browserExecutable, launchBrowser, reasonToSkipBrowser, servePages, type ServedPages } from '../support/browser.ts';
import { reasonToSkip, startDisplay } from '../support/electronApp.ts';
import { median, percentile95 } from './steps.ts';
import { measureGanttFrames } from './window/ganttFrames.ts';
import { measureInteractions } from './window/interactions.ts';
import { measurePageMemory } from './window/pageMemory.ts';
import { measurePaints } from './window/pagePaints.ts';
import { measureStarts } from './window/startTimes.ts';

/**
 * Measures the window on a plan of 60,000 accounts. BASCULE_BENCH_ACCOUNTS=1000 takes a smaller plan,
 * BASCULE_BENCH_MINUTES=60 uses the window for an hour instead of three minutes.
 */
const accounts = Number(process.env.BASCULE_BENCH_ACCOUNTS ?? '60000');
const minutes = Number(process.env.BASCULE_BENCH_MINUTES ?? '3');
const accountsPerWave = Math.max(1, Math.round((accounts * 5) / 2_700));

const print = (what: string, value: string, target = '') => console.log(`${what.padEnd(44)} ${value.padStart(34)}  ${target}`);
const ms = (value: number) => value.toFixed(0);
const verdict = (value: number, target: number, unit = 'ms') => `target ${target} ${unit}${value > target ? '  ABOVE' : ''}`;

console.log(`${cpus().length} processors (${cpus()[0]?.model ?? ''}), load at the beginning ${(loadavg()[0] as number).toFixed(1)}, ${accounts} accounts`);
const folder = mkdtempSync(join(tmpdir(), 'bascule-window-bench-'));
try {
  const plan = makePlan();
  if (reasonToSkip === null) await starts(plan);
  else console.log(`start times skipped: ${reasonToSkip}`);
  if (reasonToSkipBrowser === null) await inBrowser(plan);
  else console.log(`pages skipped: ${reasonToSkipBrowser}`);
  console.log(`load at the end ${(loadavg()[0] as number).toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bascule(...args: string[]): void {
  const child = spawnSync(process.execPath, [...process.execArgv, join(import.meta.dirname, '..', '..', 'host', 'cli', 'main.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`bascule ${args[0]} ended with ${child.status ?? child.signal}`);
}

function makePlan(): string {
  const input = join(folder, 'input');
  bascule('generate', '--accounts', `${accounts}`, '--units', `${Math.max(4, Math.round(accounts / 110))}`, '--items', '80', '--seed', '3', '--out', input);
  const files = readdirSync(input).map((name) => join(input, name));
  bascule('plan', ...files, '--template', 'schleswig-holstein', '--start', '2027-01-04', '--out', join(folder, 'out'));
  return join(folder, 'out', 'plan.bascule');
}

async function starts(plan: string): Promise<void> {
  const display = await startDisplay();
  try {
    const { empty, bascule: own, withPlan, withFigures } = await measureStarts(display, plan, 7);
    const tell = (what: string, times: readonly number[]) => {
      const ratio = median(times) / median(empty);
      print(`start, ${what}`, `${ms(median(times))} ms, ${ratio.toFixed(2)} times`, verdict(ratio, 1.3, 'times'));
    };
    print('start, an empty Electron window', `${ms(median(empty))} ms`);
    tell('the start page without a plan', own);
    tell('with the plan, its pages open', withPlan);
    tell('with the plan, its figures shown', withFigures);
  } finally {
    display.stop();
  }
}

async function inBrowser(plan: string): Promise<void> {
  const browser = await launchBrowser();
  const served = await servePages({ withSample: false, plan });
  try {
    for (const [name, { first, again }] of await measurePaints(browser, served, 5)) {
      print(`page ${name}, first and again, median`, `${ms(median(first))} and ${ms(median(again))} ms`, verdict(median(first), 200));
    }
    for (const { what, times } of await measureInteractions(browser, served, 20)) {
      print(`${what}, median and p95`, `${ms(median(times))} and ${ms(percentile95(times))} ms`, verdict(percentile95(times), 50));
    }
    const bars = await smallWaves(served);
    const { rows, computed, passed } = await measureGanttFrames(browser, served, 150);
    const both = (times: readonly number[]) => `median ${median(times).toFixed(1)}, p95 ${percentile95(times).toFixed(1)} ms`;
    // Of processor time: what passes while others have the processor says nothing of the chart.
    print(`timeline of ${rows} rows, ${bars} bars, script a frame`, both(computed.script), verdict(percentile95(computed.script), 8));
    print('the same with style, layout and paint', both(computed.whole));
    print('what passed meanwhile: script, and all', `${both(passed.script)}; ${both(passed.whole)}`);
    await measurePageMemory(browserExecutable, served, minutes, (at, { rounds, processMegabytes, heapMegabytes, nodes }) =>
      print(
        `memory after ${at.toFixed(1)} min, ${rounds} rounds`,
        `${processMegabytes.toFixed(0)} MB, heap ${heapMegabytes.toFixed(0)} MB, ${nodes} nodes`,
        verdict(processMegabytes, 250, 'MB'),
      ),
    );
  } finally {
    await browser.close();
    served.close();
  }
}

/** So few accounts a week that a plan of 60,000 has more than 2,000 bars: how many there are, those that sum up a track aside. */
async function smallWaves({ running: { core } }: ServedPages): Promise<number> {
  const { timeline } = await core.call('schedule.getTimeline', {});
  for (const track of timeline.tracks) {
    if (track.movesAccounts) await core.call('schedule.changeTrack', { commandId: newCommandId(), trackId: track.id, accountsPerWeek: accountsPerWave });
  }
  await core.call('schedule.build', { commandId: newCommandId(), locale: 'de' });
  const built = await core.call('schedule.getTimeline', {});
  return built.timeline.tasks.filter(({ kind, startsOn }) => kind !== 'gate' && startsOn !== null).length;
}
