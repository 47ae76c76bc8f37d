import { buildLicence } from '../buildRecord.ts';
import { foldHeading } from '../headings.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { snipeItFields, snipeItHeadings } from './snipeItHeadings.ts';
import type { Column, Columns } from '../tableColumns.ts';
import { planFor } from '../tabular.ts';

/** Snipe-IT › Licences › Export. */
export const snipeItLicences: Reader = {
  id: 'snipeItLicences',
  nameKey: 'format.snipeItLicences',
  isTable: true,
  kinds: ['licence'],
  recognise(sample) {
    const { language, matched } = alignBest(sample.table.headings);
    const isTelling = matched.has('key') && matched.has('name') && matched.has('seats');
    return {
      confidence: isTelling && matched.size >= 8 ? 0.7 + 0.025 * matched.size : 0,
      seen: { messageKey: 'format.seen.snipeItLicences', params: { language, columns: matched.size } },
    };
  },
  read(source, sample, options, report) {
    const { matched } = alignBest(sample.table.headings);
    const plan = planFor('licence', matched, { dateOrder: options.mapping?.dateOrder, decimal: options.mapping?.decimal });
    return readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          if (row.line('deletedAt') !== '') row.leaveOut('skip.deletedLicence');
          return buildLicence(row);
        },
      },
      options,
      report,
    );
  },
};

function alignBest(headings: readonly string[]): { language: string; matched: Columns } {
  let best: { language: string; matched: Columns; aligned: number } = { language: 'en', matched: new Map(), aligned: 0 };
  for (const [language, expected] of Object.entries(snipeItHeadings)) {
    const pairs = align(expected.map(foldHeading), headings.map(foldHeading));
    if (pairs.length <= best.aligned) continue;
    const matched = new Map<string, Column>();
    for (const [expectedIndex, index] of pairs) {
      const field = snipeItFields[expectedIndex];
      if (field) matched.set(field, { index, heading: headings[index] as string });
    }
    best = { language, matched, aligned: pairs.length };
  }
  return best;
}

/**
 * The longest run of headings that both lists have in the same order. The order tells the two columns apart that have one
 * name (German `Bestellnummer`, French `Date d'expiration`), even where columns between them were deleted.
 */
function align(expected: readonly string[], found: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: expected.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      const length = expected[i] === found[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      (lengths[i] as number[])[j] = length;
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length && j < found.length) {
    if (expected[i] === found[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
