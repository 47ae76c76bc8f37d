import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceProject } from '../../core/domain/schedule/solver/project.ts';
import { writeProject } from '../support/projects/writeProject.ts';
import { comparePeers } from './psplib/comparePeers.ts';
import { type Engine, type Limit, oneThread, timedEngines } from './psplib/engines.ts';
import { type Instance, type InstanceSet, instanceSets } from './psplib/instanceSets.ts';
import { findPeers, type PeerAnswer } from './psplib/peers.ts';
import { type BenchSettings, readSettings } from './psplib/settings.ts';
import { type Judge, summarise, type Summary, type Trial, tryInstance } from './psplib/trials.ts';
import { median } from './steps.ts';

/**
 * Measures the solver of projects on published and generated sets and beside other solvers, and prints the tables of
 * docs/benchmarks.md; the environment variables stand there. Time decides nothing here: it fails on a schedule that breaks
 * a rule, on a bound above a makespan, and on a verdict that contradicts a published one.
 */
const settings = readSettings(process.env);
const judge: Judge = { faults: [], checked: 0 };
const sets = instanceSets(settings);
const begun = performance.now();

if (settings.writeTo) writeInstances(settings.writeTo, sets);
else await measure(settings, sets);

async function measure(settings: BenchSettings, sets: readonly InstanceSet[]): Promise<void> {
  const loadBefore = loadavg()[0] as number;
  const lines: string[] = [];
  const skipped = sets.flatMap(({ title, missing }) => (missing === null ? [] : [`${title} skipped: ${missing}.`]));
  const present = sets.filter(({ missing }) => missing === null);
  for (const line of skipped) tell(line);
  lines.push(
    '| set | instances | limit | % above | what | best known, % | as good as it | proven optimal | decided | proven gap, % | seconds each | schedules each |',
    '| --- | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const set of present) lines.push(...(await measureSet(set, settings)));
  const peerLines = await comparePeerSets(present, settings);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, Node ${process.versions.node}`;
  const clock = settings.clock === 'wall' ? 'seconds on the wall' : 'seconds of the processor';
  const seeds = settings.seeds.length === 1 ? `seed ${settings.seeds[0]}` : `medians over seeds ${settings.seeds.join(', ')}`;
  const sample = settings.every === 1 ? 'every instance' : `one instance in ${settings.every} of each set`;
  const document = [
    `${machine}; ${sample}, ${seeds}, ${clock}; load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] as number).toFixed(1)} after.`,
    `Measured on ${new Date().toISOString().slice(0, 10)} in ${Math.round((performance.now() - begun) / 1000)} s.`,
    '',
    ...lines,
    '',
    ...peerLines,
    ...(skipped.length > 0 ? [...skipped, ''] : []),
    `Every schedule was checked by \`test/support/checkProject.ts\`: ${judge.checked} schedules, ${judge.faults.length} faults.`,
    '',
  ].join('\n');
  console.log(document);
  if (settings.document) replaceMeasured(settings.document, document);
  for (const fault of judge.faults) console.error(`FAULT ${fault}`);
  if (judge.faults.length > 0) process.exitCode = 1;
}

async function measureSet(set: InstanceSet, settings: BenchSettings): Promise<string[]> {
  const instances = set.instances();
  const counted = { settings: settings.schedules, first: [1], none: [] }[set.counted];
  const runs: readonly { readonly engine: Engine; readonly limit: Limit }[] = [
    ...counted.flatMap((schedules) =>
      (set.counted === 'first' ? [false] : [false, true]).map((isProven) => ({ engine: oneThread, limit: { schedules, isProven } })),
    ),
    ...(settings.seconds ?? set.seconds).flatMap((seconds) => timedEngines(settings.clock).map((engine) => ({ engine, limit: { seconds } }))),
  ];
  const lines: string[] = [];
  for (const { engine, limit } of runs) {
    const bySeed: Summary[] = [];
    for (const seed of settings.seeds) bySeed.push(summarise(set, instances, await tryAll(engine, instances, limit, seed, settings)));
    const line = summaryLine(set, engine, limit, bySeed);
    tell(line);
    lines.push(line);
  }
  return lines;
}

/** One after the other: two at once would take each other's time. */
async function tryAll(engine: Engine, instances: readonly Instance[], limit: Limit, seed: number, { clock }: BenchSettings): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const instance of instances) trials.push(await tryInstance(engine, instance, limit, seed, clock, judge));
  return trials;
}

