import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlanReport } from '../../core/report/buildPlanReport.ts';
import { createPaperSetter } from '../../host/report/setPaper.ts';
import { browserExecutable, launchBrowser } from '../support/browser.ts';
import { pictureDifference } from '../support/pictureDifference.ts';
import { sampleInput } from '../support/sampleReport.ts';

const reason = spawnSync('pdftoppm', ['-v']).error !== undefined ? 'no pdftoppm' : existsSync(browserExecutable) ? null : 'no chromium';
const setPaper = createPaperSetter();
const directory = mkdtempSync(join(tmpdir(), 'bascule-drawings-'));

describe.skipIf(reason !== null)(`the drawn pages${reason === null ? '' : ` (${reason})`}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('look like the pages of the PDF', async () => {
    const paper = setPaper(buildPlanReport({ ...sampleInput(), problems: [] }), { locale: 'de' });
    const file = join(directory, 'plan.pdf');
    writeFileSync(file, paper.pdf('ua-1'));
    execFileSync('pdftoppm', ['-r', '96', '-png', file, join(directory, 'page')]);
    const prints = readdirSync(directory)
      .filter((name) => name.endsWith('.png'))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => `data:image/png;base64,${readFileSync(join(directory, name)).toString('base64')}`);
    const drawings = paper.draw().map(({ svg }) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    expect(prints).toHaveLength(drawings.length);
    // Two programs smooth the same letters a little differently; a word that is missing or elsewhere is three times as much.
    const seen = 0.12;
    for (const [at, drawing] of drawings.entries()) {
      expect(await pictureDifference(page, drawing, prints[at] as string), `page ${at + 1}`).toBeLessThan(seen);
      if (at > 0) expect(await pictureDifference(page, drawing, prints[at - 1] as string), `page ${at + 1} is not page ${at}`).toBeGreaterThan(seen);
    }
  });
});
