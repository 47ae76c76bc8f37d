import { buildLicence } from '../buildRecord.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import { planFor } from '../tabular.ts';
import { findAttributes } from './attributeColumns.ts';

const own = /^$/;
/** What the management tab adds stands below a category of its own. */
const management = /^(financial|informationsfinancieres|finanz|verwaltung)/;
/** Serial numbers, which are the licences' keys, and people in charge are not read. */
const columns = {
  licenceName: { category: own, names: ['Name', 'Nom', 'Bezeichnung'] },
  name: { category: null, names: ['Software', 'Logiciel', 'Software - Name', 'Logiciel - Nom'] },
  key: { category: own, names: ['ID'] },
  publisher: { category: null, names: ['Publisher', 'Éditeur', 'Herausgeber'] },
  seatsOfLicence: { category: own, names: ['Number', 'Nombre', 'Anzahl'] },
  expires: { category: own, names: ['Expiration', 'Expiration date', "Date d'expiration", 'Ablauf', 'Ablaufdatum'] },
  purchasedOn: { category: management, names: ['Date of purchase', "Date d'achat", 'Kaufdatum'] },
  purchaseCostCents: { category: management, names: ['Value', 'Valeur', 'Wert'] },
  supplier: { category: management, names: ['Supplier', 'Fournisseur', 'Lieferant'] },
  orderNumber: { category: management, names: ['Order number', 'Numéro de commande', 'Bestellnummer'] },
  unitName: { category: own, names: ['Entity', 'Entité', 'Einheit', 'Entität'] },
  comments: { category: own, names: ['Comments', 'Comment', 'Commentaires', 'Kommentare', 'Kommentar'] },
} as const;
const telling = {
  boughtVersion: { category: own, names: ['Purchase version', "Version d'achat", 'Gekaufte Version'] },
  usedVersion: { category: own, names: ['Version in use', "Version d'utilisation", 'Version utilisée', 'Verwendete Version'] },
  overQuota: { category: own, names: ['Allow Over-Quota', 'Autoriser le dépassement', 'Über-Quota erlauben'] },
  childEntities: { category: own, names: ['Child entities', 'Sous-entités', 'Untereinheiten'] },
} as const;
const unlimited = /^(-1|unlimited|illimitée?|unbegrenzt|unlimitiert)$/i;
const endless = /never|jamais|\bnie(?:mals)?\b/i;

/** GLPI › Management › Licences › export of the list. Every user chooses the columns, the separator and the language. */
export const glpiLicences: Reader = {
  id: 'glpiLicences',
  nameKey: 'format.glpiLicences',
  isTable: true,
  kinds: ['licence'],
  recognise(sample) {
    const { headings } = sample.table;
    const found = findAttributes(headings, columns);
    const isLicence = found.has('licenceName') && found.has('name') && (found.has('seatsOfLicence') || found.has('expires'));
    const ofManagement = ['purchaseCostCents', 'supplier', 'orderNumber', 'purchasedOn'].filter((field) => found.has(field)).length;
    const isGlpi = ofManagement > 0 || found.has('unitName') || findAttributes(headings, telling).size > 0;
    return {
      confidence: isLicence && isGlpi ? 0.93 : 0,
      seen: { messageKey: 'format.seen.glpiLicences', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const found = findAttributes(sample.table.headings, columns);
    if (!found.has('name')) return report.refuse('issue.softwareNameMissing', { expected: 'Software, Logiciel' }, { row: sample.table.headingIndex + 1 });
    const plan = planFor('licence', found, { dateOrder: options.mapping?.dateOrder, decimal: options.mapping?.decimal });
    const typeOf = (field: string) => (field === 'expires' ? ('date' as const) : field === 'seatsOfLicence' ? ('count' as const) : plan.typeOf(field));
    yield* readTable(source, sample, { ...plan, typeOf, build: buildGlpiLicence }, options, report);
  },
};

function buildGlpiLicence(row: RowReader): ReturnType<typeof buildLicence> {
  const record = buildLicence(row);
  const isUnlimited = unlimited.test(row.line('seatsOfLicence'));
  if (isUnlimited) row.warn('issue.seatsUnlimited', 'seatsOfLicence', { found: row.line('seatsOfLicence').slice(0, 60) });
  const seats = isUnlimited ? null : row.count('seatsOfLicence');
  const expiresOn = endless.test(row.line('expires')) ? null : row.date('expires');
  const licenceName = row.line('licenceName');
  const notes = [licenceName === record?.name ? '' : licenceName, row.notes('comments', 1_000)].filter((text) => text !== '').join('\n');
  return record && !row.isRejected ? { ...record, seats, expiresOn, notes } : null;
}
