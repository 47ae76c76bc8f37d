import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const shown = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'software').map((record) => [record.rawName, record.version, record.publisher, record.device]);

describe('programs of a Windows machine as CSV', () => {
  const type = '#TYPE Selected.System.Management.Automation.PSCustomObject\r\n';

  it.each([
    ['a comma', ',', ''],
    ['a semicolon and the line of types', ';', type],
  ])('are read with %s, in any order of columns', async (_name, separator, before) => {
    const rows = [
      ['Publisher', 'DisplayName', 'DisplayVersion', 'InstallDate'],
      ['Amt für Geodaten', 'Größenrechner', '1.2', '20240116'],
      ['', '', '', ''],
      ['Nobody', '', '3', ''],
      ['', 'Werkzeug', 'Werkzeug 2.0', ''],
    ];
    const text = before + rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252']) {
      const result = await readText(encoding === 'windows-1252' ? text : `\ufeff${text}`, { encoding, name: 'pc-1.csv' });
      expect(result.format).toBe('windowsUninstallList');
      expect(shown(result)).toEqual([
        ['Größenrechner', '1.2', 'Amt für Geodaten', 'pc-1.csv'],
        ['Werkzeug', 'Werkzeug 2.0', '', 'pc-1.csv'],
      ]);
      expect([result.summary.skippedByReason, result.issues]).toEqual([{ 'skip.withoutName': 1 }, []]);
    }
  });

  it('leave out what Windows hides, and name the machine where the file does', async () => {
    const result = await readText(
      'DisplayName,DisplayVersion,Publisher,SystemComponent,ParentKeyName,ReleaseType,PSComputerName\nTool,1,P,0,,,PC7\nPart,1,P,1,,,PC7\nPatch,1,P,,Tool,,PC8\nHotfix,1,P,,,Hotfix,PC8\n',
    );
    expect(shown(result)).toEqual([['Tool', '1', 'P', 'PC7']]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.windowsComponent': 1, 'skip.update': 2 });
  });

  it('read rows whose tabs a script has written as two characters', async () => {
    const result = await readText('DisplayName,DisplayVersion,Publisher\nTool`t1.0`tHouse,,\n');
    expect(shown(result)).toEqual([['Tool', '1.0', 'House', 'file.csv']]);
  });

  it('come from wmic too', async () => {
    const result = await readText('\r\nNode,Name,Vendor,Version\r\nPC9,Tool,House,1.0\r\n', { encoding: 'utf-16le' });
    expect([result.format, shown(result)]).toEqual(['windowsUninstallList', [['Tool', '1.0', 'House', 'PC9']]]);
  });

  it.each([
    ['Get-CimInstance Win32_Product', 'IdentifyingNumber,Name,Vendor,Version,PSComputerName\n{A-1},Tool,House,1.0,PC9\n', 'PC9'],
    ['Get-Package', '"Name","Version","Source","ProviderName"\n"Tool","1.0","","msi"\n"Update (KB5000000)","","","msu"\n', 'file.csv'],
  ])('come from %s too', async (_name, text, device) => {
    const result = await readText(text);
    expect([result.format, only(result, 'software').map((record) => [record.rawName, record.device])]).toEqual(['windowsUninstallList', [['Tool', device]]]);
  });

  it.each([
    ['a list that counts machines', 'DisplayName,DisplayVersion,Publisher,Count\nTool,1,P,12\n', 'tabular'],
    ['accounts', 'Display name,User principal name,Department\nErika,e@x.example,Bauamt\n', 'tabular'],
  ])('are not %s', async (_name, text, format) => {
    expect((await readText(text)).format).toBe(format);
  });

  it('are refused without names when asked for', async () => {
    const result = await readText('a,b\n1,2\n', { format: 'windowsUninstallList' });
    expect(result.summary.refused?.messageKey).toBe('issue.softwareNameMissing');
  });
});

