import { buildLicence } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { Columns } from '../tableColumns.ts';
import { planFor } from '../tabular.ts';
import { snipeItHeadings } from './snipeItHeadings.ts';

/** The headings that only the list of assets has, by language: tag and model. */
const assetHeadings: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  en: [['Asset Tag'], ['Model', 'Model Name']],
  de: [['Asset Tag'], ['Modell', 'Modellname']],
  fr: [["Étiquette de l'actif"], ['Modèle', 'Nom du modèle']],
  it: [['Etichetta bene'], ['Modello']],
  nl: [['Asset tag'], ['Model']],
  es: [['Etiqueta'], ['Modelo']],
  pl: [['Kod'], ['Model']],
  pt: [['Etiqueta de Artigo'], ['Modelo']],
  da: [['Asset Tag'], ['Model']],
  fi: [['Laitetunniste'], ['Malli']],
  sv: [['Asset Tag'], ['Modell']],
  cs: [['Označení majetku'], ['Model']],
};
/** Which of the licences' headings the assets share, by their place there. */
const shared = { unitName: 1, purchasedOn: 4, purchaseCostCents: 5, orderNumber: 6, supplier: 15, expiresOn: 16, publisher: 20, category: 21 } as const;
const costs = ['Purchase Cost', 'Cost', 'Kosten', 'Coût', 'Costo', 'Kostprijs', 'Koszt', 'Custo', 'Koste', 'Kustannus', 'Kosta', 'Cena'];
/** `software`, `logiciel`, `licence` and their kin, as categories of the twelve languages are called. */
const softwareCategory = /softwar|logiciel|oprogramowanie|ohjelmist|programvara|programmatuur|anwendung|application|li[cs]en|lizenz|lisens/i;

/**
 * Snipe-IT › Assets › export. An asset is a thing, most often a machine: only those of a category of software or licences
 * are read, as licences of one seat each; the others are counted. Whoever has an asset is not read, nor are serial numbers.
 */
export const snipeItAssets: Reader = {
  id: 'snipeItAssets',
  nameKey: 'format.snipeItAssets',
  isTable: true,
  kinds: ['licence'],
  recognise(sample) {
    const { language, found } = columnsOf(sample.table.headings);
    const isKnown = found.has('tag') && found.has('name') && found.has('category') && found.size >= 5 && !hasHeadings(sample.table.headings, ['seats']);
    return {
      confidence: isKnown ? Math.min(0.97, 0.75 + 0.04 * found.size) : 0,
      seen: { messageKey: 'format.seen.snipeItAssets', params: { language, columns: found.size } },
    };
  },
  async *read(source, sample, options, report) {
    const { found } = columnsOf(sample.table.headings);
    if (!found.has('name')) return report.refuse('issue.softwareNameMissing', { expected: 'Model' }, { row: sample.table.headingIndex + 1 });
    const plan = planFor('licence', found, { dateOrder: options.mapping?.dateOrder, decimal: options.mapping?.decimal });
    yield* readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          if (!softwareCategory.test(row.line('category'))) {
            row.leaveOut('skip.assetNotSoftware');
            return null;
          }
          const record = buildLicence(row);
          return record && { ...record, key: row.line('tag') || null, seats: 1 };
        },
      },
      options,
      report,
    );
  },
};

function columnsOf(headings: readonly string[]): { readonly language: string; readonly found: Columns } {
  let best: { language: string; found: Columns } = { language: 'en', found: new Map() };
  for (const [language, [tag, name]] of Object.entries(assetHeadings)) {
    const licence = snipeItHeadings[language] as readonly string[];
    const wanted: Record<string, readonly string[]> = { tag, name };
    for (const [field, place] of Object.entries(shared))
      wanted[field] = field === 'purchaseCostCents' ? [licence[place] as string, ...costs] : [licence[place] as string];
    const found = findColumns(headings, wanted);
    if (found.size > best.found.size) best = { language, found };
  }
  return best;
}
