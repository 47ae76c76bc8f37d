import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const headings = {
  MailboxUsageDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Created Date,Last Activity Date,Item Count,Storage Used (Byte),Issue Warning Quota (Byte),Prohibit Send Quota (Byte),Prohibit Send/Receive Quota (Byte),Deleted Item Count,Deleted Item Size (Byte),Deleted Item Quota (Byte),Has Archive,Report Period',
  OneDriveUsageAccountDetail:
    'Report Refresh Date,Site Id,Site URL,Owner Display Name,Is Deleted,Last Activity Date,File Count,Active File Count,Storage Used (Byte),Storage Allocated (Byte),Owner Principal Name,Report Period',
  OneDriveActivityUserDetail:
    'Report Refresh Date,User Principal Name,Is Deleted,Deleted Date,Last Activity Date,Viewed Or Edited File Count,Synced File Count,Shared Internally File Count,Shared Externally File Count,Assigned Products,Report Period',
  SharePointActivityUserDetail:
    'Report Refresh Date,User Principal Name,Is Deleted,Deleted Date,Last Activity Date,Viewed Or Edited File Count,Synced File Count,Shared Internally File Count,Shared Externally File Count,Visited Page Count,Assigned Products,Report Period',
  TeamsUserActivityUserDetail:
    'Report Refresh Date,Tenant Display Name,Shared Channel Tenant Display Names,User Id,User Principal Name,Last Activity Date,Is Deleted,Deleted Date,Assigned Products,Team Chat Message Count,Private Chat Message Count,Call Count,Meeting Count,Post Messages,Reply Messages,Urgent Messages,Meetings Organized Count,Audio Duration,Has Other Action,Is Licensed,Report Period',
  EmailActivityUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Send Count,Receive Count,Read Count,Assigned Products,Report Period',
  EmailAppUsageUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Mail For Mac,Outlook For Mac,Outlook For Windows,Outlook For Mobile,Other For Mobile,Outlook For Web,POP3 App,IMAP4 App,SMTP App,Report Period',
  Office365ActivationsUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Product Type,Last Activated Date,Windows,Mac,Windows 10 Mobile,iOS,Android,Activated On Shared Computer',
} as const;
const olderTeams =
  'Report Refresh Date,User Principal Name,Last Activity Date,Is Deleted,Deleted Date,Assigned Products,Team Chat Message Count,Private Chat Message Count,Call Count,Meeting Count,Has Other Action,Report Period';

const table = (line: string, ...rows: readonly Readonly<Record<string, string>>[]): string =>
  `\ufeff${[
    line,
    ...rows.map((row) =>
      line
        .split(',')
        .map((heading) => row[heading] ?? '')
        .join(','),
    ),
  ].join('\r\n')}\r\n`;

const erika = {
  'User Principal Name': 'Erika@stadt.example',
  'Owner Principal Name': 'Erika@stadt.example',
  'Display Name': 'Erika Muster',
  'Owner Display Name': 'Erika Muster',
  'Is Deleted': 'False',
  'Last Activity Date': '2026-04-30',
  'Assigned Products': 'MICROSOFT 365 E3+VISIO PLAN 2',
  'Storage Used (Byte)': '2752512',
};

