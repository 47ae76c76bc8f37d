import Papa from 'papaparse';
import { AppError } from '../../../core/contract/errors.ts';
import type { Output } from '../../../core/contract/contract.ts';
import { decodeBytes, detectBinary, detectEncoding } from '../../../formats/read/encoding.ts';
import { readWhole } from '../../nodeFiles.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { pathArgument, pathOption } from '../options.ts';
import { textTable } from '../textTable.ts';
import { withCore, withPlan } from '../withPlan.ts';

type Match = Output<'catalogue.matchNames'>[number];
type Name = { readonly rawName: string; readonly publisher: string; readonly version: string };

export const matchNames: CliCommand = {
  name: 'match',
  usage: '[PLAN] [--names FILE.csv] [--json]',
  options: { names: { type: 'string' } },
  positionals: { least: 0, most: 1 },
  async run(call) {
    const namesFile = pathOption(call, 'names');
    if (namesFile === undefined && call.positionals.length === 0) throw new UsageError('cli.planOrNames');
    const found =
      namesFile === undefined
        ? await withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
            const items: { name: Name; match: Match; installations: number }[] = [];
            for (let offset = 0; ; offset += 1000) {
              const page = await core.call('inventory.listRawNames', { offset, limit: 1000 });
              items.push(...page.rawNames.map((raw) => ({ name: raw, match: raw.match, installations: raw.installations })));
              if (items.length >= page.total || page.rawNames.length === 0) return items;
            }
          })
        : await withCore(call, async ({ core }) => {
            const names = await readNames(namesFile);
            const matches = await core.call('catalogue.matchNames', { names });
            return names.map((name, index) => ({ name, match: matches[index] as Match, installations: 1 }));
          });
    const counts = { matched: 0, noise: 0, unmatched: 0 };
    // A name that a person made an item of its own is as settled as one that has a product.
    for (const { match } of found) counts[match.kind === 'ownItem' ? 'matched' : match.kind]++;
    const toMatch = counts.matched + counts.unmatched;
    const coverage = toMatch === 0 ? 1 : counts.matched / toMatch;
    call.print({ total: found.length, ...counts, coverage, items: found.map(({ name, match }) => toItem(name, match)) }, () => {
      const { translate, number, percent } = call.translator;
      const unmatched = found.filter(({ match }) => match.kind === 'unmatched').sort((one, other) => other.installations - one.installations);
      return [
        translate('cli.coverage', { total: found.length, ...counts, coverage: percent(coverage) }),
        ...(unmatched.length === 0 ? [] : ['', translate('cli.unmatched')]),
        ...(unmatched.length === 0
          ? []
          : textTable(
              [
                { heading: translate('cli.column.name') },
                { heading: translate('cli.column.publisher') },
                { heading: translate('cli.column.installations'), align: 'right' },
              ],
              unmatched.slice(0, 50).map(({ name, installations }) => [name.rawName, name.publisher, number(installations)]),
            )),
      ];
    });
    return 0;
  },
};

function toItem(name: Name, match: Match) {
  const base = { rawName: name.rawName, publisher: name.publisher, version: name.version };
  if (match.kind === 'matched')
    return { ...base, productId: match.productId, confidence: match.confidence, reason: `${match.rule}: ${match.alias}`, noise: false };
  const reason = match.kind === 'unmatched' ? 'unmatched' : match.rule === 'userRule' ? `${match.rule}: ${match.alias}` : match.rule;
  return { ...base, productId: null, confidence: match.kind === 'ownItem' ? 1 : 0, reason, noise: match.kind === 'noise' };
}

const nameColumns = ['raw_name', 'publisher', 'version'] as const;

async function readNames(path: string): Promise<Name[]> {
  const bytes = await readWhole(path);
  if (detectBinary(bytes) !== null) throw new AppError('invalid', 'cli.namesNotText', { params: { file: path } });
  const text = decodeBytes(bytes, detectEncoding(bytes)).replace(/^\uFEFF/, '');
  const { data, meta } = Papa.parse<Record<string, string | undefined>>(text, { header: true, skipEmptyLines: true });
  const missing = nameColumns.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) {
    throw new AppError('invalid', 'cli.namesColumns', {
      params: { file: path, missing: missing.join(', '), found: (meta.fields ?? []).join(', ').slice(0, 200) },
    });
  }
  return data.map((row) => ({ rawName: row.raw_name ?? '', publisher: row.publisher ?? '', version: row.version ?? '' }));
}
