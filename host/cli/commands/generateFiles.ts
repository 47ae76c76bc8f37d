import { join } from 'node:path';
import { inventAdministration } from '../../generate/inventAdministration.ts';
import { loadCatalogue } from '../../loadTemplates.ts';
import { makeFolder, writeWhole } from '../../nodeFiles.ts';
import type { CliCommand } from '../io.ts';
import { pathOption, requiredText, wholeNumber } from '../options.ts';

export const generateFiles: CliCommand = {
  name: 'generate',
  usage: '--accounts N --units N --items N --seed S --out DIR',
  options: { accounts: { type: 'string' }, units: { type: 'string' }, items: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run(call) {
    requiredText(call, 'accounts');
    requiredText(call, 'out');
    const accounts = wholeNumber(call, 'accounts', 1, 1_000_000) as number;
    const units = wholeNumber(call, 'units', 1, 20_000) ?? Math.max(1, Math.round(accounts / 110));
    const items = wholeNumber(call, 'items', 1, 5_000) ?? 80;
    const seed = wholeNumber(call, 'seed', 0, 2 ** 32 - 1) ?? 1;
    const out = pathOption(call, 'out') as string;
    const { catalogue } = loadCatalogue();
    await makeFolder(out);
    const files = inventAdministration({ accounts, units, items, seed }, [...catalogue.products.values()]);
    const paths: string[] = [];
    for (const file of files) {
      const path = join(out, file.name);
      await writeWhole(path, new TextEncoder().encode(file.text));
      paths.push(path);
    }
    call.print({ accounts, units, items, seed, files: paths }, () => [call.translator.translate('cli.generated', { accounts, units, items }), ...paths]);
    return 0;
  },
};
