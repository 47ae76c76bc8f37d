import { describe, expect, it } from 'vitest';
import { snipeItHeadings } from '../../formats/read/software/snipeItHeadings.ts';
import { keysOf, only, readText } from './readSupport.ts';

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n');

describe('users exported from Microsoft 365', () => {
  const present =
    'Display name,DirSyncEnabled,User principal name,Object Id,First name,Last name,When created,Soft deletion time stamp,Title,Department,Preferred data location,City,CountryOrRegion,Office,StateOrProvince,Usage location,Last dirsync time,Block credential,Licenses,Password never expires,Last password change time stamp,Mobile Phone,Phone number,Postal code,Preferred language,Street address,Fax,Proxy addresses';
  const older =
    'Block credential,City,Country/Region,Department,DirSyncEnabled,Display name,Fax,First name,Last dirsync time,Last name,Last password change time stamp,License assignment details,Licenses,Mobile Phone,Oath token meta data,Object Id,Office,Password never expires,Phone number,Postal code,Preferred data location,Preferred language,Proxy addresses,Release track,Soft deletion time stamp,State,Street address,Strong password required,Title,Usage location,User principal name,When created';
  const row = (headings: string, values: Readonly<Record<string, string>>): string[] => headings.split(',').map((heading) => values[heading] ?? '');
  const people = [
    {
      'Display name': 'Erika Muster',
      'User principal name': 'Erika.Muster@stadt.example',
      Department: 'Bauamt',
      'Block credential': 'False',
      Licenses: 'Microsoft 365 E3+Enterprise Mobility + Security E3',
      'Mobile Phone': '+49 170 5550',
      'Proxy addresses': 'SMTP:e@stadt.example+smtp:m@stadt.example',
    },
    { 'Display name': 'Poststelle', 'User principal name': 'post@stadt.example', 'Block credential': 'True', Licenses: 'Unlicensed' },
    { 'Display name': 'Gast', 'User principal name': 'gast_other.example#EXT#@stadt.onmicrosoft.com', Licenses: 'Unlicensed' },
    { 'Display name': 'Weg', 'User principal name': 'weg@stadt.example', 'Soft deletion time stamp': '2022-03-18 19:49:35Z', Licenses: 'Unlicensed' },
  ];

  it.each([
    ['present', present, 'format.seen.microsoft365Users'],
    ['older', older, 'format.seen.microsoft365UsersOlder'],
  ])('are read with the %s headings', async (_name, headings, seen) => {
    const result = await readText(csv([headings.split(','), ...people.map((person) => row(headings, person))]));
    expect([result.format, result.sniffed.kind === 'recognised' && result.sniffed.seen.messageKey]).toEqual(['microsoft365Users', seen]);
    expect(only(result, 'account').map(({ login, departmentPath, isEnabled, licences }) => ({ login, departmentPath, isEnabled, licences }))).toEqual([
      { login: 'erika.muster@stadt.example', departmentPath: ['Bauamt'], isEnabled: true, licences: ['Microsoft 365 E3', 'Enterprise Mobility + Security E3'] },
      { login: 'post@stadt.example', departmentPath: [], isEnabled: false, licences: [] },
    ]);
    expect(result.summary).toMatchObject({ rows: 4, records: 2, skipped: 2, skippedByReason: { 'skip.guest': 1, 'skip.deletedAccount': 1 } });
    expect(result.issues).toEqual([]);
    expect(JSON.stringify(result.records)).not.toMatch(/Erika Muster|5550|SMTP/);
  });
});

