import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { AccountRecord, ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { buildAccount } from '../buildRecord.ts';
import { findColumns } from '../fixedColumns.ts';
import type { ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { planFor } from '../tabular.ts';
import { withMailbox } from './withMailbox.ts';
import { createAccountCounts } from './accountCounts.ts';
import { hasConcealedUsers, isConcealedName } from './concealedUsers.ts';
import type { UsageReport } from './usageReports.ts';

/** The services that the report of active users tells of one by one. */
const services = ['Exchange', 'OneDrive', 'SharePoint', 'Skype For Business', 'Yammer', 'Teams'] as const;

/** The users of a usage report; where they are concealed, their sums and the setting to change. */
export async function* readUsageReport(
  usage: UsageReport,
  source: SourceFile,
  sample: Sample,
  options: ReadOptions,
  report: ReadReport,
): AsyncGenerator<ImportRecord[]> {
  const columns = findColumns(sample.table.headings, {
    login: [usage.loginHeading],
    accountKind: ['Recipient Type'],
    isDeleted: ['Is Deleted'],
    isLicensed: ['Is Licensed'],
    lastActiveOn: ['Last Activity Date'],
    licences: ['Assigned Products', 'Product Type'],
    // Elsewhere storage is of files.
    ...(usage.name === 'MailboxUsageDetail' ? { mailboxSize: ['Storage Used', 'Storage Used (Byte)'] } : {}),
    ...Object.fromEntries(
      services.flatMap((service) => [[`has:${service}`, [`Has ${service} License`]] as const, [`last:${service}`, [`${service} Last Activity Date`]] as const]),
    ),
  });
  // It lists the users of one service: who is missing in it, or in the next report of another service, is not gone.
  if (usage.service !== null) report.markPartial();
  const plan = planFor('account', columns, {});
  const typeOf = (field: string) => (field.startsWith('last:') ? ('date' as const) : plan.typeOf(field));
  // A user who activated several products has a row for each.
  const mayRepeat = usage.name === 'Office365ActivationsUserDetail';
  const login = columns.get('login');
  if (!login || !(await hasConcealedUsers(source, sample, login.index, options.signal))) {
    yield* readTable(source, sample, { ...plan, typeOf, mayRepeat, build: (row) => buildUser(row, usage) }, options, report);
    return;
  }
  report.warn('issue.usersConcealed', {}, { field: login.heading });
  const counts = createAccountCounts();
  const count = (row: RowReader): null => {
    if (row.boolean('isDeleted') === true) row.leaveOut('skip.deletedAccount');
    else if (row.line('login') === '') row.leaveOut('skip.accountWithoutName');
    else counts.add(row.line('login'), { licences: row.list('licences'), ...readUse(row, usage) });
    return null;
  };
  yield* readTable(source, sample, { ...plan, typeOf, build: count, finish: counts.finish }, options, report);
}

function buildUser(row: RowReader, usage: UsageReport): AccountRecord | null {
  const login = row.line('login');
  if (login === '') row.leaveOut('skip.accountWithoutName');
  else if (isConcealedName(login)) row.leaveOut('skip.concealedUser');
  const account = buildAccount(row);
  const use = readUse(row, usage);
  if (!account || row.isRejected) return null;
  return { ...withMailbox(account, row), services: use.services, lastActiveByService: Object.fromEntries(use.lastActive), lastActiveOn: use.lastActiveOn };
}

type Use = { readonly services: readonly string[]; readonly lastActive: ReadonlyMap<string, IsoDate>; readonly lastActiveOn: IsoDate | null };

function readUse(row: RowReader, usage: UsageReport): Use {
  const lastActive = new Map<string, IsoDate>();
  const used: string[] = [];
  for (const service of services) {
    const date = row.date(`last:${service}`, true);
    if (date) lastActive.set(service, date);
    if (row.boolean(`has:${service}`) === true) used.push(service);
  }
  const date = row.date('lastActiveOn', true);
  if (usage.service !== null) {
    if (date) lastActive.set(usage.service, date);
    if (date || usage.listsHolders || row.boolean('isLicensed') === true) used.push(usage.service);
  }
  let lastActiveOn = date;
  for (const day of lastActive.values()) if (!lastActiveOn || day > lastActiveOn) lastActiveOn = day;
  return { services: used, lastActive, lastActiveOn };
}
