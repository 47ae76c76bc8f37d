import { describe, expect, it } from 'vitest';
import { ocsHeadings } from '../../formats/read/software/ocsHeadings.ts';
import { keysOf, only, readText } from './readSupport.ts';

const shown = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'software').map((record) => [record.rawName, record.version, record.publisher, record.installations, record.device, record.unitName]);

describe('software listed by OCS', () => {
  it.each(Object.keys(ocsHeadings))('is read with the headings of %s, in all three forms', async (language) => {
    const forms = ocsHeadings[language] as (typeof ocsHeadings)[string];
    const seenOf = (result: Awaited<ReturnType<typeof readText>>) => result.sniffed.kind === 'recognised' && result.sniffed.seen;
    // The console begins each row with the end of the line before it, quotes without doubling, and ends with a separator.
    const all = await readText(
      `${forms.software.map((heading) => `"${heading}";`).join('')}\r\n"House";"Tool, big";"1.0";"1";"Web";"12";\r\n"";"Second";"";"";"";"3";`,
    );
    expect([all.format, shown(all), all.issues]).toEqual([
      'ocsSoftware',
      [
        ['Tool, big', '1.0', 'House', 12, null, null],
        ['Second', '', '', 3, null, null],
      ],
      [],
    ]);
    expect(seenOf(all)).toMatchObject({ messageKey: 'format.seen.ocsSoftware', params: { form: 'software' } });
    const summary = await readText(`${forms.summary.join(';')}\r\n12;Tool;\r\n3;Second;\r\n`);
    expect([summary.format, shown(summary).map(([name, , , count]) => [name, count]), summary.issues]).toEqual([
      'ocsSoftware',
      [
        ['Tool', 12],
        ['Second', 3],
      ],
      [],
    ]);
    const machines = await readText(`${forms.machines.join(';')}\r\nBauamt;Tool;PC1;erika;x;2026-01-01;\r\nBauamt;Tool;PC2;max;x;2026-01-01;\r\n`);
    expect([machines.format, shown(machines), machines.issues]).toEqual([
      'ocsSoftware',
      [
        ['Tool', '', '', 1, 'PC1', 'Bauamt'],
        ['Tool', '', '', 1, 'PC2', 'Bauamt'],
      ],
      [],
    ]);
    expect(JSON.stringify(machines.records)).not.toMatch(/erika|max/);
  });

  it('says which language it saw', async () => {
    const result = await readText('Nombre;Logiciel\r\n1;x;');
    expect(result.sniffed).toMatchObject({ seen: { params: { language: 'fr', form: 'summary' } } });
  });

  it('puts names together that hold the separator without quotation marks', async () => {
    const result = await readText('Anzahl;Software\r\n12;Tool; the big one;\r\n4;a;b;\r\nx;c;d;\r\n5;plain;\r\n');
    expect(shown(result).map(([name, , , count]) => [name, count])).toEqual([
      ['Tool; the big one', 12],
      ['a;b', 4],
      ['plain', 5],
    ]);
    expect(result.issues.map((issue) => [issue.messageKey, issue.row])).toEqual([
      ['issue.rowPutTogether', 2],
      ['issue.rowPutTogether', 3],
      ['issue.rowTooLong', 4],
    ]);
  });

  it('is refused under other headings when asked for', async () => {
    expect((await readText('a;b\n1;2\n', { format: 'ocsSoftware' })).summary.refused?.messageKey).toBe('issue.softwareNameMissing');
  });
});

describe('an inventory of OCS’s new agent', () => {
  const inventory = {
    template_inventory: {
      BIOS: [{ 'SERIAL NUMBER': 'SERIAL-1', 'BIOS DATE': '15/11/2024 01:00:00' }],
      SOFTWARES: [
        { NAME: ' Größenrechner ', PUBLISHER: ' ', VERSION: ' 1.42.0', 'INSTALLATION DATE': ' 2024-10-08 14:40:12', FROM: ' deb' },
        { NAME: 'Tool', PUBLISHER: 'House', VERSION: 'Unknown', 'INSTALLATION DATE': '10/29/25, 2:21\u202fAM', 'FILE NAME': 'x' },
        7,
      ],
      'LOCAL USERS': [{ NAME: 'erika' }],
    },
  };

  it('gives the software, blanks around everything or not', async () => {
    const result = await readText(JSON.stringify(inventory, null, '\t'), { name: '2026-01-01.json' });
    expect(result.format).toBe('ocsAgentJson');
    expect(shown(result)).toEqual([
      ['Größenrechner', '1.42.0', '', 1, '2026-01-01.json', null],
      ['Tool', '', 'House', 1, '2026-01-01.json', null],
    ]);
    expect([keysOf(result), JSON.stringify(result.records).match(/erika|SERIAL/)]).toEqual([['issue.inventoryEntryNotAnObject'], null]);
  });

  it.each([
    [JSON.stringify(inventory).slice(0, -3), 'issue.jsonInvalid'],
    ['{"template_inventory": []}', 'issue.sectionMissing'],
    ['{"template_inventory": {"SOFTWARES": {}}}', 'issue.sectionMissing'],
  ])('is refused when broken', async (text, key) => {
    expect((await readText(text, { format: 'ocsAgentJson' })).summary.refused?.messageKey).toBe(key);
  });
});

