import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectActivity, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { checkProject } from '../../support/checkProject.ts';
import { type ChuffedPage, chuffedMissing, openChuffed } from './chuffedPeer.ts';
import { runPeer } from './runPeer.ts';
import type { BenchSettings } from './settings.ts';
import { writeTaskJuggler } from './writeTaskJuggler.ts';

export type PeerAnswer = {
  /** Null when it found no plan in its time. */
  readonly makespan: number | null;
  readonly seconds: number;
  /** It interrupted activities, which we never do. */
  readonly isSplit: boolean;
  /** Its plan breaks a rule of the project. */
  readonly isBroken: boolean;
};

export type Peer = {
  readonly name: string;
  readonly missing: string | null;
  readonly solve: (project: ResourceProject) => PeerAnswer | Promise<PeerAnswer>;
  readonly close?: () => Promise<void>;
};

/** The other solvers of the settings; missing ones say what is to be installed. */
export function findPeers(settings: BenchSettings, folder: string): readonly Peer[] {
  const isThere = (command: string) => !runPeer(command, ['--version'], folder, { seconds: 60, clock: 'wall' }).isMissing;
  return settings.peers.flatMap((name): Peer[] => {
    if (name === 'taskjuggler')
      return [{ name: 'TaskJuggler', missing: isThere('tj3') ? null : 'tj3 is not installed', solve: (project) => askTaskJuggler(project, settings, folder) }];
    if (name === 'chuffed') return [createChuffedPeer(settings)];
    if (name !== 'minizinc') throw new Error(`BASCULE_BENCH_PEERS: ${name} is neither taskjuggler nor minizinc nor chuffed`);
    const missing = isThere('minizinc') ? null : 'minizinc is not installed';
    copyFileSync(join(import.meta.dirname, 'project.mzn'), join(folder, 'project.mzn'));
    return settings.miniZincSolvers.map((solver) => ({
      name: `MiniZinc, ${solver}`,
      missing,
      solve: (project) => askMiniZinc(project, solver, settings, folder),
    }));
  });
}

const durationOf = (project: ResourceProject, index: number) => (project.activities[index] as ProjectActivity).modes[0]?.duration ?? 0;

/** TaskJuggler computes one plan by its rule; it knows no limit of time. */
function askTaskJuggler(project: ResourceProject, { clock }: BenchSettings, folder: string): PeerAnswer {
  const plan = join(folder, 'plan.csv');
  rmSync(plan, { force: true });
  writeFileSync(join(folder, 'project.tjp'), writeTaskJuggler(project));
  const { seconds } = runPeer('tj3', ['--silent', 'project.tjp'], folder, { seconds: 600, clock });
  if (!existsSync(plan)) return { makespan: null, seconds, isSplit: false, isBroken: false };
  const start: number[] = [];
  const finish: number[] = [];
  const zero = Date.UTC(2024, 0, 1) / 1000;
  for (const [, id, from, to] of readFileSync(plan, 'utf8').matchAll(/"t(\d+)";(\d+);(\d+)/g)) {
    start[Number(id)] = (Number(from) - zero) / 3600;
    finish[Number(id)] = (Number(to) - zero) / 3600;
  }
  const makespan = Math.max(...finish);
  const mode = project.activities.map(() => 0);
  const isSplit = start.some((at, index) => (finish[index] as number) - at > durationOf(project, index));
  // What is interrupted uses resources at times that the plan does not tell; its order can be checked all the same.
  const isBroken = isSplit
    ? start.some(
        (at, index) =>
          (finish[index] as number) - at < durationOf(project, index) ||
          project.activities[index]?.successors.some(({ to }) => (start[to] as number) < (finish[index] as number)),
      )
    : checkProject(project, { makespan, start, mode }).length > 0;
  return { makespan, seconds, isSplit, isBroken };
}

/** A project as data of `project.mzn`. */
function miniZincData(project: ResourceProject) {
  const { activities, renewable } = project;
  const duration = activities.map((_, index) => durationOf(project, index));
  const links = activities.flatMap(({ successors }, from) =>
    successors.map(({ to, lag }) => ({ from, to, lag: lag === 'afterFinish' ? (duration[from] as number) : lag })),
  );
  return {
    activities: activities.length,
    resources: renewable.length,
    links: links.length,
    horizon: duration.reduce((sum, each) => sum + each, 0),
    duration,
    capacity: renewable,
    demand: renewable.map((_, resource) => activities.map(({ modes }) => modes[0]?.demands[resource] ?? 0)),
    first: links.map(({ from }) => from + 1),
    second: links.map(({ to }) => to + 1),
    lag: links.map(({ lag }) => lag),
  };
}

function askMiniZinc(project: ResourceProject, solver: string, { clock, peerSeconds }: BenchSettings, folder: string): PeerAnswer {
  writeFileSync(join(folder, 'project.json'), JSON.stringify(miniZincData(project)));
  const time = clock === 'wall' ? ['--time-limit', `${peerSeconds * 1000}`] : [];
  const { out, seconds } = runPeer('minizinc', ['--solver', solver, '-a', ...time, 'project.mzn', 'project.json'], folder, { seconds: peerSeconds, clock });
  // Each better plan is printed as soon as it is found; the last whole one counts.
  return miniZincAnswer(project, [...out.matchAll(startLines)].at(-1)?.[1] ?? null, seconds);
}

const startLines = /^start=\[([\d, ]+)\]$/gm;

function miniZincAnswer(project: ResourceProject, starts: string | null, seconds: number): PeerAnswer {
  if (starts === null) return { makespan: null, seconds, isSplit: false, isBroken: false };
  const start = starts.split(',').map(Number);
  const makespan = Math.max(...start.map((at, index) => at + durationOf(project, index)));
  return { makespan, seconds, isSplit: false, isBroken: checkProject(project, { makespan, start, mode: start.map(() => 0) }).length > 0 };
}

/** Its seconds are always those on the wall: a browser does not tell which processor time its threads took. */
function createChuffedPeer({ miniZincPackage, peerSeconds }: BenchSettings): Peer {
  let opened: Promise<ChuffedPage> | null = null;
  const model = readFileSync(join(import.meta.dirname, 'project.mzn'), 'utf8');
  return {
    name: 'MiniZinc, chuffed (WebAssembly)',
    missing: chuffedMissing(miniZincPackage),
    async solve(project) {
      opened ??= openChuffed(miniZincPackage);
      const { last, seconds } = await (await opened).solve(model, miniZincData(project), peerSeconds);
      return miniZincAnswer(project, last === null ? null : ([...last.matchAll(startLines)].at(-1)?.[1] ?? null), seconds);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
