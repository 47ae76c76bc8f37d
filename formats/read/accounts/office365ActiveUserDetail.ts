import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { AccountCountsRecord, AccountRecord } from '../../../core/domain/inventory/importRecords.ts';
import { buildAccount } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import type { Sample } from '../sample.ts';
import { planFor } from '../tabular.ts';

const services = ['Exchange', 'OneDrive', 'SharePoint', 'Skype For Business', 'Yammer', 'Teams'] as const;
const loginHeading = 'User Principal Name';

const columns = {
  login: [loginHeading],
  isDeleted: ['Is Deleted'],
  licences: ['Assigned Products'],
  refreshedOn: ['Report Refresh Date'],
  ...Object.fromEntries(
    services.flatMap((service) => [[`has:${service}`, [`Has ${service} License`]] as const, [`last:${service}`, [`${service} Last Activity Date`]] as const]),
  ),
};

/** Microsoft 365 › Reports › Usage › Active users, the file `Office365ActiveUserDetail`. */
export const office365ActiveUserDetail: Reader = {
  id: 'office365ActiveUserDetail',
  nameKey: 'format.office365ActiveUserDetail',
  isTable: true,
  kinds: ['account', 'accountCounts'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown =
      hasHeadings(headings, ['Report Refresh Date', loginHeading, 'Assigned Products']) &&
      services.some((service) => hasHeadings(headings, [`Has ${service} License`]));
    return { confidence: isKnown ? 0.99 : 0, seen: { messageKey: 'format.seen.office365ActiveUserDetail', params: { columns: headings.length } } };
  },
  read(source, sample, options, report) {
    const found = findColumns(sample.table.headings, columns);
    const plan = planFor('account', found, {});
    const typeOf = (field: string) => (field.startsWith('last:') ? ('date' as const) : plan.typeOf(field));
    if (!isConcealed(sample, found.get('login')?.index ?? 0)) return readTable(source, sample, { ...plan, typeOf, build: buildActiveUser }, options, report);
    report.warn('issue.usersConcealed', {}, { field: loginHeading });
    const counts = createCounts();
    return readTable(source, sample, { ...plan, typeOf, build: counts.add, finish: counts.finish }, options, report);
  },
};

/** An administrator may replace the names in all reports by hashes; then no row of the sample holds an address. */
function isConcealed(sample: Sample, index: number): boolean {
  const logins = sample.table.rows.slice(sample.table.headingIndex + 1).map((row) => row[index]?.trim() ?? '');
  const filled = logins.filter((login) => login !== '');
  return filled.length > 0 && filled.every((login) => !login.includes('@'));
}

function buildActiveUser(row: RowReader): AccountRecord | null {
  const account = buildAccount(row);
  const usage = readUsage(row);
  if (!account || row.isRejected) return null;
  return { ...account, services: usage.services, lastActiveByService: Object.fromEntries(usage.lastActive), lastActiveOn: latest(usage.lastActive) };
}

function readUsage(row: RowReader): { services: string[]; lastActive: Map<string, IsoDate> } {
  const lastActive = new Map<string, IsoDate>();
  const used: string[] = [];
  for (const service of services) {
    const date = row.date(`last:${service}`, true);
    if (date) lastActive.set(service, date);
    if (row.boolean(`has:${service}`) === true) used.push(service);
  }
  return { services: used, lastActive };
}

function latest(dates: ReadonlyMap<string, IsoDate>): IsoDate | null {
  let last: IsoDate | null = null;
  for (const date of dates.values()) if (!last || date > last) last = date;
  return last;
}

function createCounts(): { add(row: RowReader): null; finish(): AccountCountsRecord | null } {
  const byLicence = new Map<string, number>();
  const byService = new Map<string, number>();
  let accounts = 0;
  let lastActiveOn: IsoDate | null = null;
  return {
    add: (row) => {
      if (row.boolean('isDeleted') === true) {
        row.leaveOut('skip.deletedAccount');
        return null;
      }
      const usage = readUsage(row);
      accounts++;
      for (const licence of row.list('licences')) byLicence.set(licence, (byLicence.get(licence) ?? 0) + 1);
      for (const service of usage.services) byService.set(service, (byService.get(service) ?? 0) + 1);
      const last = latest(usage.lastActive);
      if (last && (!lastActiveOn || last > lastActiveOn)) lastActiveOn = last;
      return null;
    },
    finish: () =>
      accounts === 0
        ? null
        : {
            kind: 'accountCounts',
            row: 1,
            accounts,
            lastActiveOn,
            accountsByLicence: Object.fromEntries(byLicence),
            accountsByService: Object.fromEntries(byService),
          },
  };
}