describe('an inventory exported by OCS’s server', () => {
  it('is read with its department, the single program too', async () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<REQUEST>
  <DEVICEID>PC1-2026</DEVICEID>
  <CONTENT>
    <ACCOUNTINFO><KEYNAME>Other</KEYNAME><KEYVALUE>x</KEYVALUE></ACCOUNTINFO>
    <ACCOUNTINFO><KEYNAME>TAG</KEYNAME><KEYVALUE>Bauamt</KEYVALUE></ACCOUNTINFO>
    <ACCESSLOG><LOGDATE>2026-01-02 03:04:05</LOGDATE></ACCESSLOG>
    <HARDWARE><NAME>PC1</NAME><USERID>erika</USERID></HARDWARE>
    <SOFTWARES><NAME>Tool &amp; Co</NAME><VERSION>1.0</VERSION><PUBLISHER>House</PUBLISHER><USERNAME>erika</USERNAME></SOFTWARES>
  </CONTENT>
</REQUEST>`;
    const result = await readText(text);
    expect(result.format).toBe('agentXml');
    expect(shown(result)).toEqual([['Tool & Co', '1.0', 'House', 1, 'PC1-2026', 'Bauamt']]);
    expect(result.summary.device).toEqual({
      name: 'PC1-2026',
      loggedAt: '2026-01-02 03:04:05',
      identity: { hostName: 'pc1', serial: null, uuid: null },
    });
    expect(JSON.stringify(result.records)).not.toContain('erika');
  });
});

describe('the inventory of the GLPI agent', () => {
  it('says when it was made', async () => {
    const inventory = { deviceid: 'PC1', content: { accesslog: { logdate: '2026-01-02 03:04:05' }, softwares: [{ name: 'Tool', version: 'Tool 1.0' }] } };
    const result = await readText(JSON.stringify(inventory));
    expect(result.summary.device).toEqual({ name: 'PC1', loggedAt: '2026-01-02 03:04:05', identity: { hostName: 'pc1', serial: null, uuid: null } });
    expect(shown(result)).toEqual([['Tool', '1.0', '', 1, 'PC1', null]]);
    expect((await readText(JSON.stringify({ ...inventory, content: { softwares: [] } }), { format: 'glpiInventory' })).summary.device).toEqual({
      name: 'PC1',
      loggedAt: null,
      identity: { hostName: 'pc1', serial: null, uuid: null },
    });
  });
});

describe('the software list of GLPI', () => {
  it.each([
    ['French, older', '"Nom";"Éditeur";"Versions - Nom";"Versions - Système d\'exploitation";"Nombre d\'installations ";"Licences - Nombre de licences";', ';'],
    [
      'French, newer',
      '\ufeff"Nom";"Éditeur";"Versions - Nom";"Versions - Système d\'exploitation";"Nombre d\'installations ";"Licences - Nombre de licences"',
      '',
    ],
    ['English', '"Name";"Publisher";"Versions - Name";"Versions - Operating system";"Number of installations";"Licenses - Number of licenses"', ''],
    ['German', '"Name";"Herausgeber";"Versionen - Name";"Versionen - Betriebssystem";"Anzahl der Installationen";"Lizenzen - Anzahl der Lizenzen"', ''],
  ])('is read in %s', async (_name, headings, end) => {
    const result = await readText(`${headings}\r\n"Tool";"House";"1.0\n2.0\n1.0";"Windows";"12";"5"${end}\r\n`);
    expect([result.format, shown(result), result.issues]).toEqual(['glpiSoftware', [['Tool', '1.0, 2.0', 'House', 12, null, null]], []]);
  });
});

describe('Wazuh', () => {
  const sent = {
    Start: { hostname: 'PC1', osname: 'Windows' },
    data_values: [
      { operation: 'upsert', payload: { package: { name: 'Tool', vendor: ' ', version: 'Tool 1.0', type: 'win' } } },
      { operation: 'delete', payload: { package: { name: 'Gone', vendor: '', version: '' } } },
      { operation: 'upsert', payload: { process: { name: 'init' } } },
      { operation: 'upsert', payload: { package: { vendor: 'House' } } },
    ],
  };

  it('sends the packages of a machine', async () => {
    const result = await readText(JSON.stringify(sent));
    expect([result.format, shown(result)]).toEqual(['wazuhPackages', [['Tool', '1.0', '', 1, 'PC1', null]]]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.packageRemoved': 1, 'skip.notSoftware': 1, 'issue.cellMissing': 1 });
  });

  it('answers about them, and says when it was only a part', async () => {
    const items = [{ scan: {}, name: 'Tool', vendor: 'House', version: '1', format: 'deb', agent_id: '003' }];
    const result = await readText(JSON.stringify({ data: { affected_items: items, total_affected_items: 900 }, error: 0 }));
    expect([result.format, shown(result), keysOf(result), result.summary.isPartial]).toEqual([
      'wazuhPackages',
      [['Tool', '1', 'House', 1, '003', null]],
      ['issue.listOnlyAPart'],
      true,
    ]);
  });

  it.each([
    [JSON.stringify(sent).slice(0, -1), 'issue.jsonInvalid'],
    ['{"data_values": {}, "payload": 1}', 'issue.sectionMissing'],
  ])('is refused when broken', async (text, key) => {
    expect((await readText(text, { format: 'wazuhPackages' })).summary.refused?.messageKey).toBe(key);
  });
});
