import type { LicenceRecord } from '../../../core/domain/inventory/importRecords.ts';
import { cents } from '../../../core/domain/money.ts';
import { readDate } from '../dateCell.ts';
import { amountLimitCents, readAmount, readCount } from '../numberCell.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import { planFor } from '../tabular.ts';
import { findAttributes } from './attributeColumns.ts';
import { iDoitObject, isIDoitTable } from './iDoitObject.ts';

const category = /^(lizenz|licen[cs]e)/;
/** Keys and serial numbers are not read. */
const columns = {
  ...iDoitObject,
  licenceType: { category, names: ['Lizenz Typ', 'Lizenztyp', 'License type', 'Licence type'] },
  seatsOfKeys: { category, names: ['Anzahl', 'Amount', 'Number', 'Quantity'] },
  starts: { category, names: ['Startdatum', 'Start date'] },
  expires: { category, names: ['Ablaufdatum', 'Expiration date', 'Expiry date'] },
  unitPrice: { category, names: ['Einzelpreis', 'Unit price', 'Price per unit'] },
} as const;

/** i-doit: licences as a list of objects, as a report, or as its template for importing them. */
export const iDoitLicences: Reader = {
  id: 'iDoitLicences',
  nameKey: 'format.iDoitLicences',
  isTable: true,
  kinds: ['licence'],
  recognise(sample) {
    const found = findAttributes(sample.table.headings, columns);
    const isKnown =
      isIDoitTable(sample.table.headings, found) && ['seatsOfKeys', 'starts', 'expires', 'unitPrice'].filter((field) => found.has(field)).length >= 2;
    return {
      confidence: isKnown ? 0.97 : 0,
      seen: { messageKey: 'format.seen.iDoitLicences', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const found = findAttributes(sample.table.headings, columns);
    if (!found.has('name')) return report.refuse('issue.softwareNameMissing', { expected: 'ObjektName, Object title' }, { row: sample.table.headingIndex + 1 });
    yield* readTable(source, sample, { ...planFor('licence', found, {}), build: buildLicences }, options, report);
  },
};

/** One record for each key of the licence: each has seats, a term and a price of its own, at the same place of each cell. */
function buildLicences(row: RowReader): readonly LicenceRecord[] | null {
  const type = row.line('objectType');
  if (type !== '' && !/licen[cs]e|lizenz/i.test(type)) row.leaveOut('skip.notALicence');
  const name = row.requiredLine('name');
  const seats = row.line('seatsOfKeys').split(',');
  const starts = row.line('starts').split(',');
  const expires = row.line('expires').split(',');
  const keys = Math.max(seats.length, starts.length, expires.length);
  // With a single key a comma in the price is the decimal sign; with several it stands between them.
  const prices = keys === 1 ? [row.line('unitPrice')] : row.line('unitPrice').split(',');
  const types = row.line('licenceType').split(',');
  for (const [field, values] of Object.entries({ seatsOfKeys: seats, starts, expires, unitPrice: prices })) {
    const isEmpty = values.length === 1 && values[0] === '';
    if (!isEmpty && values.length !== keys) row.reject('issue.valuesNotAligned', field, { found: values.length, expected: keys });
  }
  const records = Array.from({ length: keys }, (_, index): LicenceRecord => {
    const count = seatsOf(row, seats[index] ?? '');
    const price = priceOf(row, prices[index] ?? '', count);
    return {
      kind: 'licence',
      row: row.number,
      key: null,
      name,
      publisher: '',
      seats: count,
      annualCostCents: null,
      purchaseCostCents: price === null ? null : price.cents,
      currency: price?.currency ?? null,
      purchasedOn: dateOf(row, 'starts', starts[index] ?? ''),
      expiresOn: dateOf(row, 'expires', expires[index] ?? ''),
      terminatesOn: null,
      supplier: '',
      orderNumber: '',
      unitName: null,
      notes: types.length === keys || types.length === 1 ? (types[types.length === 1 ? 0 : index] as string).trim() : '',
    };
  });
  return row.isRejected ? null : records;
}

function seatsOf(row: RowReader, text: string): number | null {
  const reading = readCount(text);
  if (reading.kind === 'blank') return null;
  if (reading.kind === 'count' && reading.count >= 0) return reading.count;
  row.reject('issue.notANumber', 'seatsOfKeys', { found: text.slice(0, 60) });
  return null;
}

/** The price of all seats together: i-doit keeps that of one. */
function priceOf(row: RowReader, text: string, seats: number | null): { cents: LicenceRecord['purchaseCostCents']; currency: string | null } | null {
  const reading = readAmount(text, ',');
  if (reading.kind === 'blank') return null;
  if (reading.kind !== 'amount' || reading.cents < 0) {
    row.reject('issue.notMoney', 'unitPrice', { found: text.slice(0, 60) });
    return null;
  }
  if (seats === null) {
    row.warn('issue.unitPriceWithoutSeats', 'unitPrice', { found: text.slice(0, 60) });
    return null;
  }
  const all = reading.cents * seats;
  if (all > amountLimitCents) row.reject('issue.moneyTooLarge', 'unitPrice', { found: text.slice(0, 60) });
  return row.isRejected ? null : { cents: cents(all), currency: reading.currency };
}

function dateOf(row: RowReader, field: 'starts' | 'expires', text: string): LicenceRecord['expiresOn'] {
  const reading = readDate(text.trim(), 'dmy');
  if (reading.kind === 'date') return reading.date;
  if (reading.kind === 'blank' || reading.kind === 'unknown' || reading.kind === 'endless') return null;
  const key = reading.kind === 'notADate' ? 'issue.notADate' : reading.kind === 'doesNotExist' ? 'issue.dateDoesNotExist' : 'issue.dateOutOfRange';
  row.reject(key, field, { found: text.slice(0, 60) });
  return null;
}
