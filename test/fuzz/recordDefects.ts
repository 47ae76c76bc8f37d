import { trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { ImportRecord, ImportRecordKind } from '../../core/domain/inventory/importRecords.ts';

type Check = (value: unknown) => string | null;

const textLimit = 1_000;
const control = /(?![\n\t])\p{Cc}/u;

const text =
  ({ limit = textLimit, isFilled = false, hasLines = false } = {}): Check =>
  (value) => {
    if (typeof value !== 'string') return 'is no text';
    if (value.length > limit) return `is longer than ${limit}`;
    if (!value.isWellFormed()) return 'has half a sign';
    if (control.test(value) || (!hasLines && value.includes('\n'))) return 'has a control character';
    return isFilled && value.trim() === '' ? 'is empty' : null;
  };
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);
const whole =
  (least: number, most = 10_000_000): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most ? null : `is no whole number from ${least} to ${most}`;
const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? null : `is no number from ${least} to ${most}`;
const day: Check = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'is no day';
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? null : 'is a day that does not exist';
};
const yes: Check = (value) => (typeof value === 'boolean' ? null : 'is neither true nor false');
const oneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value) ? null : 'is none of the known values';
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? (value.map(check).find((defect) => defect !== null) ?? null) : 'is no list';
const mapOf =
  (check: Check): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no object';
    if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return 'has another prototype';
    for (const [key, one] of Object.entries(value)) {
      const defect = text({ isFilled: true })(key) ?? check(one);
      if (defect) return `${key.slice(0, 30)} ${defect}`;
    }
    return null;
  };
const login: Check = (value) => text({ isFilled: true })(value) ?? (value !== String(value).toLowerCase() || /\s/.test(String(value)) ? 'is no login' : null);
const money = orNull(whole(0, 10_000_000_000_000));
const line = text();
const row = whole(1, Number.MAX_SAFE_INTEGER);
const currency = orNull((value) => (typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? null : 'is no currency'));
const link: Check = (value) => {
  const { key, type, lagWorkingDays, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return 'has a value that no link has';
  const defect = text()(key) ?? oneOf('finishToStart', 'startToStart', 'finishToFinish', 'startToFinish')(type);
  return defect ?? between(-100_000, 100_000)(lagWorkingDays);
};

const checks: Readonly<Record<ImportRecordKind, Readonly<Record<string, Check>>>> = {
  software: { row, rawName: text({ isFilled: true }), publisher: line, version: line, installations: whole(0), device: orNull(line), unitName: orNull(line) },
  licence: {
    row,
    key: orNull(line),
    name: text({ isFilled: true }),
    publisher: line,
    seats: orNull(whole(0)),
    annualCostCents: money,
    purchaseCostCents: money,
    currency,
    purchasedOn: orNull(day),
    expiresOn: orNull(day),
    terminatesOn: orNull(day),
    supplier: line,
    orderNumber: line,
    unitName: orNull(line),
    notes: text({ limit: 2_000, hasLines: true }),
  },
  account: {
    row,
    login,
    accountKind: oneOf(null, 'person', 'shared', 'service', 'room'),
    departmentPath: list(text({ isFilled: true })),
    isEnabled: orNull(yes),
    lastActiveOn: orNull(day),
    licences: list(text({ isFilled: true })),
    services: list(text({ isFilled: true })),
    lastActiveByService: mapOf(day),
  },
  accountCounts: { row, accounts: whole(0), lastActiveOn: orNull(day), accountsByLicence: mapOf(whole(0)), accountsByService: mapOf(whole(0)) },
  contract: {
    row,
    key: orNull(line),
    name: text({ isFilled: true }),
    productName: line,
    supplier: line,
    startsOn: orNull(day),
    endsOn: orNull(day),
    noticeDays: orNull(whole(0, 36_525)),
    renewal: oneOf(null, 'tacit', 'express', 'none'),
    renewalMonths: orNull(whole(0, 1_200)),
    annualCostCents: money,
    currency,
    seats: orNull(whole(0)),
  },
  progress: { row, login, trackKey: oneOf(...trackKeys), state: oneOf('planned', 'migrated', 'problem', 'exception'), reason: line, on: orNull(day) },
  planTask: {
    row,
    key: line,
    path: list(line),
    name: text({ isFilled: true }),
    startsOn: orNull(day),
    finishesOn: orNull(day),
    isMilestone: yes,
    isSummary: yes,
    percentComplete: orNull(between(0, 100)),
    predecessors: list(link),
  },
};

/** Fields that a record only has where its file says something. */
const optional: Readonly<Partial<Record<ImportRecordKind, Readonly<Record<string, Check>>>>> = { account: { mailboxBytes: whole(0) } };

/** What of a record lies outside its type: a sentence, or null. Kinds that are not known here are only searched for texts that are none. */
export function recordDefect(record: ImportRecord): string | null {
  const fields: Readonly<Record<string, Check>> | undefined = checks[record.kind];
  if (!fields) return null;
  const { kind, ...values } = record as { kind: string } & Record<string, unknown>;
  for (const [field, value] of Object.entries(values)) {
    const check = Object.hasOwn(fields, field) ? fields[field] : optional[record.kind]?.[field];
    const defect = check ? check(value) : 'is no field of it';
    if (defect) return `${kind}.${field} ${defect}`;
  }
  const missing = Object.keys(fields).find((field) => !Object.hasOwn(values, field));
  return missing === undefined ? null : `${kind}.${missing} is missing`;
}
