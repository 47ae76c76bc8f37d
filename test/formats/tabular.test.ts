import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readColumnMapping } from '../../formats/read/columnMapping.ts';
import { keysOf, only, readText } from './readSupport.ts';

describe('software lists', () => {
  it('reads the German list of a generic tool', async () => {
    const result = await readText('Softwarename;Hersteller;Version;Anzahl Installationen;Abteilung\nAcrobat Pro;Adobe;23.1;1.204;Bauamt\n');
    expect(result.records).toEqual([
      { kind: 'software', row: 2, rawName: 'Acrobat Pro', publisher: 'Adobe', version: '23.1', installations: 1_204, device: null, unitName: 'Bauamt' },
    ]);
    expect(result.summary).toMatchObject({ rows: 1, records: 1, skipped: 0, refused: null, isPartial: false });
  });

  it.each([
    ['raw_name,publisher,version\nx,y,1\n', 'raw names'],
    ['"DisplayName","DisplayVersion","Publisher","InstallDate"\n"x","1","y","20240116"\n', 'PowerShell'],
    ['#TYPE Selected.System.Management.Automation.PSCustomObject\n"DisplayName","Publisher","DisplayVersion"\n"x","y","1"\n', 'PowerShell with a type line'],
    ['Publisher;name;Version;Standardized version;Category;nbre;\n"y";"x";"1";"";"";"1";\n', 'OCS with a separator at the end of lines'],
    ['Editeur;name;Version;Version standardisée;Catégorie;nbre\ny;x;1;;;1;\n', 'OCS with a separator at the end of rows only'],
    ['ApplicationKey,ApplicationName,ApplicationPublisher,ApplicationVersion,DeviceCount\nk,x,y,1,1\n', 'Intune'],
    ['Software,Version,Publisher,Total\nx,1,y,1\n', 'Lansweeper'],
    ['sep=,\nName,Publisher,Version\nx,y,1\n', 'Excel with its own line'],
    ['Software 02E\n\nExecuted on 2026-01-02\nDisplayName0,Publisher0,Version0\nx,y,1\n', 'a report with titles'],
  ])('reads %j of %s', async (text) => {
    const result = await readText(text);
    expect(only(result, 'software').map(({ rawName, publisher, version, installations }) => ({ rawName, publisher, version, installations }))).toEqual([
      { rawName: 'x', publisher: 'y', version: '1', installations: 1 },
    ]);
    expect(result.issues).toEqual([]);
  });

  it('counts every find on a machine once and keeps the machine', async () => {
    const result = await readText('Computer;Software;Version\nPC-1;x;1\nPC-2;x;1\n');
    expect(only(result, 'software').map((record) => [record.device, record.installations])).toEqual([
      ['PC-1', 1],
      ['PC-2', 1],
    ]);
  });

  it('drops the names of people and keeps no column that it does not know', async () => {
    const result = await readText('Computer;Software;Version;Main User;Phone\nPC-1;x;1;Erika Muster;+49 30 1234\n');
    expect(JSON.stringify(result.records)).not.toMatch(/Erika|1234/);
  });

  it('reads names that start like formulas and evaluates nothing', async () => {
    const result = await readText('Name,Publisher,Version\n=1+3,y,1\n\'=1+3,y,1\n"=""007""",y,1\n');
    expect(only(result, 'software').map((record) => record.rawName)).toEqual(['=1+3', '=1+3', '007']);
  });

  it('reads rows whose tabs a script has written as two characters', async () => {
    const result = await readText('Name,Publisher,Version,Date\nLEGO© Star WarsT`tLucas`t1.0`t20240116,,,\n');
    expect(only(result, 'software')).toMatchObject([{ rawName: 'LEGO© Star WarsT', publisher: 'Lucas', version: '1.0' }]);
  });

  it('puts a name together again that holds the separator without quotation marks', async () => {
    const result = await readText('name;version;nbre\nTool; the big one;1.0;12\nOther;2.0;3\n');
    expect(only(result, 'software').map((record) => [record.rawName, record.version, record.installations])).toEqual([
      ['Tool; the big one', '1.0', 12],
      ['Other', '2.0', 3],
    ]);
    expect(result.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.rowPutTogether', row: 2, field: 'name' }]);
  });

  it('keeps names whose characters were destroyed before, and counts them', async () => {
    const result = await readText('Name;Publisher;Version\nGDR 1140 f\ufffdr SQL Server 2022;M\ufffd;1\nOther;y;1\n');
    expect(only(result, 'software')[0]?.rawName).toBe('GDR 1140 f\ufffdr SQL Server 2022');
    expect(result.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.replacementCharacters', row: 2, params: { count: 2 } }]);
  });

  it('ignores blank rows, and leaves out rows with only a publisher', async () => {
    const result = await readText('Name;Publisher;Version\n;;\n\n;Microsoft;\nx;y;1\n');
    expect(only(result, 'software').map((record) => record.row)).toEqual([5]);
    expect(result.issues).toMatchObject([{ messageKey: 'issue.cellMissing', row: 4, field: 'Name' }]);
    expect(result.summary).toMatchObject({ rows: 2, skipped: 1, skippedByReason: { 'issue.cellMissing': 1 } });
  });
});

describe('licence lists', () => {
  const licences = async (text: string) => readText(text);

  it('reads the yearly and the purchase cost apart, in cents, with the currency of the heading', async () => {
    const result = await licences(
      'Lizenz;Anzahl Lizenzen;Jahreskosten (EUR);Kaufpreis;Ablaufdatum;Hersteller\nOffice;100;"1.234,56";"9.999,99";31.12.2027;Microsoft\n',
    );
    expect(only(result, 'licence')).toMatchObject([
      {
        name: 'Office',
        seats: 100,
        annualCostCents: 123_456,
        purchaseCostCents: 999_999,
        currency: 'EUR',
        expiresOn: '2027-12-31',
        publisher: 'Microsoft',
        key: null,
      },
    ]);
    expect(result.issues).toEqual([]);
  });

  it('leaves out rows with impossible numbers, each with its place', async () => {
    const result = await licences(
      [
        'id,name,seats,annual cost,expires on',
        '1,a,-5,1,2027-01-01',
        '2,b,1,1e18,2027-01-01',
        '3,c,1,1000000000000000000,2027-01-01',
        '4,d,1000000000000,1,2027-01-01',
        '5,e,1.5,1,2027-01-01',
        '6,f,1,-3,2027-01-01',
        '7,g,1,1,31/02/2027',
        '8,h,1,1,1850-01-01',
        '9,i,1,1,2027-01-01',
      ].join('\n'),
    );
    expect(only(result, 'licence').map((record) => record.name)).toEqual(['i']);
    expect(result.issues.map((issue) => [issue.file, issue.row, issue.field, issue.messageKey])).toEqual([
      ['file.csv', 2, 'seats', 'issue.numberNegative'],
      ['file.csv', 3, 'annual cost', 'issue.notMoney'],
      ['file.csv', 4, 'annual cost', 'issue.moneyTooLarge'],
      ['file.csv', 5, 'seats', 'issue.numberTooLarge'],
      ['file.csv', 6, 'seats', 'issue.numberNotWhole'],
      ['file.csv', 7, 'annual cost', 'issue.numberNegative'],
      ['file.csv', 8, 'expires on', 'issue.dateDoesNotExist'],
      ['file.csv', 9, 'expires on', 'issue.dateOutOfRange'],
    ]);
  });

  it('takes 1900 for unknown and 9999 for endless, and says so', async () => {
    const result = await licences('id,name,seats,expires on\n1,a,1,1900-01-01\n2,b,1,9999-12-31\n');
    expect(only(result, 'licence').map((record) => record.expiresOn)).toEqual([null, null]);
    expect(result.issues.map((issue) => [issue.severity, issue.messageKey])).toEqual([
      ['warning', 'issue.dateMeansUnknown'],
      ['warning', 'issue.dateMeansEndless'],
    ]);
  });

  it('imports a key once', async () => {
    const result = await licences('id,name,seats\n7,a,1\n8,b,1\n7,c,1\n');
    expect(only(result, 'licence').map((record) => record.name)).toEqual(['a', 'b']);
    expect(result.issues).toMatchObject([{ messageKey: 'issue.duplicateKey', row: 4, field: 'id', params: { firstRow: 2 } }]);
  });
});

describe('dates of a column', () => {
  const expiries = async (dates: readonly string[], options = {}) => {
    const result = await readText(`id,name,seats,expires on,start date\n${dates.map((date, index) => `${index},a,1,${date},`).join('\n')}`, options);
    return { dates: only(result, 'licence').map((record) => record.expiresOn), keys: keysOf(result), result };
  };

  it('are read in the order that any row of the column proves, even one far behind the sample', async () => {
    expect((await expiries(['03/04/2027', '25/12/2027'])).dates).toEqual(['2027-04-03', '2027-12-25']);
    expect((await expiries(['03/04/2027', '12/25/2027'])).dates).toEqual(['2027-03-04', '2027-12-25']);
    const far = await expiries([...new Array<string>(20_000).fill('03/04/2027'), '12/25/2027']);
    expect([far.dates[0], far.dates.at(-1), far.keys]).toEqual(['2027-03-04', '2027-12-25', []]);
  });

  it('are decided for each column by itself, then by the others', async () => {
    const both = await readText('id,name,seats,expires on,purchase date\n1,a,1,03/04/2027,12/25/2020\n');
    expect(only(both, 'licence')).toMatchObject([{ expiresOn: '2027-03-04', purchasedOn: '2020-12-25' }]);
    const differing = await readText('id,name,seats,expires on,purchase date\n1,a,1,25/12/2027,12/25/2020\n2,b,1,03/04/2027,03/04/2020\n');
    expect(only(differing, 'licence')[1]).toMatchObject({ expiresOn: '2027-04-03', purchasedOn: '2020-03-04' });
  });

  it('are assumed day first with a warning where nothing proves it, unless a mapping says so', async () => {
    const open = await expiries(['03/04/2027']);
    expect(open.dates).toEqual(['2027-04-03']);
    expect(open.result.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.dateOrderAssumed', field: 'expires on', params: { order: 'dmy' } }]);
    const said = await expiries(['03/04/2027'], {
      mapping: { kind: 'licence', columns: { id: 'key', name: 'name', seats: 'seats', 'expires on': 'expiresOn' }, dateOrder: 'mdy' },
    });
    expect([said.dates, said.keys]).toEqual([['2027-03-04'], []]);
  });
});

describe('decimal signs of a column', () => {
  it('are taken from any row that proves one', async () => {
    const result = await readText('id;name;seats;annual cost\n1;a;1;1.234\n2;b;1;12,50\n');
    expect(only(result, 'licence').map((record) => record.annualCostCents)).toEqual([123_400, 1_250]);
    const dots = await readText('id;name;seats;annual cost\n1;a;1;1,234\n2;b;1;12.50\n');
    expect(only(dots, 'licence').map((record) => record.annualCostCents)).toEqual([123_400, 1_250]);
  });

  it('are assumed by the separator with a warning where no row proves one', async () => {
    const result = await readText('id;name;seats;annual cost\n1;a;1;1.234\n');
    expect(only(result, 'licence')[0]?.annualCostCents).toBe(123_400);
    expect(keysOf(result)).toEqual(['issue.decimalAssumed']);
  });
});

describe('account lists', () => {
  it('reads accounts with department, kind and state', async () => {
    const result = await readText(
      [
        'Anmeldename;Abteilung;Art;Aktiv;Letzte Anmeldung;Lizenzen',
        'Erika.Muster@stadt.example;Bauamt / Hochbau;Person;Ja;16.01.2026 08:12:00;Microsoft 365 E3+Visio',
        'poststelle@stadt.example;Bau/Umwelt;Funktionspostfach;Nein;nie;',
        'saal1@stadt.example;;Raum;;;',
        'gast_example.org#EXT#@stadt.example;;;;;',
        'ERIKA.MUSTER@stadt.example;;;;;',
        'Erika Muster;;;;;',
      ].join('\n'),
    );
    expect(only(result, 'account').map(({ row: _row, lastActiveByService: _last, services: _services, ...rest }) => rest)).toEqual([
      {
        kind: 'account',
        login: 'erika.muster@stadt.example',
        accountKind: 'person',
        departmentPath: ['Bauamt', 'Hochbau'],
        isEnabled: true,
        lastActiveOn: '2026-01-16',
        licences: ['Microsoft 365 E3', 'Visio'],
      },
      {
        kind: 'account',
        login: 'poststelle@stadt.example',
        accountKind: 'shared',
        departmentPath: ['Bau/Umwelt'],
        isEnabled: false,
        lastActiveOn: null,
        licences: [],
      },
      { kind: 'account', login: 'saal1@stadt.example', accountKind: 'room', departmentPath: [], isEnabled: null, lastActiveOn: null, licences: [] },
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.guest': 1, 'issue.duplicateKey': 1, 'issue.loginWithBlank': 1 });
  });

  it('reads the list of Entra', async () => {
    const result = await readText(
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,telephoneNumber,companyName\na@x.example,=1+3,Muster,a@x.example,Erika,1,Member,Boss,Kämmerei,True,DE,+49 30,Stadt\nb@x.example,B,,b@x.example,,2,Guest,,,True,,,\n',
    );
    expect(only(result, 'account')).toMatchObject([{ login: 'a@x.example', departmentPath: ['Kämmerei'], isEnabled: true, accountKind: 'person' }]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.guest': 1 });
    expect(JSON.stringify(result.records)).not.toMatch(/Muster|Erika|Boss|\+49/);
  });

  it('reads the list of Google with its brackets', async () => {
    const result = await readText(
      'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],Org Unit Path [Required]\nErika,Muster,e@x.example,Active,2024/01/31 07:55:13,/Bauamt/Hochbau\nMax,Muster,m@x.example,Suspended,Never logged in,/\n',
    );
    expect(only(result, 'account')).toMatchObject([
      { login: 'e@x.example', isEnabled: true, lastActiveOn: '2024-01-31', departmentPath: ['Bauamt', 'Hochbau'] },
      { login: 'm@x.example', isEnabled: false, lastActiveOn: null, departmentPath: [] },
    ]);
  });

  it('keeps an account whose last use cannot be read', async () => {
    const result = await readText('login,department,last sign-in\na@x.example,d,31/02/2026\n');
    expect(only(result, 'account')).toMatchObject([{ login: 'a@x.example', lastActiveOn: null }]);
    expect(result.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.dateDoesNotExistIgnored', row: 2, field: 'last sign-in' }]);
  });
});

describe('contract lists', () => {
  it('reads German and French contracts', async () => {
    const german = await readText(
      'Vertragsnummer;Vertrag;Lieferant;Beginn;Ende;Kündigungsfrist;Verlängerung;Verlängerung in Monaten;Jahreskosten;Anzahl Lizenzen\nV-1;Enterprise Agreement;Bechtle;01.01.2024;31.12.2026;3 Monate;stillschweigend;12;"1.200.000,00 €";5000\n',
    );
    expect(german.records).toEqual([
      {
        kind: 'contract',
        row: 2,
        key: 'V-1',
        name: 'Enterprise Agreement',
        productName: '',
        supplier: 'Bechtle',
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
        noticeDays: 92,
        renewal: 'tacit',
        renewalMonths: 12,
        annualCostCents: 120_000_000,
        currency: 'EUR',
        seats: 5_000,
      },
    ]);
    expect(german.issues).toMatchObject([{ severity: 'warning', messageKey: 'issue.noticeInMonths', params: { months: 3, days: 92 } }]);
    const french = await readText(
      'Marché;Logiciel;Titulaire;Date de début;Échéance;Préavis;Reconduction;Coût annuel\nBureautique;Suite;UGAP;2024-01-01;2026-12-31;90 jours;expresse;12000,50\n',
    );
    expect(only(french, 'contract')).toMatchObject([
      { name: 'Bureautique', productName: 'Suite', supplier: 'UGAP', noticeDays: 90, renewal: 'express', annualCostCents: 1_200_050 },
    ]);
  });

  it('counts a notice in the unit that cell or heading names, and in months where none does', async () => {
    const days = async (heading: string, cell: string) => {
      const result = await readText(`contract;end;${heading}\na;2027-12-31;${cell}\n`);
      return [only(result, 'contract')[0]?.noticeDays, ...keysOf(result)];
    };
    expect(await days('Kündigungsfrist (Tage)', '3')).toEqual([3]);
    expect(await days('notice_days', '90')).toEqual([90]);
    expect(await days('Kündigungsfrist (Monate)', '3')).toEqual([92, 'issue.noticeInMonths']);
    expect(await days('préavis en mois', '6')).toEqual([184, 'issue.noticeInMonths']);
    expect(await days('notice days', '3 Monate')).toEqual([92, 'issue.noticeInMonths']);
    expect(await days('Kündigungsfrist', '6 Wochen zum Quartalsende')).toEqual([42]);
    expect(await days('Kündigungsfrist', '30')).toEqual([30]);
    expect(await days('Kündigungsfrist', '3')).toEqual([92, 'issue.noticeUnitAssumed']);
    expect(await days('Kündigungsfrist', '1 Jahr')).toEqual([366, 'issue.noticeInMonths']);
  });

  it('reads costs in thousands and millions, and says when a cost names no period', async () => {
    const cost = async (heading: string, cell: string) => {
      const result = await readText(`contract;end;notice days;${heading}\na;2027-12-31;30;"${cell}"\n`);
      const [contract] = only(result, 'contract');
      return [contract?.annualCostCents, contract?.currency, ...keysOf(result)];
    };
    expect(await cost('Jahreskosten (T€)', '1,2345')).toEqual([123_450, 'EUR']);
    expect(await cost('Jahreskosten (TEUR)', '12')).toEqual([1_200_000, 'EUR']);
    expect(await cost('annual cost (Mio. €)', '1,5')).toEqual([150_000_000, 'EUR']);
    expect(await cost('Kosten', '12,50')).toEqual([1_250, null, 'issue.costTakenAsYearly']);
  });

  it('leaves out contracts on which no date can be computed', async () => {
    const result = await readText(
      'contract,start,end,notice days,renewal\na,2026-01-01,2025-01-01,30,tacit\nb,2026-01-01,2027-01-01,soon,tacit\nc,2026-01-01,2027-01-01,30,perhaps\n',
    );
    expect(result.issues.map((issue) => [issue.row, issue.field, issue.messageKey])).toEqual([
      [2, 'end', 'issue.endBeforeStart'],
      [3, 'notice days', 'issue.noticeUnreadable'],
      [4, 'renewal', 'issue.renewalUnknown'],
    ]);
    expect(result.records).toEqual([]);
  });
});

describe('progress lists', () => {
  it('reads states of accounts on tracks in three languages', async () => {
    const result = await readText(
      'login;track;state;reason;date\nA@x.example;mail;migrated;;2026-03-01\nb@x.example;Bürosoftware;Fehler;Makros;02.03.2026\nc@x.example;messagerie;dérogation;juges;\n',
    );
    expect(result.records).toEqual([
      { kind: 'progress', row: 2, login: 'a@x.example', trackKey: 'mail', state: 'migrated', reason: '', on: '2026-03-01' },
      { kind: 'progress', row: 3, login: 'b@x.example', trackKey: 'office', state: 'problem', reason: 'Makros', on: '2026-03-02' },
      { kind: 'progress', row: 4, login: 'c@x.example', trackKey: 'mail', state: 'exception', reason: 'juges', on: null },
    ]);
  });

  it('names the tracks and states there are', async () => {
    const result = await readText('login,track,state\na@x.example,cooking,migrated\nb@x.example,mail,happy\n');
    expect(result.issues.map((issue) => [issue.row, issue.messageKey])).toEqual([
      [2, 'issue.trackUnknown'],
      [3, 'issue.stateUnknown'],
    ]);
    expect(result.issues[0]?.params.known).toContain('mail');
  });
});

describe('mapped columns', () => {
  it('read a table whose headings say nothing', async () => {
    const mapping = readColumnMapping('map.json', '\ufeff{"kind":"software","columns":{"Spalte1":"rawName","Spalte 3":"installations"},"decimal":","}');
    expect(mapping).toEqual({ kind: 'software', columns: { Spalte1: 'rawName', 'Spalte 3': 'installations' }, decimal: ',' });
    if (!('kind' in mapping)) throw new Error('the mapping was refused');
    const result = await readText('Spalte1;Spalte2;Spalte3\nx;y;7\n', { mapping });
    expect(only(result, 'software')).toMatchObject([{ rawName: 'x', publisher: '', installations: 7 }]);
    const other = await readText('A;B;C\nx;y;7\n', { mapping });
    expect(other.summary.refused).toMatchObject({ messageKey: 'issue.mappingWithoutRequired', params: { missing: 'rawName', found: 'A, B, C' } });
    expect(keysOf(other).slice(0, 2)).toEqual(['issue.mappedColumnNotFound', 'issue.mappedColumnNotFound']);
  });

  it.each([
    ['{', ['issue.jsonInvalid']],
    ['[]', ['issue.mappingNotAnObject']],
    ['{"kind":"cars","columns":{}}', ['issue.mappingKindUnknown']],
    ['{"kind":"software"}', ['issue.mappingWithoutColumns']],
    [
      '{"kind":"software","columns":{"a":"toString","b":"login"},"dateOrder":"ymd","decimal":"x"}',
      ['issue.mappingFieldUnknown', 'issue.mappingFieldUnknown', 'issue.mappingDateOrder', 'issue.mappingDecimal'],
    ],
  ])('refuse %s', (text, keys) => {
    const mapping = readColumnMapping('map.json', text);
    expect(Array.isArray(mapping) && mapping.map((issue) => issue.messageKey)).toEqual(keys);
  });
});

describe('tables as programs write them', () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', 'B', 'ü', '7', '"', ';', ',', '\t', '\n', ' ', '+', "'"), minLength: 0, maxLength: 12 })
    .map((text) => `x${text}x`.replaceAll(/\s*\n\s*/g, '\n'));

  it('come back as they were, whatever separator, encoding and line ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, word, fc.nat(10_000_000)), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('utf-8', 'utf-16le', 'windows-1252'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        async (rows, delimiter, encoding, newline, quotes, chunkSize) => {
          const text = Papa.unparse([['Name', 'Publisher', 'Installations'], ...rows], { delimiter, newline, quotes });
          const result = await readText(text, { encoding, chunkSize });
          expect(only(result, 'software').map((record) => [record.rawName, record.publisher, record.installations])).toEqual(
            rows.map(([name, publisher, count]) => [name.replaceAll('\n', ' '), publisher.replaceAll('\n', ' '), count]),
          );
          expect(result.issues).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