function summaryLine(set: InstanceSet, engine: Engine, limit: Limit, bySeed: readonly Summary[]): string {
  const middle = (value: (summary: Summary) => number) => median(bySeed.map(value));
  const { instances, best, bestPercent } = bySeed[0] as Summary;
  const percents = bySeed.map(({ percent }) => percent);
  const spread = bySeed.length > 1 ? ` (${Math.min(...percents).toFixed(2)}–${Math.max(...percents).toFixed(2)})` : '';
  const what = { best: 'optimum or best known', criticalPath: 'critical path', trivialBound: 'trivial bound' }[set.above];
  return row([
    set.title,
    instances,
    'seconds' in limit ? `${limit.seconds} s, ${engine.name}` : countOf(limit),
    bySeed.every(({ found }) => found === 0) ? '–' : `${middle(({ percent }) => percent).toFixed(2)}${spread}`,
    what,
    bestPercent === null ? '–' : bestPercent.toFixed(2),
    best === null ? '–' : middle((summary) => summary.best as number),
    middle(({ proven }) => proven),
    middle(({ decided }) => decided),
    middle(({ gap }) => gap).toFixed(2),
    (middle(({ millisecondsEach }) => millisecondsEach) / 1000).toFixed(3),
    Math.round(middle(({ schedulesEach }) => schedulesEach)).toLocaleString('en'),
  ]);
}

function countOf({ schedules, isProven }: Extract<Limit, { readonly schedules: number }>): string {
  return `${schedules.toLocaleString('en')} ${schedules === 1 ? 'schedule' : 'schedules'}${isProven ? ', proof' : ''}`;
}

/** One mode, and links from finish to start alone: what the other solvers' models can say. */
function isPlain({ activities }: ResourceProject): boolean {
  return activities.every(({ modes, successors }) => modes.length === 1 && successors.every(({ lag }) => lag === 'afterFinish'));
}

/** Ours at 40 ms, at a tenth of a second and at a second beside each other solver's whole answer. */
async function comparePeerSets(sets: readonly InstanceSet[], settings: BenchSettings): Promise<string[]> {
  const compared = sets.filter(({ hasPeers }) => hasPeers);
  if (settings.peers.length === 0 || compared.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'bascule-peers-'));
  const lines = [
    '| other solver | set | instances | ours after | won | tied | lost | ours shorter by, % | its time / ours | no plan | interrupts | breaks rules |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const peers = findPeers(settings, folder);
  try {
    const seed = settings.seeds[0] as number;
    const here = peers.filter(({ name, missing }) => {
      if (missing !== null) {
        tell(`${name} skipped: ${missing}`);
        lines.push(row([name, `skipped: ${missing}`, ...Array.from({ length: 10 }, () => '')]));
      }
      return missing === null;
    });
    for (const set of here.length === 0 ? [] : compared) {
      const instances = set.instances().filter(({ project }) => isPlain(project));
      if (instances.length === 0) continue;
      const ours: { readonly seconds: number; readonly trials: readonly Trial[] }[] = [];
      for (const seconds of [0.04, 0.1, 1]) ours.push({ seconds, trials: await tryAll(oneThread, instances, { seconds }, seed, settings) });
      for (const { name, solve } of here) {
        const theirs: PeerAnswer[] = [];
        for (const { project } of instances) theirs.push(await solve(project));
        for (const { seconds, trials } of ours) {
          const found = comparePeers(instances, trials, theirs);
          const { wins, ties, losses, shorter, timeRatio, unsolved, split, broken } = found;
          lines.push(
            row([name, set.title, found.instances, `${seconds} s`, wins, ties, losses, shorter.toFixed(2), timeRatio.toFixed(1), unsolved, split, broken]),
          );
          tell(lines.at(-1) as string);
        }
      }
    }
  } finally {
    for (const { close } of peers) await close?.();
    rmSync(folder, { recursive: true, force: true });
  }
  return lines.length > 2 ? [...lines, ''] : [];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What goes on, while it goes on; the answer itself goes to stdout, whole. */
function tell(line: string): void {
  console.error(line);
}

function replaceMeasured(path: string, measured: string): void {
  const text = readFileSync(path, 'utf8');
  const [first, last] = ['<!-- measured: begin -->', '<!-- measured: end -->'];
  const [from, to] = [text.indexOf(first), text.indexOf(last)];
  if (from < 0 || to < from) throw new Error(`${path} has no marks ${first} and ${last}`);
  writeFileSync(path, `${text.slice(0, from + first.length)}\n\n${measured}\n${text.slice(to)}`);
}

function writeInstances(folder: string, sets: readonly InstanceSet[]): void {
  for (const set of sets.filter(({ missing }) => missing === null)) {
    const own = join(folder, set.key);
    mkdirSync(own, { recursive: true });
    const instances: readonly Instance[] = set.instances();
    for (const { name, project } of instances) {
      const { ending, text } = writeProject(project);
      writeFileSync(join(own, `${name}.${ending}`), text);
    }
    console.log(`${instances.length} instances of ${set.title} in ${own}`);
  }
}
