import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTranslator } from '../../core/i18n/translate.ts';
import { type Locale, locales } from '../../core/i18n/keys.ts';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { projectRoot } from '../support/plantedTree.ts';
import { pictureDay, serveLiveSample } from './liveSample.ts';
import { type Scene, scenes } from './scenes.ts';

/** `takePictures.ts [part of a name …]`: the pictures of the guide in all its languages, and the README's in the dark. */

type Theme = 'light' | 'dark';
const darkScenes = ['overview', 'timeline'];
const folder = join(projectRoot, 'docs', 'guide', 'pictures');
const wanted = process.argv.slice(2);
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

if (reasonToSkipBrowser !== null) throw new Error(reasonToSkipBrowser);
const browser = await launchBrowser();
let bytes = 0;
try {
  const empty = await servePages({ withSample: false });
  for (const locale of locales) {
    const live = await serveLiveSample(locale);
    for (const scene of chosen) await take(scene, scene.hasPlan ? live : empty, locale, 'light', join(folder, locale, `${scene.name}.png`));
    if (locale === 'en')
      for (const scene of chosen.filter(({ name }) => darkScenes.includes(name)))
        await take(scene, live, locale, 'dark', join(folder, 'dark', `${scene.name}.png`));
    live.close();
  }
  empty.close();
} finally {
  await browser.close();
}
process.stdout.write(`${Math.round(bytes / 1000)} kB\n`);

async function take(scene: Scene, served: ServedPages, locale: Locale, theme: Theme, path: string): Promise<void> {
  const { page, close } = await openPage(browser, served, { route: scene.route, theme, locale, now: `${pictureDay}T09:30:00` });
  try {
    await page.locator(scene.ready).first().waitFor();
    await scene.act?.({ page, t: createTranslator(locale), folder: served.folder });
    await page.waitForLoadState('networkidle');
    mkdirSync(dirname(path), { recursive: true });
    const box = scene.part === undefined ? null : await page.locator(scene.part).boundingBox();
    const clip = box === null ? undefined : { ...box, height: Math.min(box.height, scene.height ?? box.height) };
    await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...(clip && { clip }) });
    bytes += statSync(path).size;
  } catch (error) {
    throw new Error(`no picture of ${scene.name} in ${locale}`, { cause: error });
  } finally {
    await close();
  }
}
