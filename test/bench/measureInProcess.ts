import { spawnSync } from 'node:child_process';
import { type Measured, measureStep } from './steps.ts';

/** A step in a process of its own, with the flags of this one: those of the command line. */
export function measureInProcess(step: string, ...args: string[]): Measured {
  const child = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, step, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`${step} ${args.join(' ')} ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout) as Measured;
}

if (import.meta.main) console.log(JSON.stringify(await measureStep(process.argv[2] ?? '', process.argv.slice(3))));
