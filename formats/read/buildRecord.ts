import { trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { AccountRecord, ContractRecord, ImportRecord, LicenceRecord, ProgressRecord, SoftwareRecord } from '../../core/domain/inventory/importRecords.ts';
import type { RowReader } from './rowReader.ts';
import { readAccountKind, readMonths, readNotice, readProgressState, readRenewal, readTrackKey } from './subjectWords.ts';
import type { TableKind } from './tableFields.ts';
import { isBlankCell } from './textCell.ts';

const notesLimit = 2_000;
const noServices: AccountRecord['lastActiveByService'] = {};

/** Each builder gives null where the row is left out; the row reader has then told the report why. */
export const recordBuilders: Readonly<Record<TableKind, (row: RowReader) => ImportRecord | null>> = {
  software: buildSoftware,
  licence: buildLicence,
  account: buildAccount,
  contract: buildContract,
  progress: buildProgress,
};

export function buildSoftware(row: RowReader): SoftwareRecord | null {
  const record: SoftwareRecord = {
    kind: 'software',
    row: row.number,
    rawName: row.requiredLine('rawName'),
    publisher: row.line('publisher'),
    version: row.line('version'),
    // A tool that lists a name and counts nothing has found it once.
    installations: row.count('installations') ?? 1,
    device: orNull(row.line('device')),
    unitName: orNull(row.line('unitName')),
  };
  return row.isRejected ? null : record;
}

export function buildLicence(row: RowReader): LicenceRecord | null {
  const annual = row.money('annualCostCents');
  const purchase = row.money('purchaseCostCents');
  if (annual?.currency && purchase?.currency && annual.currency !== purchase.currency) {
    row.reject('issue.twoCurrencies', 'purchaseCostCents', { first: annual.currency, second: purchase.currency });
  }
  const record: LicenceRecord = {
    kind: 'licence',
    row: row.number,
    key: orNull(row.line('key')),
    name: row.requiredLine('name'),
    publisher: row.line('publisher'),
    seats: row.count('seats'),
    annualCostCents: annual?.cents ?? null,
    purchaseCostCents: purchase?.cents ?? null,
    currency: annual?.currency ?? purchase?.currency ?? null,
    purchasedOn: row.date('purchasedOn', true),
    expiresOn: row.date('expiresOn'),
    terminatesOn: row.date('terminatesOn'),
    supplier: row.line('supplier'),
    orderNumber: row.line('orderNumber'),
    unitName: orNull(row.line('unitName')),
    notes: row.notes('notes', notesLimit),
  };
  return row.isRejected ? null : record;
}

export function buildAccount(row: RowReader): AccountRecord | null {
  const login = row.requiredLine('login').toLowerCase();
  if (login.includes('#ext#')) row.leaveOut('skip.guest');
  else if (/\s/.test(login)) row.reject('issue.loginWithBlank', 'login');
  const kindText = row.line('accountKind');
  const accountKind = isBlankCell(kindText) ? null : readAccountKind(kindText);
  if (accountKind === 'guest') row.leaveOut('skip.guest');
  else if (accountKind === null && !isBlankCell(kindText)) row.warn('issue.accountKindUnknown', 'accountKind', { found: kindText.slice(0, 60) });
  if (row.boolean('isDeleted') === true) row.leaveOut('skip.deletedAccount');
  const isBlocked = row.boolean('isBlocked');
  const isEnabled = row.boolean('isEnabled');
  const record: AccountRecord = {
    kind: 'account',
    row: row.number,
    login,
    accountKind: accountKind === 'guest' ? null : accountKind,
    departmentPath: row.path('departmentPath'),
    isEnabled: isBlocked === true ? false : (isEnabled ?? (isBlocked === false ? true : null)),
    lastActiveOn: row.date('lastActiveOn', true),
    licences: row.list('licences'),
    services: row.list('services'),
    lastActiveByService: noServices,
  };
  return row.isRejected ? null : record;
}

function buildContract(row: RowReader): ContractRecord | null {
  const cost = row.money('annualCostCents');
  const startsOn = row.date('startsOn');
  const endsOn = row.date('endsOn');
  if (startsOn && endsOn && endsOn < startsOn) row.reject('issue.endBeforeStart', 'endsOn', { start: startsOn, end: endsOn });
  const noticeText = row.line('noticeDays');
  const notice = isBlankCell(noticeText) ? null : readNotice(noticeText, row.heading('noticeDays'));
  if (notice === null && !isBlankCell(noticeText)) row.reject('issue.noticeUnreadable', 'noticeDays', { found: noticeText.slice(0, 60) });
  if (notice?.isAssumed) row.warn('issue.noticeUnitAssumed', 'noticeDays', { months: notice.months ?? 0, days: notice.days });
  else if (notice?.months) row.warn('issue.noticeInMonths', 'noticeDays', { months: notice.months, days: notice.days });
  const renewalText = row.line('renewal');
  const renewal = isBlankCell(renewalText) ? null : readRenewal(renewalText);
  if (renewal === null && !isBlankCell(renewalText)) row.reject('issue.renewalUnknown', 'renewal', { found: renewalText.slice(0, 60) });
  const monthsText = row.line('renewalMonths');
  const renewalMonths = isBlankCell(monthsText) ? null : readMonths(monthsText);
  if (renewalMonths === null && !isBlankCell(monthsText)) row.reject('issue.monthsUnreadable', 'renewalMonths', { found: monthsText.slice(0, 60) });
  const record: ContractRecord = {
    kind: 'contract',
    row: row.number,
    key: orNull(row.line('key')),
    name: row.requiredLine('name'),
    productName: row.line('productName'),
    supplier: row.line('supplier'),
    startsOn,
    endsOn,
    noticeDays: notice?.days ?? null,
    renewal,
    renewalMonths,
    annualCostCents: cost?.cents ?? null,
    currency: cost?.currency ?? null,
    seats: row.count('seats'),
  };
  return row.isRejected ? null : record;
}

function buildProgress(row: RowReader): ProgressRecord | null {
  const login = row.requiredLine('login').toLowerCase();
  if (/\s/.test(login)) row.reject('issue.loginWithBlank', 'login');
  const trackText = row.requiredLine('trackKey');
  const trackKey = readTrackKey(trackText);
  if (!trackKey) row.reject('issue.trackUnknown', 'trackKey', { found: trackText.slice(0, 60), known: trackKeys.join(', ') });
  const stateText = row.requiredLine('state');
  const state = readProgressState(stateText);
  if (!state) row.reject('issue.stateUnknown', 'state', { found: stateText.slice(0, 60), known: 'planned, migrated, problem, exception' });
  const on = row.date('on');
  if (row.isRejected || !trackKey || !state) return null;
  return { kind: 'progress', row: row.number, login, trackKey, state, reason: row.line('reason'), on };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
