import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const csv = (headings: string, ...rows: readonly string[]): string => `${[headings, ...rows].join('\r\n')}\r\n`;

describe('users downloaded from Entra ID', () => {
  const headings =
    'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,identityIssuer,createdDateTime';
  const line = (values: Readonly<Record<string, string>>, columns = headings) =>
    columns
      .split(',')
      .map((heading) => values[heading] ?? '')
      .join(',');
  const erika = {
    userPrincipalName: 'Erika@stadt.example',
    displayName: '=1+3',
    userType: 'Member',
    department: 'Bauamt',
    accountEnabled: 'True',
    mobilePhone: '+49 5550',
  };

  it.each([headings, headings.replace(',id,', ',objectId,')])('are read without guests, names and numbers: %.60s', async (columns) => {
    const result = await readText(
      csv(
        columns,
        line(erika, columns),
        line({ userPrincipalName: 'shared-post@stadt.example', userType: 'Member', accountEnabled: 'False' }, columns),
        line({ userPrincipalName: 'g_other.example#EXT#@stadt.onmicrosoft.com', userType: 'Guest', accountEnabled: 'True' }, columns),
        line({ userPrincipalName: 'gast@stadt.example', userType: 'Guest' }, columns),
      ),
    );
    expect(result.format).toBe('entraUsers');
    expect(only(result, 'account').map(({ login, departmentPath, isEnabled, accountKind }) => [login, departmentPath, isEnabled, accountKind])).toEqual([
      ['erika@stadt.example', ['Bauamt'], true, 'person'],
      ['shared-post@stadt.example', [], false, null],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.guest': 2 });
    expect([result.issues, JSON.stringify(result.records).includes('5550')]).toEqual([[], false]);
  });
});

describe('the mailbox statistics of Exchange', () => {
  it.each([
    ['"2.625 MB (2,752,512 bytes)"', '01/16/2024 8:12:00 AM', '12/24/2023 8:12:00 AM', '#TYPE Deserialized.Microsoft.Exchange.Data\r\n'],
    ['"2,625 MB (2.752.512 Bytes)"', '16.01.2024 08:12:00', '24.12.2023 08:12:00', ''],
  ])('are read in the console’s culture: %s', async (size, first, second, type) => {
    const result = await readText(
      type +
        csv(
          'PSComputerName,DisplayName,UserPrincipalName,MailboxTypeDetail,ItemCount,TotalItemSize,TotalDeletedItemSize,LastLogonTime,DisconnectDate',
          `ps1,Erika Muster,Erika@stadt.example,UserMailbox,12,${size},${size},${first},`,
          `ps1,Sitzungssaal,saal@stadt.example,RoomMailbox,12,${size},Unlimited,${second},`,
          `ps1,Alt,alt@stadt.example,UserMailbox,12,${size},${size},${second},${second}`,
          `ps1,Arbitration,a@stadt.example,ArbitrationMailbox,12,${size},${size},,`,
        ),
    );
    expect(result.format).toBe('exchangeMailboxes');
    expect(only(result, 'account').map(({ login, accountKind, lastActiveOn, services }) => [login, accountKind, lastActiveOn, services])).toEqual([
      ['erika@stadt.example', 'person', '2024-01-16', ['Exchange']],
      ['saal@stadt.example', 'room', '2023-12-24', ['Exchange']],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.disconnectedMailbox': 1, 'skip.systemMailbox': 1 });
    expect([result.issues, JSON.stringify(result.records).includes('Muster')]).toEqual([[], false]);
  });

  it('without addresses are only counted, two people of one name twice', async () => {
    const row = 'Erika Muster,12,"2.625 MB (2,752,512 bytes)",,2024-01-16 08:12:00';
    const result = await readText(csv('DisplayName,ItemCount,TotalItemSize,TotalDeletedItemSize,LastLogonTime', row, row));
    expect(result.records).toEqual([
      { kind: 'accountCounts', row: 1, accounts: 2, lastActiveOn: '2024-01-16', accountsByLicence: {}, accountsByService: { Exchange: 2 } },
    ]);
    expect(keysOf(result)).toEqual(['issue.mailboxesWithoutAddress']);
  });
});

describe('users downloaded from Google Workspace', () => {
  it('are read with the chosen columns', async () => {
    const result = await readText(
      csv(
        'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],Email Usage [READ ONLY],2sv Enrolled [READ ONLY]',
        'Erika,Muster,Erika@stadt.example,Active,2024/01/31 07:55:13,0.02GB,True',
        'Max,Muster,max@stadt.example,Suspended,Never logged in,0.0GB,False',
      ),
    );
    expect(result.format).toBe('googleUsers');
    expect(only(result, 'account').map(({ login, isEnabled, lastActiveOn }) => [login, isEnabled, lastActiveOn])).toEqual([
      ['erika@stadt.example', true, '2024-01-31'],
      ['max@stadt.example', false, null],
    ]);
    expect([result.issues, JSON.stringify(result.records).includes('Muster')]).toEqual([[], false]);
  });

  it('are read with the columns of the template, the organisational unit before the department', async () => {
    const result = await readText(
      csv(
        'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],Recovery Phone [MUST BE IN THE E.164 FORMAT],Department,Cost Center,New Status [UPLOAD ONLY]',
        'Erika,Muster,erika@stadt.example,****,,/Verwaltung/Bauamt,+495550,Hochbau,4711,',
        'Max,Muster,max@stadt.example,****,,/,+495550,Kämmerei,4712,',
      ),
    );
    expect(result.format).toBe('googleUsers');
    expect(only(result, 'account').map(({ departmentPath, isEnabled }) => [departmentPath, isEnabled])).toEqual([
      [['Verwaltung', 'Bauamt'], null],
      [['Kämmerei'], null],
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/\*|5550|Muster/);
  });
});
