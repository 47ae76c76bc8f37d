import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../host/generate/seededRandom.ts';
import { basculeJson, endOf, mustWork, projectRoot, spawnBascule, temporaryFolder, writeAdministration } from '../../support/cli.ts';

const folder = temporaryFolder();
const empty = folder.file('empty.bascule');
const random = createSeededRandom(20_270_104);
let accounts = '';

beforeAll(async () => {
  [accounts] = writeAdministration(folder.file('in'), { accounts: 60_000, units: 300 });
  await mustWork(['new', empty, '--template', 'schleswig-holstein', '--start', '2027-01-04']);
});
afterAll(() => folder.remove());

const verify = (plan: string) => basculeJson<{ isWhole: boolean; fingerprint: string }>(['verify', plan]);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('kill -9', () => {
  it('during an import of 60,000 accounts leaves all of them or none', async () => {
    const before = (await verify(empty)).fingerprint;
    const whole = folder.file('whole.bascule');
    copyFileSync(empty, whole);
    const begun = performance.now();
    expect(await endOf(spawnBascule(['import', whole, accounts]))).toMatchObject({ code: 0 });
    const took = performance.now() - begun;
    const outcomes = new Set<number>();
    // Near the end the plan is written. The first kill comes long before that, so that "none" is seen however busy the machine is.
    for (const share of [0.1, 0.6, 0.8, 0.92]) {
      const plan = folder.file(`killed-${share}.bascule`);
      copyFileSync(empty, plan);
      const child = spawnBascule(['import', plan, accounts]);
      const end = endOf(child);
      await wait(took * (share + (random.next() - 0.5) * 0.05));
      child.kill('SIGKILL');
      await end;
      const { isWhole, fingerprint } = await verify(plan);
      expect(isWhole).toBe(true);
      const { units } = await basculeJson<{ units: { accountCount: number }[] }>(['units', plan]);
      const found = units.reduce((sum, unit) => sum + unit.accountCount, 0);
      expect([0, 60_000]).toContain(found);
      if (found === 0) expect(fingerprint).toBe(before);
      outcomes.add(found);
      // Whoever held the plan is gone, so that the next one can write.
      await mustWork(['scenario', plan, 'add', '--name', 'Later', '--set', 'start=2028-01-03']);
    }
    expect(outcomes.has(0)).toBe(true);
  });

  it('loses none of 1,000 commands that were answered', async () => {
    const plan = folder.file('commands.bascule');
    copyFileSync(empty, plan);
    const answered: string[] = [];
    for (let round = 0; answered.length < 1000; round++) {
      const lines = await killWhileCommanding(plan, `r${round}`, 60 + Math.floor(random.next() * 250));
      answered.push(...lines.map((line) => line.split(' ')[1] as string));
      expect((await verify(plan)).isWhole).toBe(true);
    }
    const { rows } = await basculeJson<{ rows: { itemName: string }[] }>(['map', plan]);
    const kept = new Set(rows.map((row) => row.itemName));
    expect(answered.filter((name) => !kept.has(name))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(1000);
    // A command may have been written and not yet answered when the process died, at most one a round.
    expect(kept.size - answered.length).toBeLessThan(40);
  });
});

/** Lets the child answer some commands and kills it in the midst of the next ones; answers the whole lines that it printed. */
function killWhileCommanding(plan: string, prefix: string, commands: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(projectRoot, 'test', 'support', 'commandChild.ts'), plan, prefix], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let isKilled = false;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (isKilled || text.split('\n').length <= commands) return;
    isKilled = true;
    setTimeout(() => child.kill('SIGKILL'), random.next() * 4);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => (isKilled ? resolve(text.split('\n').slice(0, -1)) : reject(new Error('the child ended by itself'))));
  });
}
