import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BenchSettings = {
  /** Keys of sets; null for all. */
  readonly sets: readonly string[] | null;
  /** Every so many-th instance of each set, from the first one on. */
  readonly every: number;
  readonly seeds: readonly number[];
  readonly schedules: readonly number[];
  /** Seconds of all sets; null for each set's own. */
  readonly seconds: readonly number[] | null;
  /** What a second is: on a machine that does other work as well, processor time is comparable and time on the wall is not. */
  readonly clock: 'wall' | 'processor';
  readonly library: string;
  readonly folders: readonly string[];
  /** A CSV with a column `instance` and a column `ub`, `best` or `optimum`; for the folders. */
  readonly best: string | null;
  readonly peers: readonly string[];
  readonly miniZincSolvers: readonly string[];
  /** Folder of the npm package `minizinc`, which brings Chuffed. */
  readonly miniZincPackage: string;
  readonly peerSeconds: number;
  /** Where the instances are written for other solvers instead of being measured. */
  readonly writeTo: string | null;
  /** A document whose part between the two marks becomes what was measured. */
  readonly document: string | null;
};

/** The environment variables are explained in docs/benchmarks.md. */
export function readSettings(environment: NodeJS.ProcessEnv): BenchSettings {
  const text = (name: string) => environment[`BASCULE_BENCH_${name}`]?.trim() || null;
  const list = (name: string) =>
    text(name)
      ?.split(',')
      .map((each) => each.trim()) ?? null;
  const numbers = (name: string) =>
    list(name)?.map((each) => {
      const value = Number(each);
      if (!(value > 0)) throw new Error(`BASCULE_BENCH_${name}: "${each}" is not a number above 0`);
      return value;
    }) ?? null;
  const limits = (name: string) => (text(name) === 'none' ? [] : numbers(name));
  const clock = text('CLOCK') ?? 'wall';
  if (clock !== 'wall' && clock !== 'processor') throw new Error(`BASCULE_BENCH_CLOCK: "${clock}" is neither wall nor processor`);
  const folders = text('INSTANCES')?.split(delimiter) ?? [];
  for (const folder of folders) if (!existsSync(folder)) throw new Error(`BASCULE_BENCH_INSTANCES: there is no folder ${folder}`);
  const peers = list('PEERS') ?? ['taskjuggler', 'minizinc', 'chuffed'];
  return {
    sets: list('SETS'),
    // A number without a factor in common with the designs: so every value of every parameter is met.
    every: numbers('EVERY')?.[0] ?? 19,
    seeds: numbers('SEEDS') ?? [1],
    schedules: limits('SCHEDULES') ?? [1000, 5000, 50_000],
    seconds: limits('SECONDS'),
    clock,
    library: text('LIBRARY') ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'psplib'),
    folders,
    best: text('BEST'),
    peers: peers.includes('none') ? [] : peers,
    miniZincSolvers: list('SOLVERS') ?? ['gecode'],
    miniZincPackage: text('MINIZINC') ?? join(import.meta.dirname, '..', '..', '..', 'node_modules', 'minizinc'),
    peerSeconds: numbers('PEER_SECONDS')?.[0] ?? 10,
    writeTo: text('WRITE'),
    document: text('DOCUMENT'),
  };
}