describe('programs in columns of a console', () => {
  const powershell = `
DisplayName                      DisplayVersion Publisher
-----------                      -------------- ---------
Größenrechner für Straßen (x64)  1.2.3          Amt für Geodaten
Werkzeug
                                 9              Nobody
Ein sehr langer Name, der nicht… 4.5            Haus

DisplayName   DisplayVersion Publisher
-----------   -------------- ---------
Zweite Liste  7              Haus
`;

  it.each(['utf-8', 'utf-16le', 'cp850'])('are read by the characters below the headings, written in %s', async (encoding) => {
    const text = encoding === 'cp850' ? powershell.replace('der nicht…', 'der nic...') : powershell;
    const result = await readText(encoding === 'utf-16le' ? `\ufeff${text}` : text, { encoding, name: 'pc.txt' });
    expect(result.format).toBe('consoleTable');
    expect(shown(result)).toEqual([
      ['Größenrechner für Straßen (x64)', '1.2.3', 'Amt für Geodaten', 'pc.txt'],
      ['Werkzeug', '', '', 'pc.txt'],
      [`Ein sehr langer Name, der ${encoding === 'cp850' ? 'nic' : 'nicht'}`, '4.5', 'Haus', 'pc.txt'],
      ['Zweite Liste', '7', 'Haus', 'pc.txt'],
    ]);
    expect(result.summary).toMatchObject({ rows: 5, records: 4, skippedByReason: { 'skip.withoutName': 1 } });
    expect(result.issues.map((issue) => [issue.messageKey, issue.row])).toEqual([['issue.namesCutOff', 7]]);
  });

  it('are read from wmic, whose lines end twice, below what was typed', async () => {
    const lines = [
      'C:\\>wmic product get name,vendor,version',
      'Name               Vendor   Version  ',
      'Tool, the big one  House    1.0      ',
      'Second                      2.0      ',
      '',
    ];
    const result = await readText(`\ufeff${lines.map((line) => `${line}\r\r\n`).join('')}`, { encoding: 'utf-16le' });
    expect(result.format).toBe('consoleTable');
    expect(shown(result)).toEqual([
      ['Tool, the big one', '1.0', 'House', 'file.csv'],
      ['Second', '2.0', '', 'file.csv'],
    ]);
    expect(result.issues).toEqual([]);
  });

  it('are read from snap, with the publishers that it marks', async () => {
    const result = await readText(
      'Name     Version    Rev    Tracking       Publisher   Notes\nfirefox  120.0-1    3416   latest/stable  mozilla✓    -\ntool     1.0        1      latest/stable  house**     classic\n',
    );
    expect([result.format, shown(result)]).toEqual([
      'consoleTable',
      [
        ['firefox', '120.0-1', 'mozilla', 'file.csv'],
        ['tool', '1.0', 'house', 'file.csv'],
      ],
    ]);
  });

  it('are refused without headings when asked for', async () => {
    expect((await readText('nothing\nat all\n', { format: 'consoleTable' })).summary.refused?.messageKey).toBe('issue.softwareNameMissing');
  });
});

