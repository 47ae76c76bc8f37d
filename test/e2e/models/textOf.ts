import type { Locator } from 'playwright-core';

/** What is read there, on one line and with ordinary spaces: dates and amounts hold spaces that do not break. */
export async function textOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}
