import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { cleanName, type CleanName } from '../../core/domain/catalogue/cleanName.ts';
import type { RawNameKey } from '../../core/domain/catalogue/matchNames.ts';
import { loadCatalogue } from '../../host/loadTemplates.ts';
import { madeUpNames } from '../names/madeUpNames.ts';
import { measureNames, readLabelledNames } from '../names/measureNames.ts';
import { median } from './steps.ts';

/**
 * Prints how well and how fast names become products: precision and recall by language over `test/names/labelled.csv`,
 * and names a second over names that no two are alike. Run with `npm run bench -- matching`. Time is that of the
 * processor, so that what else the machine does does not count.
 */
const count = 200_000;
const runs = 5;

const { catalogue, matcher } = loadCatalogue();
const labelled = readLabelledNames(readFileSync(join(import.meta.dirname, '..', 'names', 'labelled.csv'), 'utf8'));
const percent = (value: number) => (value * 100).toFixed(1).padStart(5);

const lines = ['language  names  precision  recall  noise precision  noise recall  hidden'];
for (const language of ['de', 'fr', 'en', 'all']) {
  const found = measureNames(
    labelled.filter((name) => language === 'all' || name.language === language),
    matcher,
  );
  const { names, precision, recall, noisePrecision, noiseRecall, hidden } = found;
  lines.push(
    [language.padEnd(8), `${names}`.padStart(6), percent(precision).padStart(10), percent(recall).padStart(7)].join(' ') +
      ['', percent(noisePrecision).padStart(15), percent(noiseRecall).padStart(13), `${hidden}`.padStart(7)].join(' '),
  );
}

const names = madeUpNames(count, [...catalogue.products.values()]);
const cleaned = names.map(({ rawName, version }) => cleanName(rawName, version));
const steps: readonly (readonly [string, (name: RawNameKey, index: number) => unknown])[] = [
  ['cleaning', ({ rawName, version }) => cleanName(rawName, version)],
  ['matching what is cleaned', (name, index) => matcher.matchCleaned(cleaned[index] as CleanName, name)],
  ['both', (name) => matcher.match(name)],
];
lines.push('', `${count} different names, ${runs} runs, ${cpus()[0]?.model ?? ''}, load ${(loadavg()[0] as number).toFixed(1)}`);
for (const [what, step] of steps) {
  const all = () => {
    for (const [index, name] of names.entries()) step(name, index);
  };
  all();
  const perSecond = Array.from({ length: runs }, () => {
    const begun = process.cpuUsage();
    all();
    return count / (process.cpuUsage(begun).user / 1e6);
  });
  lines.push(`${what.padEnd(26)} ${Math.round(median(perSecond)).toString().padStart(8)} names a second`);
}
process.stdout.write(`${lines.join('\n')}\n`);