describe('an export of the registry', () => {
  const hex = (text: string) =>
    `hex(2):${[...iconv.encode(`${text}\0`, 'utf-16le')]
      .map((byte, index) => byte.toString(16).padStart(2, '0') + (index % 20 === 19 ? ',\\\r\n  ' : ','))
      .join('')
      .replace(/,(\\\r\n {2})?$/, '')}`;
  const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
  const text = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${root}]`,
    '"DisplayName"="not a program"',
    '',
    `[${root}\\{A-1}]`,
    '"DisplayName"="Tool \\"big\\" C:\\\\x"',
    `"Publisher"=${hex('Größe und Söhne GmbH & Co. KG')}`,
    '"DisplayVersion"="1.0"',
    '"UninstallString"="C:\\\\Users\\\\erika\\\\x.exe"',
    '"DisplayIcon"=hex(2):22,00,25,\\',
    '  00,50,00',
    '',
    `[${root}\\{A-1}\\Details]`,
    '"DisplayName"="a key below"',
    '',
    `[-${root}\\Gone]`,
    '"DisplayName"="deleted"',
    '',
    `[${root}\\Hidden]`,
    '"DisplayName"="Hidden"',
    '"SystemComponent"=dword:00000001',
    '',
    `[${root}\\KB1]`,
    '"DisplayName"="Update (KB1)"',
    '"ParentKeyName"="Tool"',
    '',
    `[${root}\\Empty]`,
    '',
  ].join('\r\n');

  it('gives the programs that Windows shows', async () => {
    for (const chunkSize of [1, 65_536]) {
      const result = await readText(`\ufeff${text}`, { encoding: 'utf-16le', name: 'pc.reg', chunkSize });
      expect(result.format).toBe('windowsRegistry');
      expect(shown(result)).toEqual([['Tool "big" C:\\x', '1.0', 'Größe und Söhne GmbH & Co. KG', 'pc.reg']]);
      expect(result.summary).toMatchObject({ rows: 4, skippedByReason: { 'skip.windowsComponent': 1, 'skip.update': 1, 'skip.withoutName': 1 } });
      expect(result.issues).toEqual([]);
    }
  });

  it('of the older kind is read too', async () => {
    const result = await readText(`REGEDIT4\r\n\r\n[${root}\\T]\r\n"DisplayName"="Übersicht"\r\n"Publisher"=hex(2):48,e4,75,73,00\r\n`, {
      encoding: 'windows-1252',
    });
    expect(shown(result)).toEqual([['Übersicht', '', 'Häus', 'file.csv']]);
  });

  it('without programs says which key to export', async () => {
    const result = await readText('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n"a"="b"\r\n');
    expect([result.format, result.records, keysOf(result)]).toEqual(['windowsRegistry', [], ['issue.registryWithoutUninstall']]);
  });
});

describe('winget', () => {
  const exported = {
    $schema: 'https://aka.ms/winget-packages.schema.2.0.json',
    Sources: [
      { Packages: [{ PackageIdentifier: 'House.Tool.Pro', Version: '1.2' }, { PackageIdentifier: 'Mozilla.Firefox' }, 7], SourceDetails: { Name: 'winget' } },
      { Packages: [{ PackageIdentifier: '9WZDNCRFHVN5' }], SourceDetails: { Name: 'msstore' } },
    ],
  };

  it('exports ids, which hold publisher and name', async () => {
    const result = await readText(JSON.stringify(exported), { name: 'pc.json' });
    expect(result.format).toBe('wingetExport');
    expect(shown(result)).toEqual([
      ['Tool Pro', '1.2', 'House', 'pc.json'],
      ['Firefox', '', 'Mozilla', 'pc.json'],
      ['9WZDNCRFHVN5', '', '', 'pc.json'],
    ]);
    expect(keysOf(result)).toEqual(['issue.cellMissing', 'issue.storeIdsOnly', 'issue.wingetKnowsOnlySources']);
  });

  it.each([
    ['{"Sources": {}}', 'issue.sectionMissing'],
    ['[]', 'issue.sectionMissing'],
    [JSON.stringify(exported).slice(0, -9), 'issue.jsonInvalid'],
  ])('is refused when broken: %.40s', async (text, key) => {
    expect((await readText(text, { format: 'wingetExport' })).summary.refused?.messageKey).toBe(key);
  });

  it.each([
    ['German', 'Name              ID                 Version  Verfügbar Quelle'],
    ['English', 'Name              Id                 Version  Available Source'],
  ])('lists programs in columns, in %s', async (_language, heading) => {
    const text = [
      '   -\b \r   \\\b ',
      heading,
      '-'.repeat(62),
      'Größenrechner     House.Tool         1.2      1.3       winget',
      'Ein langer Name,… ARP\\Machine\\X64\\1 > 4.5',
      '2 upgrades available.',
    ].join('\r\n');
    const result = await readText(text, { name: 'pc.txt' });
    expect(result.format).toBe('wingetList');
    expect(shown(result)).toEqual([
      ['Größenrechner', '1.2', '', 'pc.txt'],
      ['Ein langer Name,', '4.5', '', 'pc.txt'],
    ]);
    expect(result.issues.map((issue) => [issue.messageKey, issue.row])).toEqual([['issue.namesCutOff', 6]]);
  });
});

describe('choco list', () => {
  it('is read with its sentences', async () => {
    const text =
      'Chocolatey v0.10.11\r\n7zip 19.0\r\n7zip.install 19.0\r\nfirefox 120.0.1 [Approved]\r\nKB2919355 1.0.20160915\r\n4 packages installed.\r\n\r\nDid you know 3 things?\r\n';
    const result = await readText(text, { name: 'pc.txt' });
    expect(result.format).toBe('chocoList');
    expect(shown(result)).toEqual([
      ['7zip', '19.0', '', 'pc.txt'],
      ['firefox', '120.0.1', '', 'pc.txt'],
    ]);
    expect(result.summary).toMatchObject({ rows: 4, skippedByReason: { 'skip.packagePart': 1, 'skip.update': 1 }, issues: [] });
  });

  it('is read with -r', async () => {
    const result = await readText('git.install|2.43.0\nvlc|3.0.20\n');
    expect([result.format, shown(result)]).toEqual([
      'chocoList',
      [
        ['git.install', '2.43.0', '', 'file.csv'],
        ['vlc', '3.0.20', '', 'file.csv'],
      ],
    ]);
  });

  it('is not any table with bars', async () => {
    expect((await readText('Name|Version\nTool|1.0\nOther|2.0\n')).format).toBe('tabular');
  });
});
