import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../formats/read/catalogueYaml.ts';

const folder = join(import.meta.dirname, '../../templates/catalogue');

/** The catalogue of this checkout, read anew from its files. */
export function readShippedCatalogue(): ReturnType<typeof readCatalogue> {
  const filesOf = (sub: string) =>
    readdirSync(join(folder, sub))
      .filter((name) => name.endsWith('.yml'))
      .map((name) => ({ name: `${sub}${name}`, text: readFileSync(join(folder, sub, name), 'utf8') }));
  return readCatalogue(['', 'products/', 'replacements/'].flatMap(filesOf));
}