describe('the report of active users', () => {
  const names = ['Exchange', 'OneDrive', 'SharePoint', 'Skype For Business', 'Yammer', 'Teams'];
  const headings = [
    'Report Refresh Date',
    'User Principal Name',
    'Display Name',
    'Is Deleted',
    'Deleted Date',
    ...names.map((name) => `Has ${name} License`),
    ...names.map((name) => `${name} Last Activity Date`),
    ...names.map((name) => `${name} License Assign Date`),
    'Assigned Products',
  ];
  const row = (login: string, values: Readonly<Record<string, string>>): string[] =>
    headings.map((heading) => (heading === 'User Principal Name' ? login : (values[heading] ?? '')));
  const active = {
    'Report Refresh Date': '2026-05-01',
    'Display Name': 'Erika',
    'Is Deleted': 'False',
    'Has Exchange License': 'True',
    'Has Teams License': 'True',
    'Has Yammer License': 'False',
    'Exchange Last Activity Date': '2026-04-29',
    'Teams Last Activity Date': '2026-04-30',
    'Assigned Products': 'MICROSOFT 365 E3+VISIO PLAN 2',
  };

  it('gives services, last use and licences of every account', async () => {
    const result = await readText(
      `\ufeff${csv([headings, row('A@x.example', active), row('b@x.example', { 'Is Deleted': 'False' }), row('c@x.example', { 'Is Deleted': 'True', 'Deleted Date': '2026-01-01' })])}`,
    );
    expect(result.format).toBe('office365ActiveUserDetail');
    expect(result.records).toEqual([
      {
        kind: 'account',
        row: 2,
        login: 'a@x.example',
        accountKind: null,
        departmentPath: [],
        isEnabled: null,
        lastActiveOn: '2026-04-30',
        licences: ['MICROSOFT 365 E3', 'VISIO PLAN 2'],
        services: ['Exchange', 'Teams'],
        lastActiveByService: { Exchange: '2026-04-29', Teams: '2026-04-30' },
      },
      {
        kind: 'account',
        row: 3,
        login: 'b@x.example',
        accountKind: null,
        departmentPath: [],
        isEnabled: null,
        lastActiveOn: null,
        licences: [],
        services: [],
        lastActiveByService: {},
      },
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.deletedAccount': 1 });
    expect(result.issues).toEqual([]);
  });

  it('only counts concealed users, and says which setting to change', async () => {
    const result = await readText(
      csv([
        headings,
        row('0123456789ABCDEF0123456789ABCDEF', active),
        row('FEDCBA9876543210FEDCBA9876543210', { ...active, 'Has Teams License': 'False', 'Assigned Products': 'MICROSOFT 365 E3' }),
        row('AAAA', { 'Is Deleted': 'True' }),
      ]),
    );
    expect(result.records).toEqual([
      {
        kind: 'accountCounts',
        row: 1,
        accounts: 2,
        lastActiveOn: '2026-04-30',
        accountsByLicence: { 'MICROSOFT 365 E3': 2, 'VISIO PLAN 2': 1 },
        accountsByService: { Exchange: 2, Teams: 1 },
      },
    ]);
    expect(result.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.usersConcealed', field: 'User Principal Name' }]);
  });
});

describe('licences exported from Snipe-IT', () => {
  // One licence in the order of the columns; the two order numbers and the two end dates differ on purpose.
  const values = [
    '7',
    'Bauamt',
    'Visio, Plan 2',
    'SECRET-KEY',
    '2024-01-15',
    '"1,234.50"',
    'ORDER-1',
    '3',
    '40',
    'Erika',
    '',
    '2024-02-01',
    '',
    'erika@x.example',
    '',
    'Bechtle',
    '2027-01-14',
    'PURCHASE-2',
    '2026-12-31',
    'Yes',
    'Microsoft',
    'Office',
    '1',
    'Yes',
    'line one\nline two',
    '2024-01-01',
  ].map((value) => value.replaceAll('"', ''));
  const expected = {
    kind: 'licence',
    row: 2,
    key: '7',
    name: 'Visio, Plan 2',
    publisher: 'Microsoft',
    seats: 40,
    annualCostCents: null,
    purchaseCostCents: 123_450,
    currency: null,
    purchasedOn: '2024-01-15',
    expiresOn: '2027-01-14',
    terminatesOn: '2026-12-31',
    supplier: 'Bechtle',
    orderNumber: 'ORDER-1',
    unitName: 'Bauamt',
    notes: 'line one\nline two',
  };

  it.each(Object.keys(snipeItHeadings))('are read with the headings of %s, those that occur twice included', async (language) => {
    const headings = snipeItHeadings[language] ?? [];
    const result = await readText(csv([headings, values]));
    expect(result.format).toBe('snipeItLicences');
    expect(result.sniffed).toMatchObject({ seen: { params: { language } } });
    expect(result.records).toEqual([expected]);
    expect(JSON.stringify(result.records)).not.toMatch(/SECRET|erika/i);
  });

  it('find the right one of two columns of one name after others were deleted', async () => {
    const german = snipeItHeadings.de ?? [];
    const without = (names: readonly string[]) =>
      german.map((name, index) => [name, index] as const).filter(([name, index]) => !names.includes(name) && index !== 6);
    const kept = without(['Seriennummer', 'E-Mail', 'Notizen']);
    const result = await readText(csv([kept.map(([name]) => name), kept.map(([, index]) => values[index] as string)]));
    expect(only(result, 'licence')).toMatchObject([{ orderNumber: '', name: 'Visio, Plan 2', seats: 40, expiresOn: '2027-01-14' }]);
    const french = snipeItHeadings.fr ?? [];
    expect(french.filter((name) => name === "Date d'expiration")).toHaveLength(2);
    expect(french.find((name) => name.endsWith('atégorie'))?.charCodeAt(0)).toBe(0x421);
  });

  it('leave deleted licences out', async () => {
    const deleted = [...values];
    deleted[0] = '8';
    deleted[12] = '2026-01-01 10:00:00';
    const result = await readText(csv([snipeItHeadings.en ?? [], values, deleted]));
    expect(result.records).toEqual([expected]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.deletedLicence': 1 });
  });
});

describe('the software list of GLPI', () => {
  it.each([
    ['"Nom";"Éditeur";"Versions - Nom";"Versions - Système d\'exploitation";"Nombre d\'installations ";"Licences - Nombre de licences"', 'French'],
    ['"Name";"Publisher";"Versions - Name";"Versions - Operating system";"Number of installations";"Licenses - Number of licenses"', 'English'],
    ['"Name";"Herausgeber";"Versionen - Name";"Versionen - Betriebssystem";"Anzahl der Installationen";"Lizenzen - Anzahl"', 'German'],
  ])('is read with the headings %s', async (headings) => {
    for (const [mark, end] of [
      ['', '\r\n'],
      ['\ufeff', '\r\n'],
      ['', ';\n'],
    ] as const) {
      const rows = [
        headings,
        '"LibreOffice";"The Document Foundation";"7.6\n24.2\n24.2";"Windows\nWindows";"412";"0"',
        '"Acrobat; Pro";"Adobe ""Inc""";"23<br>24";"";"1 204";""',
      ];
      const result = await readText(`${mark}${rows.join(end)}${end}`);
      expect(result.format).toBe('glpiSoftware');
      expect(only(result, 'software').map(({ rawName, publisher, version, installations }) => [rawName, publisher, version, installations])).toEqual([
        ['LibreOffice', 'The Document Foundation', '7.6, 24.2', 412],
        ['Acrobat; Pro', 'Adobe "Inc"', '23, 24', 1_204],
      ]);
      expect(result.issues).toEqual([]);
    }
  });
});

describe('the inventory of a GLPI agent', () => {
  const inventory = {
    deviceid: 'PC-1-2026',
    action: 'inventory',
    itemtype: 'Computer',
    tag: 'Bauamt',
    content: {
      hardware: { name: 'PC-1', lastloggeduser: 'erika' },
      users: [{ login: 'erika' }],
      softwares: [
        { name: 'LibreOffice', publisher: 'TDF', version: '24.2', username: 'erika', install_date: '2024-01-01' },
        { version: '1' },
        'x',
        { name: ' Tool ' },
      ],
    },
  };

  it('gives the software of one machine without its users', async () => {
    const result = await readText(JSON.stringify(inventory));
    expect(result.format).toBe('glpiInventory');
    expect(result.records).toEqual([
      { kind: 'software', row: 1, rawName: 'LibreOffice', publisher: 'TDF', version: '24.2', installations: 1, device: 'PC-1-2026', unitName: 'Bauamt' },
      { kind: 'software', row: 4, rawName: 'Tool', publisher: '', version: '', installations: 1, device: 'PC-1-2026', unitName: 'Bauamt' },
    ]);
    expect(result.issues.map((issue) => [issue.row, issue.messageKey])).toEqual([
      [2, 'issue.cellMissing'],
      [3, 'issue.inventoryEntryNotAnObject'],
    ]);
    expect(JSON.stringify(result.records)).not.toContain('erika');
  });

  it('says when it only holds what changed', async () => {
    expect((await readText(JSON.stringify({ ...inventory, partial: true }))).summary.isPartial).toBe(true);
    expect((await readText(JSON.stringify(inventory))).summary.isPartial).toBe(false);
  });

  it.each([
    [JSON.stringify(inventory).slice(0, -5), 'issue.jsonInvalid'],
    [JSON.stringify({ ...inventory, deviceid: undefined }), 'issue.inventoryWithoutDevice'],
    [JSON.stringify({ ...inventory, content: [] }), 'issue.inventoryWithoutContent'],
    [JSON.stringify({ ...inventory, content: { softwares: { name: 'x' } } }), 'issue.inventorySoftwareNotAList'],
    [`${'['.repeat(200_000)}`, 'issue.jsonInvalid'],
  ])('is refused when broken: %.60s', async (text, key) => {
    const result = await readText(text, { format: 'glpiInventory' });
    expect(result.summary.refused?.messageKey).toBe(key);
    expect([result.records, keysOf(result)]).toEqual([[], [key]]);
  });
});
