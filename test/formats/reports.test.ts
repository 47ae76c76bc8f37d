import { describe, expect, it } from 'vitest';
import { snipeItHeadings } from '../../formats/read/software/snipeItHeadings.ts';
import { keysOf, only, readText } from './readSupport.ts';

type Result = Awaited<ReturnType<typeof readText>>;
const shown = (result: Result) =>
  only(result, 'software').map((record) => [record.rawName, record.version, record.publisher, record.installations, record.device, record.unitName]);
const seenOf = (result: Result) => (result.sniffed.kind === 'recognised' ? result.sniffed.seen : null);

describe('Intune’s discovered apps', () => {
  it('are read as sums', async () => {
    const result = await readText(
      '\ufeffApplicationKey,ApplicationName,ApplicationPublisher,ApplicationShortVersion,ApplicationVersion,DeviceCount,Platform,Platform_loc\r\n' +
        'a1,Tool,House,1.0,1.0.7,12,windows,Windows\r\nb2,"Second, big",,,2.0,3,macOS,macOS\r\n',
    );
    expect([result.format, shown(result), result.issues]).toEqual([
      'intuneApps',
      [
        ['Tool', '1.0.7', 'House', 12, null, null],
        ['Second, big', '2.0', '', 3, null, null],
      ],
      [],
    ]);
    expect(seenOf(result)).toMatchObject({ params: { form: 'aggregate' } });
  });

  const raw = 'DeviceName,ApplicationKey,ApplicationVersion,ApplicationName,ApplicationPublisher,DeviceId,OSDescription,UserId,EmailAddress,UserName\n';

  it('are read machine by machine, in any order of the columns, without the users', async () => {
    const result = await readText(`${raw}PC1,a1,1.0,Tool,House,id-1,Windows,u1,erika@example.org,Erika\nPC2,b2,2.0,Second,,,Windows,u2,max@example.org,Max\n`);
    expect([result.format, shown(result), result.issues, result.summary.isPartial]).toEqual([
      'intuneApps',
      [
        ['Tool', '1.0', 'House', 1, 'id-1', null],
        ['Second', '2.0', '', 1, 'PC2', null],
      ],
      [],
      false,
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/erika|max|u1/i);
  });

  it('of one program say nothing of the others', async () => {
    const result = await readText(`${raw}PC1,a1,1.0,Tool,House,id-1,Windows,,,\nPC2,a1,1.0,Tool,House,id-2,Windows,,,\n`);
    expect([shown(result).length, result.summary.isPartial, keysOf(result)]).toEqual([2, true, ['issue.oneProgramOnly']]);
  });

  it('are read as the admin center saves them', async () => {
    const result = await readText('"Application name","Application version","Platform","Device count","Publisher"\n"Tool","1.0","Windows","12","House"\n');
    expect([result.format, shown(result), seenOf(result)?.params.form]).toEqual(['intuneApps', [['Tool', '1.0', 'House', 12, null, null]], 'portal']);
  });
});

describe('Configuration Manager', () => {
  it('is read from its views, with the site as unit and without the user', async () => {
    const result = await readText(
      'Netbios_Name0,User_Name0,AD_Site_Name0,DisplayName0,Publisher0,Version0,InstallDate0,ProdID0\nPC1,erika,Rathaus,Tool,House,1.0,20240116,{GUID}\n',
    );
    expect([result.format, shown(result), result.issues]).toEqual(['mecmSoftware', [['Tool', '1.0', 'House', 1, 'PC1', 'Rathaus']], []]);
    expect(JSON.stringify(result.records)).not.toContain('erika');
  });

  it('is read from CMPivot, by machine and counted', async () => {
    const machines = await readText('Device,ARPDisplayName,Publisher,ProductVersion\nPC1,Tool,House,1.0\n');
    expect([machines.format, shown(machines)]).toEqual(['mecmSoftware', [['Tool', '1.0', 'House', 1, 'PC1', null]]]);
    const counted = await readText('ARPDisplayName,ProductVersion,count_\nTool,1.0,12\n');
    expect([counted.format, shown(counted)]).toEqual(['mecmSoftware', [['Tool', '1.0', '', 12, null, null]]]);
  });

  it('is read from a report, below its titles, and says which columns are not read', async () => {
    const result = await readText(
      'Textbox1,Textbox2,Textbox3,Textbox4\nInstalled software,All systems,01.02.2026,x\n\nTextbox12,DisplayName0,Publisher0,Version0,Instances\nSoftware,Tool,House,1.0,12\n',
    );
    expect([result.format, shown(result)]).toEqual(['mecmSoftware', [['Tool', '1.0', 'House', 12, null, null]]]);
    expect(result.issues).toMatchObject([{ messageKey: 'issue.textBoxesNotRead', params: { count: 1, found: 'Textbox12' }, row: 4 }]);
  });

  it('does not guess what the text boxes of a report are; named by a person they are read', async () => {
    const text = 'Textbox12,Textbox14,Textbox20\nTool,House,12\nSecond,House,3\n';
    const result = await readText(text);
    expect([result.format, result.records, result.summary.refused]).toMatchObject([
      'mecmSoftware',
      [],
      { messageKey: 'issue.textBoxesOnly', params: { found: 'Textbox12, Textbox14, Textbox20' } },
    ]);
    const named = await readText(text, { mapping: { kind: 'software', columns: { Textbox12: 'rawName', Textbox20: 'installations' } } });
    expect(shown(named).map(([name, , , count]) => [name, count])).toEqual([
      ['Tool', 12],
      ['Second', 3],
    ]);
  });

  it('is refused under other headings when asked for', async () => {
    expect((await readText('a,b\n1,2\n', { format: 'mecmSoftware' })).summary.refused?.messageKey).toBe('issue.softwareNameMissing');
  });
});

describe('Lansweeper', () => {
  it.each([
    ['Software,Version,Publisher,Total', 'Tool,1.0,House,12'],
    ['softwareName;softwareVersion;SoftwarePublisher;number in use', 'Tool;1.0;House;12'],
  ])('counts machines: %s', async (headings, row) => {
    const result = await readText(`${headings}\n${row}\n`);
    expect([result.format, shown(result), result.issues]).toEqual(['lansweeperSoftware', [['Tool', '1.0', 'House', 12, null, null]], []]);
  });

  it('lists machines, whose maker is not the publisher and whose user stays in the file', async () => {
    const result = await readText(
      'AssetName,Domain,AssetType,Username,Userdomain,IPAddress,Software,Version,Publisher,IPLocation,Manufacturer,Model,OS,SP,Lastseen\n' +
        'PC1,STADT,Windows,erika,STADT,10.0.0.1,Tool,1.0,House,Bauamt,Maker,Box 7,Win 11,,01/02/2026\nPC2,STADT,Windows,max,STADT,10.0.0.2,Tool,1.0,,Undefined,Maker,Box 7,Win 11,,01/02/2026\n',
    );
    expect([result.format, shown(result), result.issues]).toEqual([
      'lansweeperSoftware',
      [
        ['Tool', '1.0', 'House', 1, 'PC1', 'Bauamt'],
        ['Tool', '1.0', '', 1, 'PC2', null],
      ],
      [],
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/erika|max|10\.0/);
  });
});

describe('ACMP', () => {
  it('is read with its software', async () => {
    const result = await readText('Computer Name;Computer Domain;Main User;Software Name;Software Version;Price\nPC1;STADT;erika;Tool;1.0;"2000,56"\n');
    expect([result.format, shown(result), result.issues]).toEqual(['acmpReport', [['Tool', '1.0', '', 1, 'PC1', null]], []]);
    expect(JSON.stringify(result.records)).not.toContain('erika');
  });

  it('gives the operating systems where it has no software, and says so', async () => {
    const result = await readText('Computer Name;Computer Domain;OS Name;Main User;Primary IP\nPC1;STADT;Windows 10 Pro;erika;10.0.0.1\n');
    expect([result.format, shown(result), keysOf(result)]).toEqual([
      'acmpReport',
      [['Windows 10 Pro', '', '', 1, 'PC1', null]],
      ['issue.operatingSystemsOnly'],
    ]);
  });
});

describe('i-doit, applications', () => {
  it.each([
    ['Objekttyp;ObjektName;Anwendung - Hersteller;Anwendung - Registrierungs-Key;Version - Versionsnummer'],
    ['Object type;Object title;Application - Manufacturer;Application - Registration key;Version - Version number'],
    ['Allgemein - Objekttyp;Allgemein - Titel;Anwendung > Hersteller;Anwendung > Registrierungs-Key;Version > Versionsnummer'],
  ])('are read under %s', async (headings) => {
    const result = await readText(`${headings}\nC__OBJTYPE__APPLICATION;Tool;House;SECRET-1;1.5,2.0, 2.0\nC__OBJTYPE__SERVER;srv1;;;\n`);
    expect([result.format, shown(result), result.issues]).toEqual(['iDoitApplications', [['Tool', '1.5, 2.0', 'House', 1, null, null]], []]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.notSoftware': 1 });
    expect(JSON.stringify(result.records)).not.toContain('SECRET');
  });
});

describe('i-doit, licences', () => {
  const german =
    'Objekttyp;ObjektName;Lizenzzuweisung: Lizenzschlüssel - Lizenz Typ;Lizenzzuweisung: Lizenzschlüssel - Anzahl;Lizenzzuweisung: Lizenzschlüssel - Schlüssel;Lizenzzuweisung: Lizenzschlüssel - Startdatum;Lizenzzuweisung: Lizenzschlüssel - Ablaufdatum;Lizenzzuweisung: Lizenzschlüssel - Einzelpreis';
  const english =
    'Object type;Object title;Licenses: License keys > License Type (Dialog);Licenses: License keys > Amount;Licenses: License keys > Key;Licenses: License keys > Start Date (Date);Licenses: License keys > Expiration Date (Date);Licenses: License keys > Price Per Unit (Money)';
  const licences = (result: Result) =>
    only(result, 'licence').map((record) => [record.name, record.seats, record.purchaseCostCents, record.purchasedOn, record.expiresOn, record.notes]);

  it.each([
    [german, '01.02.2026', '31.01.2027'],
    [english, '2026-02-01', '2027-01-31'],
  ])('give one record for each key, without the key: %s', async (headings, start, end) => {
    const result = await readText(
      `${headings}\nC__OBJTYPE__LICENCE;Tool;Volume,Single;100,50;KEY-1,KEY-2;${start},${start};${end},;10.99,500.5\nC__OBJTYPE__SERVER;srv;;;;;;\n`,
    );
    expect([result.format, licences(result), result.issues]).toEqual([
      'iDoitLicences',
      [
        ['Tool', 100, 109_900, '2026-02-01', '2027-01-31', 'Volume'],
        ['Tool', 50, 2_502_500, '2026-02-01', null, 'Single'],
      ],
      [],
    ]);
    expect(result.summary).toMatchObject({ rows: 2, records: 2, skippedByReason: { 'skip.notALicence': 1 } });
    expect(JSON.stringify(result.records)).not.toContain('KEY-');
  });

  it('with one key may have a comma in the price', async () => {
    expect(licences(await readText(`${german}\n;Tool;;3;;;;1.000,99\n`))).toEqual([['Tool', 3, 300_297, null, null, '']]);
  });

  it.each([
    [';Tool;;100,50;;;;10.99,500.5,3', 'issue.valuesNotAligned', 0],
    [';Tool;;many;;;;', 'issue.notANumber', 0],
    [';Tool;;1;;31.02.2026;;', 'issue.dateDoesNotExist', 0],
    [';Tool;;1;;;;dear', 'issue.notMoney', 0],
    [';Tool;;10000000;;;;1000000', 'issue.moneyTooLarge', 0],
    [';Tool;;;;;;10.99', 'issue.unitPriceWithoutSeats', 1],
    [';;;1;;;;', 'issue.cellMissing', 0],
  ])('tell a defect: %s', async (row, key, records) => {
    const result = await readText(`${german}\n${row}\n`);
    expect([keysOf(result), result.records.length]).toEqual([[key], records]);
  });
});

describe('the licence list of GLPI', () => {
  it.each([
    [
      'English',
      '"Name";"Entity";"Software";"Serial number";"Number";"Purchase version";"Expiration";"Financial and administrative information - Supplier";"Financial and administrative information - Value";"Financial and administrative information - Order number"',
    ],
    [
      'French',
      '"Nom";"Entité";"Logiciel";"Numéro de série";"Nombre";"Version d\'achat";"Expiration";"Informations financières et administratives - Fournisseur";"Informations financières et administratives - Valeur";"Informations financières et administratives - Numéro de commande"',
    ],
    [
      'German',
      '"Name";"Einheit";"Software";"Seriennummer";"Anzahl";"Gekaufte Version";"Ablaufdatum";"Finanz- und Verwaltungsinformationen - Lieferant";"Finanz- und Verwaltungsinformationen - Wert";"Finanz- und Verwaltungsinformationen - Bestellnummer"',
    ],
  ])('is read in %s', async (_language, headings) => {
    const result = await readText(
      `\ufeff${headings}\r\n"Tool, volume";"Rathaus";"Tool";"SECRET-1";"25";"1.0";"2027-01-31";"Dealer";"1250,50";"B-7"\r\n"Second";"Rathaus";"Second";"";"Illimité";"";"N'expire jamais";"";"";""\r\n`,
    );
    expect(result.format).toBe('glpiLicences');
    expect(only(result, 'licence')).toMatchObject([
      {
        name: 'Tool',
        key: null,
        seats: 25,
        purchaseCostCents: 125_050,
        expiresOn: '2027-01-31',
        supplier: 'Dealer',
        orderNumber: 'B-7',
        unitName: 'Rathaus',
        notes: 'Tool, volume',
      },
      { name: 'Second', seats: null, expiresOn: null, notes: '' },
    ]);
    expect([keysOf(result), JSON.stringify(result.records).includes('SECRET')]).toEqual([['issue.seatsUnlimited'], false]);
  });

  it('tells a defect and its place', async () => {
    const result = await readText('Name;Entity;Software;Number;Expiration\nTool;x;Tool;many;2027-01-31\n');
    expect(result.issues).toMatchObject([{ messageKey: 'issue.notANumber', row: 2, field: 'Number' }]);
  });
});

describe('the assets of Snipe-IT', () => {
  const tags: Record<string, [string, string]> = {
    en: ['Asset Tag', 'Model'],
    de: ['Asset Tag', 'Modell'],
    fr: ["Étiquette de l'actif", 'Modèle'],
    it: ['Etichetta bene', 'Modello'],
    nl: ['Asset tag', 'Model'],
    es: ['Etiqueta', 'Modelo'],
    pl: ['Kod', 'Model'],
    pt: ['Etiqueta de Artigo', 'Modelo'],
    da: ['Asset Tag', 'Model'],
    fi: ['Laitetunniste', 'Malli'],
    sv: ['Asset Tag', 'Modell'],
    cs: ['Označení majetku', 'Model'],
  };

  it.each(Object.entries(tags))('are read in %s: software only, the machines counted', async (language, [tag, model]) => {
    const headings = snipeItHeadings[language] as readonly string[];
    const [company, serial, date, cost, supplier, maker, category] = [1, 3, 4, 5, 15, 20, 21].map((place) => headings[place]);
    const result = await readText(
      `ID,${tag},${serial},${model},${category},${maker},${company},${supplier},${date},${cost}\n` +
        '1,A-1,SECRET,Box 7,Laptops,Maker,Bauamt,Dealer,2025-01-02,900.00\n2,A-2,SECRET,Tool,Software,House,Bauamt,Dealer,2025-03-04,120.50\n',
    );
    expect([result.format, result.summary.skippedByReason, result.issues]).toEqual(['snipeItAssets', { 'skip.assetNotSoftware': 1 }, []]);
    expect(only(result, 'licence')).toMatchObject([
      { key: 'A-2', name: 'Tool', publisher: 'House', seats: 1, purchaseCostCents: 12_050, purchasedOn: '2025-03-04', supplier: 'Dealer', unitName: 'Bauamt' },
    ]);
    expect(JSON.stringify(result.records)).not.toContain('SECRET');
  });
});
