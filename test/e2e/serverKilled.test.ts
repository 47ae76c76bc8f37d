import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, reasonToSkipBrowser } from '../support/browser.ts';
import { mustWork, type Spawned, spawnBascule } from '../support/cli.ts';
import { makeSampleFile } from '../support/electronApp.ts';
import { textOf } from './models/textOf.ts';
import { trackingModel } from './models/trackingModel.ts';

describe.skipIf(reasonToSkipBrowser !== null)(
  `a browser whose program is killed${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`,
  () => {
    let browser: Browser;
    let folder: string;
    const started: Spawned[] = [];
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'bascule-server-'));
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      for (const child of started) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });

    const serve = async (plan: string) => {
      const child = spawnBascule(['serve', plan, '--json'], folder);
      started.push(child);
      const address = await new Promise<string>((resolve) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          const found = /"address":\s*"([^"]+)"/.exec(text)?.[1];
          if (found !== undefined) resolve(found);
        });
      });
      return { child, address };
    };

    it('is told what to do, and finds at the new address all that was answered', async () => {
      const plan = join(folder, 'Sample.bascule');
      await makeSampleFile(plan);
      const first = await serve(plan);
      const page = await browser.newPage({ locale: 'en' });
      page.setDefaultTimeout(20_000);
      const tracking = trackingModel(page);
      const done = async () => /^\d+ of/.exec(await textOf(tracking.lead))?.[0];
      await page.goto(`${first.address}#/tracking`);
      const wave = await tracking.plannedOf(1);
      expect(await done()).toBe('0 of');
      await tracking.markWave(1).click();
      await expect.poll(done).toBe(`${wave} of`);
      first.child.kill('SIGKILL');
      await page.getByRole('status').filter({ hasText: 'start it again and open the address that it tells' }).waitFor();
      const second = await serve(plan);
      // Another start, another secret: the old page is not let in.
      expect(new URL(second.address).pathname).not.toBe(new URL(first.address).pathname);
      await page.goto(`${second.address}#/tracking`);
      await expect.poll(done).toBe(`${wave} of`);
      second.child.kill('SIGTERM');
      await new Promise((resolve) => second.child.once('close', resolve));
      expect((await mustWork(['history', plan])).out).toContain(`Marked ${wave} accounts`);
    });
  },
);
