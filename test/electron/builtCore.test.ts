import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../core/contract/contract.ts';
import { type BuiltCore, startBuiltCore } from '../support/builtCore.ts';
import { projectRoot } from '../support/plantedTree.ts';
import { writeTightPlan } from '../support/tightPlan.ts';

const reason = existsSync(join(projectRoot, 'dist', 'electron', 'core.mjs')) ? null : 'it is not built';

describe.skipIf(reason !== null)(`the bundled core${reason === null ? '' : ` (${reason})`}`, () => {
  let home: string;
  let built: BuiltCore | null;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'bascule-built-'));
    built = null;
  });
  afterEach(() => {
    built?.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  it('searches plans in a thread of its own: it answers meanwhile, keeps what is found, and can be stopped with or without it', async () => {
    const plan = join(home, 'Town Hall.bascule');
    await writeTightPlan(home, plan);

    built = await startBuiltCore({ folder: projectRoot, node: process.execPath, home, start: { plan: { path: plan, mode: 'write' }, files: [] } });
    const { core } = built;
    const found = await core.call('schedule.build', { commandId: randomUUID(), locale: 'en', timeLimitMs: 300 });
    expect(found.result.finish).not.toBeNull();
    expect(found.result.gap).toBeGreaterThan(0);

    /** Begins a search of an hour, which a core that searched by itself would first bring to its end. */
    const search = async (signals: { readonly signal?: AbortSignal; readonly enough?: AbortSignal }) => {
      const state = { isOver: false };
      let answer: Promise<Output<'schedule.build'>> | undefined;
      await new Promise<void>((resolve) => {
        const onProgress = ({ stepKey }: { readonly stepKey: string }) => {
          if (stepKey === 'app.step.search') resolve();
        };
        answer = core.call('schedule.build', { commandId: randomUUID(), locale: 'en', timeLimitMs: 3_600_000 }, { ...signals, onProgress }).finally(() => {
          state.isOver = true;
        });
      });
      return { state, answer: answer as Promise<Output<'schedule.build'>> };
    };
    const stop = new AbortController();
    const stopped = await search({ signal: stop.signal });
    await core.call('schedule.getTimeline', {});
    expect(stopped.state.isOver).toBe(false);
    stop.abort();
    await expect(stopped.answer).rejects.toMatchObject({ code: 'cancelled' });

    const enough = new AbortController();
    const taken = await search({ enough: enough.signal });
    enough.abort();
    const { result, revision } = await taken.answer;
    expect(revision).toBeGreaterThan(found.revision);
    expect(result.finish).not.toBeNull();
    expect((await core.call('schedule.getTimeline', {})).finishesOn).toBe(result.finish);
    expect(await built.shutDown()).toBe(0);
  });
});
