import { describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { itemColumns } from '../../renderer/pages/inventory/itemColumns.tsx';
import type { ItemRow } from '../../renderer/pages/inventory/itemChoices.ts';
import { mappingColumns } from '../../renderer/pages/mapping/mappingColumns.tsx';
import type { MappingRow } from '../../renderer/pages/mapping/mappingView.ts';
import { productColumns } from '../../renderer/pages/register/productColumns.tsx';
import { providerColumns } from '../../renderer/pages/register/providerColumns.tsx';
import type { ProductRow, ProviderRow } from '../../renderer/pages/register/registerView.ts';
import { stateColumns } from '../../renderer/pages/tracking/stateColumns.tsx';
import { plainFigure } from '../../renderer/parts/plainFigure.ts';
import { tableText } from '../../renderer/parts/tableText.ts';

const german = createTranslator('de');
/** What is copied of one row, by heading. */
function copiedOf<Row>(columns: Parameters<typeof tableText<Row>>[0], row: Row): Record<string, string | undefined> {
  const [headings = [], cells = []] = tableText(columns, [row])
    .split('\n')
    .map((line) => line.split('\t'));
  return Object.fromEntries(headings.map((heading, place) => [heading, cells[place]]));
}

describe('a copied table', () => {
  it('has its headings; a tab or a line end inside a cell makes no new cell', () => {
    const columns = [
      { heading: 'Name', render: (row: { name: string }) => row.name },
      { heading: 'Length', copied: (row: { name: string }) => String(row.name.length), render: () => null },
    ];
    expect(tableText(columns, [{ name: 'one\ttwo\r\nthree' }, { name: 'x' }])).toBe('Name\tLength\none two three\t14\nx\t1');
  });

  it('takes of a column what it says is copied, else its text, else what it shows as text, and leaves out what is no text', () => {
    const columns = [
      { heading: 'A', copied: () => 'copied', text: () => 'text', render: () => 'shown' },
      { heading: 'B', text: () => 'text', render: () => 'shown' },
      { heading: 'C', render: () => 'shown' },
      { heading: 'D', copied: false as const, text: () => 'text', render: () => 'shown' },
    ];
    expect(tableText(columns, [null])).toBe('A\tB\tC\ncopied\ttext\tshown');
  });

  it('holds nothing that runs as a formula where it is pasted; figures stay figures', () => {
    const columns = [{ heading: '=A', render: (row: string) => row }];
    const pasted = (cell: string) => tableText(columns, [cell]).split('\n')[1];
    for (const cell of ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '-1+1', '=HYPERLINK("http://example.org")']) expect(pasted(cell)).toBe(`'${cell}`);
    expect(pasted('\t=1+1')).toBe("' =1+1");
    for (const cell of ['-12,50', '-12.5 %', '+3', '-1 234', 'Bauamt', '–', '1-2']) expect(pasted(cell)).toBe(cell);
    expect(tableText(columns, [])).toBe("'=A");
  });

  it('has figures without grouping and with the decimal point of the language', () => {
    expect([plainFigure(44_000.5, 'de', 2), plainFigure(44_000.5, 'fr', 2), plainFigure(44_000.5, 'en', 2)]).toEqual(['44000,50', '44000,50', '44000.50']);
    expect(plainFigure(1_234_567, 'de')).toBe('1234567');
  });
});

describe('what the tables copy', () => {
  it('of the inventory: words and plain figures', () => {
    const row: Partial<ItemRow> = {
      name: 'Microsoft Exchange Server',
      vendor: 'Microsoft',
      track: 'mail',
      installations: 12_000,
      seats: 0,
      accounts: 44_000,
      annualCostCents: cents(123_456_789),
      productId: null,
      productName: null,
      strategy: 'undecided',
      replacementName: null,
      support: null,
    };
    const copied = copiedOf(itemColumns(german), row as ItemRow);
    expect(Object.values(copied)).toEqual([
      'Microsoft Exchange Server',
      'Microsoft',
      german.translate('common.track.mail'),
      '12000',
      '0',
      '44000',
      '1234567,89',
      '',
      german.translate('common.strategy.undecided'),
      '',
      german.translate('inventoryPage.support.unknown'),
      '',
      '',
    ]);
  });

  it('of the mapping: the replacement, or what becomes of the item without one', () => {
    const row: Partial<MappingRow> = { itemName: 'Exchange', accounts: 44_000, replacementName: 'Open-Xchange', strategy: 'replace', annualCostCents: null };
    const columns = mappingColumns(german, 1, true);
    expect(Object.values(copiedOf(columns, row as MappingRow))).toEqual(['Exchange', '44000', 'Open-Xchange', '']);
    const kept = { ...row, replacementName: null, strategy: 'keep', annualCostCents: 5 } as MappingRow;
    expect(Object.values(copiedOf(columns, kept)).slice(2)).toEqual([german.translate('mappingPage.strategy.keep'), '0,05']);
  });

  it('of the units: figures, and neither the bar nor the button', () => {
    const row = { accounts: 12_000, states: { migrated: 2000, planned: 10_000, problem: 0, exception: 0 } };
    expect(Object.values(copiedOf(stateColumns<typeof row>(german), row))).toEqual(['12000', '2000', '10000', '0', '0']);
  });

  it('of the products: every axis in full, with what is unknown and what is disputed', () => {
    const unknown = { state: 'unknown', values: [] };
    const row = {
      name: 'ONLYOFFICE Docs',
      vendorName: 'Ascensio System',
      kind: 'openSource',
      track: 'officeSuite',
      axes: {
        law: {
          state: 'known',
          values: [
            { text: 'LV', isDisputed: true },
            { text: 'US', isDisputed: false },
          ],
        },
        ownership: unknown,
        hosting: { state: 'free', values: [] },
        subProviders: {
          state: 'known',
          values: [
            { text: 'One', isDisputed: false },
            { text: 'Two', isDisputed: false },
          ],
        },
        updates: unknown,
        licence: { family: 'copyleft', text: 'AGPL-3.0-only', isDisputed: true },
        support: { on: '2029-10-09', isDisputed: false },
        exit: { replacements: 0, standards: ['ODF 1.3', 'CalDAV'] },
      },
    } as unknown as ProductRow;
    expect(Object.values(copiedOf(productColumns(german), row))).toEqual([
      'ONLYOFFICE Docs · Ascensio System',
      german.translate('common.track.officeSuite'),
      'Lettland (umstritten), Vereinigte Staaten',
      'unbekannt',
      german.translate('registerPage.freeHosting'),
      'One, Two',
      'unbekannt',
      'AGPL-3.0-only (umstritten)',
      '2029-10-09',
      'ODF 1.3, CalDAV',
    ]);
  });

  it('of the providers: the country by name, and on whom they depend', () => {
    const row = { name: 'S3NS', isDisputed: true, jurisdiction: 'FR', makes: 1, reached: 1200, dependsOn: [] } as unknown as ProviderRow;
    expect(Object.values(copiedOf(providerColumns(german), row))).toEqual(['S3NS (umstritten)', 'Frankreich', '1', '1200', 'unbekannt']);
  });
});