describe('usage reports of Microsoft 365', () => {
  it.each([
    ['MailboxUsageDetail', headings.MailboxUsageDetail, 'Exchange', 0],
    ['OneDriveUsageAccountDetail', headings.OneDriveUsageAccountDetail, 'OneDrive', 0],
    ['OneDriveActivityUserDetail', headings.OneDriveActivityUserDetail, 'OneDrive', 2],
    ['SharePointActivityUserDetail', headings.SharePointActivityUserDetail, 'SharePoint', 2],
    ['TeamsUserActivityUserDetail', headings.TeamsUserActivityUserDetail, 'Teams', 2],
    ['TeamsUserActivityUserDetail', olderTeams, 'Teams', 2],
    ['EmailActivityUserDetail', headings.EmailActivityUserDetail, 'Exchange', 2],
    ['EmailAppUsageUserDetail', headings.EmailAppUsageUserDetail, 'Exchange', 0],
  ])('%s tells who used the service last and when, wherever its columns stand', async (name, line, service, licences) => {
    const gone = { ...erika, 'User Principal Name': 'weg@stadt.example', 'Owner Principal Name': 'weg@stadt.example', 'Is Deleted': 'True' };
    for (const columns of [line, line.split(',').reverse().join(',')]) {
      const result = await readText(table(columns, erika, gone));
      expect([result.format, result.sniffed]).toMatchObject(['microsoft365UsageReport', { seen: { params: { name } } }]);
      expect(only(result, 'account')).toMatchObject([
        { login: 'erika@stadt.example', lastActiveOn: '2026-04-30', services: [service], lastActiveByService: { [service]: '2026-04-30' } },
      ]);
      expect(only(result, 'account')[0]?.licences).toHaveLength(licences);
      expect(result.summary.skippedByReason).toEqual({ 'skip.deletedAccount': 1 });
      // Of who is missing it says nothing: it lists the users of one service.
      expect(result.summary.isPartial).toBe(true);
      expect([result.issues, JSON.stringify(result.records).includes('Muster')]).toEqual([[], false]);
    }
  });

  it('take the kind of a mailbox where the report has it, and a mailbox that nobody opens for a mailbox', async () => {
    const result = await readText(
      table(headings.MailboxUsageDetail.replace('Has Archive', 'Has Archive,Recipient Type'), {
        'User Principal Name': 'bau@stadt.example',
        'Is Deleted': 'False',
        'Recipient Type': 'Shared',
      }),
    );
    expect(only(result, 'account')).toMatchObject([{ accountKind: 'shared', services: ['Exchange'], lastActiveOn: null }]);
  });

  it('of activations have a row for each product of a user', async () => {
    const row = { 'User Principal Name': 'erika@stadt.example', 'Last Activated Date': '2025-01-01', Windows: '1' };
    const line = headings.Office365ActivationsUserDetail;
    const result = await readText(table(line, { ...row, 'Product Type': 'MICROSOFT 365 APPS' }, { ...row, 'Product Type': 'VISIO PLAN 2' }));
    expect(only(result, 'account').map(({ licences, lastActiveOn }) => [licences, lastActiveOn])).toEqual([
      [['MICROSOFT 365 APPS'], null],
      [['VISIO PLAN 2'], null],
    ]);
    expect(result.issues).toEqual([]);
    const hash = '0123456789ABCDEF0123456789ABCDEF';
    const hidden = { ...row, 'User Principal Name': hash };
    const concealed = await readText(table(line, { ...hidden, 'Product Type': 'A' }, { ...hidden, 'Product Type': 'B' }));
    expect(concealed.records).toMatchObject([{ kind: 'accountCounts', accounts: 1, accountsByLicence: { A: 1, B: 1 } }]);
  });

  it.each(Object.entries(headings))('%s with concealed users only counts, and says which setting to change', async (_name, line) => {
    const hidden = (name: string) => ({ ...erika, 'User Principal Name': name, 'Owner Principal Name': name });
    const result = await readText(table(line, hidden('0123456789ABCDEF0123456789ABCDEF'), hidden('FEDCBA9876543210FEDCBA9876543210'), hidden('')));
    expect(result.records).toMatchObject([{ kind: 'accountCounts', accounts: 2 }]);
    expect(keysOf(result)).toEqual(['issue.usersConcealed']);
    expect(result.summary.skippedByReason).toEqual({ 'skip.accountWithoutName': 1 });
    expect(JSON.stringify(result.records)).not.toMatch(/[0-9A-F]{32}/);
  });

  it('are concealed only when the whole file is: the beginning may hold nothing but deleted users', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => ({ ...erika, 'User Principal Name': index.toString(16).padStart(32, '0') }));
    const result = await readText(table(headings.EmailActivityUserDetail, ...rows, erika));
    expect(only(result, 'account')).toMatchObject([{ login: 'erika@stadt.example', row: 9_002 }]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.concealedUser': 9_000 });
    expect(result.sniffed.kind === 'recognised' && result.sniffed.sample.isWhole).toBe(false);
  });

  it.each([
    ['Report Refresh Date,Send,Receive,Read,Meeting Created,Report Date,Report Period', 'EmailActivityUserDetail'],
    ['Report Refresh Date,Exchange,OneDrive,SharePoint,Skype For Business,Yammer,Teams,Report Date,Report Period', 'Office365ActiveUserDetail'],
    ['Report Refresh Date,Storage Used (Byte),Report Date,Report Period', 'MailboxUsageDetail'],
    ['Report Refresh Date,Site Type,Storage Used (Byte),Report Date,Report Period', 'OneDriveUsageAccountDetail'],
    ['Report Refresh Date,Team Chat Messages,Post Messages,Calls,Meetings,Report Date,Report Period', 'TeamsUserActivityUserDetail'],
    [
      'Report Refresh Date,Site Id,Site URL,Owner Display Name,Is Deleted,Last Activity Date,File Count,Active File Count,Page View Count,Storage Used (Byte),Storage Allocated (Byte),Root Web Template,Owner Principal Name,Report Period',
      'Office365ActiveUserDetail',
    ],
  ])('that name no users are refused and the right one is named: %s', async (line, instead) => {
    const result = await readText(table(line, {}, { 'Report Refresh Date': '2026-05-01' }));
    expect(result.format).toBe('microsoft365UsageReport');
    expect(result.summary.refused).toMatchObject({ messageKey: 'issue.usageReportWithoutUsers', row: 1, params: { instead } });
    expect(result.records).toEqual([]);
  });
});
