import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { type BuiltCore, startBuiltCore } from '../support/builtCore.ts';
import { writeAdministration } from '../support/cli.ts';
import { projectRoot } from '../support/plantedTree.ts';

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

  it('searches plans in a thread of its own: it answers meanwhile, keeps what is found, and can be stopped', async () => {
    const plan = join(home, 'Town Hall.bascule');
    const running = createCore({ plan: { path: plan, mode: 'create' }, actor: 'Anna Beispiel' });
    const startsOn = isoDate('2027-01-04');
    await running.core.call('plan.create', { commandId: randomUUID(), templateId: 'opendesk', name: 'T', administration: 'T', startsOn, locale: 'en' });
    const files = writeAdministration(home, { accounts: 3_000, units: 60, items: 20, seed: 3 }).map((path) => running.files.handleFor(path));
    await running.core.call('inventory.importFiles', { commandId: randomUUID(), files });
    // So short of people that no schedule is proven shortest within a test.
    await running.core.call('schedule.changeCapacity', { commandId: randomUUID(), resource: 'crew', minutesPerDay: 1_500 });
    running.close();

    built = await startBuiltCore({ folder: projectRoot, node: process.execPath, home, start: { plan: { path: plan, mode: 'write' }, files: [] } });
    const { core } = built;
    const found = await core.call('schedule.build', { commandId: randomUUID(), locale: 'en', timeLimitMs: 300 });
    expect(found.result.finish).not.toBeNull();
    expect(found.result.gap).toBeGreaterThan(0);

    const stop = new AbortController();
    let isOver = false;
    let searching: Promise<unknown> = Promise.resolve();
    await new Promise<void>((resolve) => {
      const onProgress = ({ stepKey }: { readonly stepKey: string }) => {
        if (stepKey === 'app.step.search') resolve();
      };
      // A search of an hour, which a core that searched by itself would first bring to its end.
      searching = core
        .call('schedule.build', { commandId: randomUUID(), locale: 'en', timeLimitMs: 3_600_000 }, { signal: stop.signal, onProgress })
        .finally(() => {
          isOver = true;
        });
    });
    await core.call('schedule.getTimeline', {});
    expect(isOver).toBe(false);
    stop.abort();
    await expect(searching).rejects.toMatchObject({ code: 'cancelled' });
    expect(await built.shutDown()).toBe(0);
  });
});
