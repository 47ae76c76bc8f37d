import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, type ServedPages, servePages } from './browser.ts';

/** A browser and the sample served to it, for the tests of the block in which this is called; there from its first test on. */
export function sampleInBrowser(): { readonly browser: Browser; readonly served: ServedPages } {
  let browser: Browser | undefined;
  let served: ServedPages | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the sample is there from the first test on');
    return thing;
  };
  return {
    get browser() {
      return there(browser);
    },
    get served() {
      return there(served);
    },
  };
}
