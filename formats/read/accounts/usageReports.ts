import { hasHeadings } from '../fixedColumns.ts';

/** A usage report of Microsoft 365 with one row for each user; the name is the one under which Graph offers it. */
export type UsageReport = {
  readonly name: string;
  /** Headings that, all together, only this report has. Reports gain and lose columns, so no position counts. */
  readonly telling: readonly string[];
  readonly loginHeading: string;
  /** The service whose use the report tells; null where it tells several or none. */
  readonly service: string | null;
  /** Being listed means having the service: a mailbox or a store exists. Elsewhere only use or a licence means that. */
  readonly listsHolders: boolean;
};

const login = 'User Principal Name';
const activity = (name: string, service: string | null, telling: readonly string[]): UsageReport => ({
  name,
  telling,
  loginHeading: login,
  service,
  listsHolders: false,
});

/** The first that fits counts; headings after Microsoft's reference of the reports API (2025). */
const usageReports: readonly UsageReport[] = [
  activity('Office365ActiveUserDetail', null, ['Assigned Products', 'Has Exchange License']),
  activity('Office365ActiveUserDetail', null, ['Assigned Products', 'Has Teams License']),
  { ...activity('MailboxUsageDetail', 'Exchange', ['Item Count', 'Storage Used']), listsHolders: true },
  {
    name: 'OneDriveUsageAccountDetail',
    telling: ['Owner Principal Name', 'Active File Count', 'Storage Allocated'],
    loginHeading: 'Owner Principal Name',
    service: 'OneDrive',
    listsHolders: true,
  },
  activity('TeamsUserActivityUserDetail', 'Teams', ['Private Chat Message Count']),
  activity('TeamsDeviceUsageUserDetail', 'Teams', ['Used Web', 'Used Windows']),
  activity('EmailActivityUserDetail', 'Exchange', ['Send Count', 'Receive Count']),
  activity('EmailAppUsageUserDetail', 'Exchange', ['Outlook For Windows', 'Outlook For Web']),
  activity('SharePointActivityUserDetail', 'SharePoint', ['Viewed Or Edited File Count', 'Visited Page Count']),
  activity('OneDriveActivityUserDetail', 'OneDrive', ['Viewed Or Edited File Count', 'Synced File Count']),
  activity('YammerActivityUserDetail', 'Yammer', ['Posted Count', 'Liked Count']),
  activity('Office365ActivationsUserDetail', null, ['Product Type', 'Last Activated Date']),
  activity('M365AppUserDetail', null, ['Last Activation Date', 'Last Activity Date']),
];

/** Sums have columns of their own; each names the report of single users that holds what was counted. */
const sums: readonly (readonly [telling: readonly string[], instead: string])[] = [
  [['Send', 'Receive', 'Read'], 'EmailActivityUserDetail'],
  [['Team Chat Messages'], 'TeamsUserActivityUserDetail'],
  [['Under Limit'], 'MailboxUsageDetail'],
  [['Outlook For Windows'], 'EmailAppUsageUserDetail'],
  [['Product Type'], 'Office365ActivationsUserDetail'],
  [['Site Type'], 'OneDriveUsageAccountDetail'],
  [['Viewed Or Edited'], 'OneDriveActivityUserDetail'],
  [['Total', 'Active', 'Report Date'], 'MailboxUsageDetail'],
  [['Storage Used', 'Report Date'], 'MailboxUsageDetail'],
];

export const isUsageReport = (headings: readonly string[]): boolean => hasHeadings(headings, ['Report Refresh Date']);

/** The report of single users that these headings are; null where it is another report, or none. */
export function findUsageReport(headings: readonly string[]): UsageReport | null {
  // Sites have owners too, but are no accounts.
  if (!isUsageReport(headings) || hasHeadings(headings, ['Root Web Template'])) return null;
  return usageReports.find((report) => hasHeadings(headings, [report.loginHeading, ...report.telling])) ?? null;
}

/** The report to export in place of one that names no users. */
export function reportInstead(headings: readonly string[]): string {
  return sums.find(([telling]) => hasHeadings(headings, telling))?.[1] ?? 'Office365ActiveUserDetail';
}
