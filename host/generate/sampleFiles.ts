import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../loadTemplates.ts';
import { inventAdministration } from './inventAdministration.ts';

/** The sample administration: large enough to show waves and contracts, small enough to be open at once. */
export const sampleSize = { accounts: 1200, units: 24, items: 60, seed: 7 } as const;

/** Writes the sample's import files into a folder that is gone afterwards. */
export async function writeSampleFiles(work: (paths: readonly string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bascule-sample-'));
  try {
    const files = inventAdministration(sampleSize, [...loadCatalogue().catalogue.products.values()]);
    const paths = files.map((file) => join(folder, file.name));
    for (const [index, file] of files.entries()) await writeFile(paths[index] as string, file.text);
    await work(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
