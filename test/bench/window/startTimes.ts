import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { electron, type Display, type Home, makeHome } from '../../support/electronApp.ts';
import { projectRoot } from '../../support/plantedTree.ts';

export type StartTimes = {
  readonly empty: readonly number[];
  readonly bascule: readonly number[];
  /** Every page of the plan can be gone to. */
  readonly withPlan: readonly number[];
  /** The plan's key figures stand. */
  readonly withFigures: readonly number[];
};

const heading = 'h1';
const lastPage = '.rail li:last-child button:enabled';
const figures = '.key-figure-value';

/**
 * From the start of the process to a page that is painted and answers, in milliseconds: an Electron with an empty
 * window, Bascule without a plan, Bascule with the plan given, until its pages can be gone to and until its figures stand; in turn, so that all of them meet the same machine.
 */
export async function measureStarts(display: Display, plan: string, rounds: number): Promise<StartTimes> {
  const empty: number[] = [];
  const bascule: number[] = [];
  const withPlan: number[] = [];
  const withFigures: number[] = [];
  // One home for all rounds: the second start of a program is the usual one.
  const home = makeHome(display);
  const emptyApp = programFolder(home, 'emptyWindow.cjs');
  try {
    await start(home, heading, emptyApp);
    await start(home, heading, projectRoot);
    for (let round = 0; round < rounds; round++) {
      empty.push(await start(home, heading, emptyApp));
      bascule.push(await start(home, heading, projectRoot));
      withPlan.push(await start(home, lastPage, projectRoot, plan));
      withFigures.push(await start(home, figures, projectRoot, plan));
    }
  } finally {
    home.remove();
  }
  return { empty, bascule, withPlan, withFigures };
}

/** What Electron takes for a program: a folder that says what to run. */
function programFolder(home: Home, main: string): string {
  const folder = join(home.folder, 'empty');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty-window', version: '1.0.0', main: relative(folder, join(import.meta.dirname, main)) }),
  );
  return folder;
}

async function start(home: Home, selector: string, ...args: string[]): Promise<number> {
  const begun = Date.now();
  const child = spawn(electron?.executable ?? '', ['--no-sandbox', '-r', join(import.meta.dirname, 'tellReady.cjs'), ...args], {
    env: { ...home.environment, READY_SELECTOR: selector },
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'exit');
  const ready = /^ready (\d+)$/m.exec(said)?.[1];
  if (ready === undefined) throw new Error(`${args.join(' ')} did not show ${selector}`);
  return Number(ready) - begun;
}
