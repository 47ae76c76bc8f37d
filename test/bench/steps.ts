import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../host/cli/runCli.ts';
import { newCommandId } from '../../host/cli/withPlan.ts';
import { createCore } from '../../host/createCore.ts';

/** What one process measured: its time, what of all processors it used from its start on, and the largest memory that it ever held. */
export type Measured = { readonly milliseconds: number; readonly processor: number; readonly megabytes: number };

const openings = 7;

/** Steps that are measured in a process of their own, because memory that one has taken another would find. */
export const steps: Readonly<Record<string, (...args: string[]) => Promise<number>>> = {
  /** A whole command line, from the start of the process. */
  async command(...args) {
    const io = { out: () => {}, err: (text: string) => process.stderr.write(text), isTerminal: false, environment: process.env, workingFolder: process.cwd() };
    const exitCode = await runCli(args, { ...io, signal: new AbortController().signal });
    if (exitCode !== 0) throw new Error(`bascule ${args.join(' ')} ended with ${exitCode}`);
    return performance.now();
  },
  /** A plan to its first page, in a program that runs; the median of several. */
  async open(path) {
    const times: number[] = [];
    for (let run = 0; run < openings; run++) {
      const begun = performance.now();
      const running = createCore({ plan: { path: path as string, mode: 'write' }, actor: 'bench' });
      await running.core.call('inventory.listItems', {});
      times.push(performance.now() - begun);
      running.close();
    }
    return median(times);
  },
  /** The files of a folder into a new plan. */
  async import(path, folder) {
    const running = createCore({ plan: { path: path as string, mode: 'create' }, actor: 'bench' });
    const { core, files } = running;
    const plan = { templateId: 'schleswig-holstein', name: 'Bench', administration: 'Bench', startsOn: '2027-01-04' as never, locale: 'de' as const };
    await core.call('plan.create', { commandId: newCommandId(), ...plan });
    const handles = readdirSync(folder as string).map((name) => files.handleFor(join(folder as string, name)));
    const begun = performance.now();
    await core.call('inventory.importFiles', { commandId: newCommandId(), files: handles });
    const milliseconds = performance.now() - begun;
    running.close();
    return milliseconds;
  },
};

/** Runs one step and says what it took; the kernel counts the largest resident set (Linux only). */
export async function measureStep(name: string, args: readonly string[]): Promise<Measured> {
  const step = steps[name];
  if (!step) throw new Error(`no step ${name}`);
  const milliseconds = await step(...args);
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  const { user, system } = process.cpuUsage();
  return { milliseconds, processor: (user + system) / 1000, megabytes: Math.round(Number(peak) / 1024) };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

export function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] as number;
}
