import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const shown = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'software').map((record) => [record.rawName, record.version, record.publisher, record.device]);

describe('packages of dpkg', () => {
  const head = [
    'Gewünscht=Unbekannt/Installieren/R=Entfernen/P=Vollständig Löschen/Halten',
    '| Status=Nicht/Installiert/Config/U=Entpackt/halb konFiguriert/',
    '|/ Fehler?=(kein)/R=Neuinstallation notwendig (Status, Fehler: GROSS=schlecht)',
    '||/ Name           Version      Architektur  Beschreibung',
    '+++-==============-============-============-=================================',
  ];
  const list = [
    ...head,
    'ii  libreoffice    1:7.4.7-1    amd64        office productivity suite',
    'ii  libc6:amd64    2.36-9       amd64        GNU C Library',
    'rc  oldtool        1.0          all          removed, configuration left',
    'hi  kept           2.0          all          held back',
    'ii  fourteenletter 3.0          all          maybe cut',
    'strange line',
  ].join('\n');

  it('are read as dpkg -l prints them, in any language', async () => {
    const result = await readText(list, { name: 'pc.txt' });
    expect(result.format).toBe('dpkgPackages');
    expect(shown(result)).toEqual([
      ['libreoffice', '1:7.4.7-1', '', 'pc.txt'],
      ['libc6', '2.36-9', '', 'pc.txt'],
      ['kept', '2.0', '', 'pc.txt'],
      ['fourteenletter', '3.0', '', 'pc.txt'],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.packageRemoved': 1, 'issue.lineUnreadable': 1 });
    expect(result.issues.map((issue) => [issue.messageKey, issue.row])).toEqual([
      ['issue.lineUnreadable', 11],
      ['issue.namesCutOff', 10],
    ]);
  });

  it('are read without the lines above', async () => {
    const result = await readText('ii  a1  1.0  all  x\nii  b2  2.0  all  y\nun  c3  <none>  <none>  (no description)\n');
    expect([result.format, shown(result).map(([name]) => name), result.summary.skipped]).toEqual(['dpkgPackages', ['a1', 'b2'], 1]);
  });

  it.each([
    [
      'the status behind',
      'tool\tall\t1.0-2\t120\tweb\tinstall ok installed\ngone\tamd64\t2.0\t9\tx\tdeinstall ok config-files\nlibx:i386\ti386\t3.0\t\tx\tinstall ok installed\n',
    ],
    ['the status first', 'tool\tii \t1.0-2\tall\ngone\trc \t2.0\tamd64\nlibx:i386\tii \t3.0\ti386\n'],
  ])('are read from a query with tabs, %s', async (_name, text) => {
    const result = await readText(text);
    expect(result.format).toBe('dpkgPackages');
    expect(shown(result)).toEqual([
      ['tool', '1.0-2', '', 'file.csv'],
      ['libx', '3.0', '', 'file.csv'],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.packageRemoved': 1 });
  });

  it('are read from dpkg-query -W, with two columns', async () => {
    const result = await readText('a1\t1.0\nb2:amd64\t2.0-1\nc3\t3.0\nd4\t4.0+deb12u1\ne5\t5:1.0~rc1\n');
    expect([result.format, shown(result).length]).toEqual(['dpkgPackages', 5]);
  });

  it.each([
    ['Listing...', 'installed,automatic'],
    ['Auflistung…', 'Installiert,automatisch'],
  ])('are read as apt list prints them: %s', async (sentence, installed) => {
    const text = `WARNING: apt does not have a stable CLI interface.\n${sentence}\ntool/stable,now 1.0-2 amd64 [${installed}]\nlibx/stable-security 2:3.0 i386\nold/now 0.9 all [residual-config]\nlast/stable,now 4 all [${installed}]\n`;
    const result = await readText(text);
    expect([result.format, shown(result), result.summary.skippedByReason]).toEqual([
      'dpkgPackages',
      [
        ['tool', '1.0-2', '', 'file.csv'],
        ['last', '4', '', 'file.csv'],
      ],
      { 'skip.packageRemoved': 2 },
    ]);
  });

  it('are no list of places', async () => {
    expect((await readText('berlin\t10115\nbonn\t53111\nparis\t75001\n')).format).not.toBe('dpkgPackages');
  });
});

describe('packages of rpm', () => {
  it.each([
    [
      'as rpm -qa prints them',
      'bash-5.1.8-6.el9.x86_64\npython3-dns-2.1.0-6.el9.noarch\ngpg-pubkey-8483c65d-5ccc5b19\nxorg-x11-font-utils-7.5-53.el9.x86_64\n',
    ],
    [
      'with their days',
      'bash-5.1.8-6.el9.x86_64                       Tue 01 Oct 2024 10:00:00\npython3-dns-2.1.0-6.el9.noarch                Tue 01 Oct 2024 10:00:00\ngpg-pubkey-8483c65d-5ccc5b19                  Tue 01 Oct 2024 10:00:00\nxorg-x11-font-utils-7.5-53.el9.x86_64         Tue 01 Oct 2024 10:00:00\n',
    ],
    ['without architectures', 'bash-5.1.8-6.el9\npython3-dns-2.1.0-6.el9\ngpg-pubkey-8483c65d-5ccc5b19\nxorg-x11-font-utils-7.5-53.el9\n'],
  ])('are taken apart from the right, %s', async (_name, text) => {
    const result = await readText(text);
    expect(result.format).toBe('rpmPackages');
    expect(shown(result)).toEqual([
      ['bash', '5.1.8-6.el9', '', 'file.csv'],
      ['python3-dns', '2.1.0-6.el9', '', 'file.csv'],
      ['xorg-x11-font-utils', '7.5-53.el9', '', 'file.csv'],
    ]);
    expect(result.summary).toMatchObject({ skippedByReason: { 'skip.signingKey': 1 }, issues: [] });
  });

  it('are read from a query with tabs, with their vendors', async () => {
    const rows = [
      ['bash', 'x86_64', '5.1.8-6.el9', '1727776800', '7738634', 'House', 'The shell', 'Unspecified'],
      ['ImageMagick-c++', 'x86_64', '6.9-1', '1727776800', '1', '(none)', 'Pictures', 'Unspecified'],
      ['gpg-pubkey', '(none)', '8483c65d-5ccc5b19', '1727776800', '0', '(none)', 'key', 'Public Keys'],
    ];
    const result = await readText(rows.map((row) => row.join('\t')).join('\n'), { name: 'host' });
    expect(result.format).toBe('rpmPackages');
    expect(shown(result)).toEqual([
      ['bash', '5.1.8-6.el9', 'House', 'host'],
      ['ImageMagick-c++', '6.9-1', '', 'host'],
    ]);
  });

  it.each(['2024-01-02\n2024-01-03\n2024-01-04\n', 'alpha-beta\nbeta-gamma\ngamma-delta\n', 'Stadt-Land-Fluss\nAuf-und-ab\nHin-und-her\n'])(
    'are not any words with hyphens: %j',
    async (text) => {
      expect((await readText(text)).format).not.toBe('rpmPackages');
    },
  );
});

describe('osquery', () => {
  const programs = [
    { name: 'Tool', version: '1.0', install_location: 'C:\\Users\\erika\\x', publisher: 'House', identifying_number: '{A-{1}}', uninstall_string: '' },
    { name: 'Second', version: '', install_location: '', publisher: '', identifying_number: '', uninstall_string: '' },
  ];

  it('answers about programs', async () => {
    const result = await readText(JSON.stringify(programs), { name: 'pc.json' });
    expect(result.format).toBe('osqueryPackages');
    expect(shown(result)).toEqual([
      ['Tool', '1.0', 'House', 'pc.json'],
      ['Second', '', '', 'pc.json'],
    ]);
    expect([JSON.stringify(result.records).includes('erika'), result.issues]).toEqual([false, []]);
  });

  it('answers about packages and applications, without the people who maintain them', async () => {
    const rows = [
      {
        name: 'bash',
        version: '5.2-2',
        source: '',
        size: '1',
        arch: 'amd64',
        revision: '2',
        status: 'install ok installed',
        maintainer: 'Erika <e@x.example>',
      },
      { name: 'old', version: '1', source: '', size: '1', arch: 'amd64', revision: '', status: 'deinstall ok config-files', maintainer: '' },
      { name: 'kernel', version: '5.14', release: '3.el9', vendor: 'House', package_group: '' },
      { name: 'Firefox.app', bundle_short_version: '120.0', bundle_identifier: 'org.mozilla.firefox', path: '/Applications/Firefox.app' },
    ];
    const result = await readText(JSON.stringify(rows), { name: 'pc' });
    expect(shown(result)).toEqual([
      ['bash', '5.2-2', '', 'pc'],
      ['kernel', '5.14-3.el9', 'House', 'pc'],
      ['Firefox', '120.0', '', 'pc'],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.packageRemoved': 1 });
    expect(JSON.stringify(result.records)).not.toMatch(/Erika|e@x/);
  });

  const line = (value: object) => JSON.stringify({ name: 'pack_it_programs', hostIdentifier: 'PC1', calendarTime: 'Mon', ...value });

  it('logs what came and what went', async () => {
    const text = [
      line({ columns: programs[0], action: 'added' }),
      line({ columns: programs[1], action: 'removed' }),
      line({ hostIdentifier: 'PC2', diffResults: { added: [programs[1]], removed: [programs[0]] } }),
      line({ columns: { pid: '1', name: 'init' }, action: 'added' }),
      '{"cut',
    ].join('\n');
    const result = await readText(text);
    expect(result.format).toBe('osqueryPackages');
    expect(shown(result)).toEqual([
      ['Tool', '1.0', 'House', 'PC1'],
      ['Second', '', '', 'PC2'],
    ]);
    expect(result.summary).toMatchObject({
      isPartial: true,
      rows: 6,
      skippedByReason: { 'skip.packageRemoved': 2, 'skip.notSoftware': 1, 'issue.lineUnreadable': 1 },
    });
  });

  it('logs all of it in a snapshot', async () => {
    const result = await readText(line({ snapshot: programs, action: 'snapshot' }));
    expect([shown(result).length, result.summary.isPartial]).toEqual([2, false]);
  });

  it.each([
    ['[{"name": "x"', 'issue.jsonInvalid'],
    [' [1, 2', 'issue.jsonInvalid'],
  ])('is refused when broken: %s', async (text, key) => {
    expect((await readText(text, { format: 'osqueryPackages' })).summary.refused?.messageKey).toBe(key);
  });

  it('is not any list of objects', async () => {
    expect((await readText('[{"name":"x","colour":"red"}]')).format).toBeNull();
  });
});

describe('applications of a Mac', () => {
  const applications = [
    {
      _name: 'Firefox',
      version: '120.0',
      obtained_from: 'identified_developer',
      path: '/Users/erika/x',
      signed_by: ['Developer ID Application: Mozilla Corporation (43AQ936H96)', 'Apple Root CA'],
    },
    { _name: 'Mail', version: '16.0', obtained_from: 'apple', signed_by: ['Software Signing'] },
    { _name: 'Größe & Co', obtained_from: 'unknown' },
  ];
  const expected = [
    ['Firefox', '120.0', 'Mozilla Corporation', 'mac'],
    ['Mail', '16.0', 'Apple', 'mac'],
    ['Größe & Co', '', '', 'mac'],
  ];
  const escaped = (text: string) => text.replaceAll('&', '&amp;');
  const dict = (application: Readonly<Record<string, string | readonly string[]>>) =>
    `<dict>${Object.entries(application)
      .map(
        ([key, value]) =>
          `<key>${key}</key>${typeof value === 'string' ? `<string>${escaped(value)}</string>` : `<array>${value.map((text) => `<string>${text}</string>`).join('')}</array>`}`,
      )
      .join('')}</dict>`;
  const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><array>
<dict><key>_dataType</key><string>SPHardwareDataType</string><key>_items</key><array><dict><key>_name</key><string>hardware</string><key>serial_number</key><string>C02</string></dict></array></dict>
<dict><key>_SPCommandLineArguments</key><array><string>-nospawn</string></array><key>_dataType</key><string>SPApplicationsDataType</string>
<key>_items</key><array>${applications.map(dict).join('\n')}</array>
<key>_properties</key><dict><key>_name</key><dict><key>_isColumn</key><string>YES</string></dict></dict></dict>
</array></plist>`;

  it('are read from XML', async () => {
    const result = await readText(plist, { name: 'mac' });
    expect([result.format, shown(result), result.issues]).toEqual(['macApplications', expected, []]);
    expect(JSON.stringify(result.records)).not.toMatch(/erika|C02/);
  });

  it('are read from JSON', async () => {
    const result = await readText(JSON.stringify({ SPApplicationsDataType: applications }), { name: 'mac' });
    expect([result.format, shown(result), result.issues]).toEqual(['macApplications', expected, []]);
    const named = await readText(JSON.stringify({ SPApplicationsDataType: applications, SPSoftwareDataType: [{ local_host_name: 'Mac-7' }] }));
    expect(only(named, 'software')[0]?.device).toBe('Mac-7');
  });

  it.each([
    [plist.slice(0, -20), 'issue.xmlInvalid'],
    ['{"SPApplicationsDataType": [}', 'issue.jsonInvalid'],
    ['{"SPApplicationsDataType": 1}', 'issue.sectionMissing'],
  ])('are refused when broken', async (text, key) => {
    expect((await readText(text, { format: 'macApplications' })).summary.refused?.messageKey).toBe(key);
  });

  it('without any say so', async () => {
    expect(keysOf(await readText('{"SPApplicationsDataType": []}'))).toEqual(['issue.softwareNone']);
  });
});
