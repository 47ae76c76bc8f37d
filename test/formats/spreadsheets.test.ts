import { describe, expect, it } from 'vitest';
import { numberText, serialText } from '../../formats/read/containers/cellText.ts';
import { dateFormat } from '../../formats/read/containers/dateFormat.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { odsFile, odsText, xlsxFile, xlsxRows } from '../support/spreadsheetFile.ts';
import { zipFile } from '../support/zipFile.ts';
import { membersOf, onlySource, shown, textOf } from './memberSupport.ts';
import { only, readSource } from './readSupport.ts';

const xlsx = (rows: string, given: Parameters<typeof xlsxFile>[1] = {}) => membersOf(sourceFromBytes('a.xlsx', xlsxFile([{ name: 'Tabelle1', rows }], given)));
const ods = (rows: string) => membersOf(sourceFromBytes('a.ods', odsFile([{ name: 'Tabelle1', rows }])));
const head = '<table:table-row>';
const tail = '</table:table-row>';

describe('cells', () => {
  it.each([
    ['1.234', '1.2340'],
    ['-12.345', '-12.3450'],
    ['0.125', '0.125'],
    ['1234.567', '1234.567'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['1E+021', '1000000000000000000000'],
    ['1.5E-7', '0.00000015'],
    ['9007199254740993', '9007199254740993'],
    ['5.0', '5'],
    ['nothing', 'nothing'],
  ])('number %s is %s', (raw, text) => {
    expect(numberText(raw)).toBe(text);
  });

  it.each([
    [45_307, 'date', false, '2024-01-16'],
    [45_307.341_666_666_7, 'date', false, '2024-01-16T08:12:00'],
    [45_306.999_999_999, 'date', false, '2024-01-16'],
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [43_845, 'date', true, '2024-01-16'],
    [2_958_465, 'date', false, '9999-12-31'],
    [0.3125, 'time', false, '07:30:00'],
    [1.5, 'time', false, '36:00:00'],
    [-1, 'date', false, null],
    [1e9, 'date', false, null],
  ] as const)('%d as %s (1904: %s) is %s', (serial, kind, is1904, text) => {
    expect(serialText(serial, kind, is1904)).toBe(text);
  });

  it.each([
    [14, undefined, 'date'],
    [0, undefined, null],
    [164, '#,##0.00\\ [$€-407]', null],
    [165, 'dd/mm/yyyy;@', 'date'],
    [166, '[h]:mm', 'time'],
    [167, '[Red]0.00" days"', null],
    [168, 'General', null],
    [169, '[$-407]MMMM', 'date'],
    [170, '0%', null],
    [171, 'd" o\'clock; "h', 'date'],
  ] as const)('format %d %s is %s', (id, code, kind) => {
    expect(dateFormat(id, code)).toBe(kind);
  });
});

describe('XLSX', () => {
  it('becomes a table: days, times, numbers, truth, shared and rich texts, each in its column', async () => {
    const strings = '<si><t>007</t></si><si><r><t>Tool </t></r><r><t xml:space="preserve">A_x000D_ "x"</t></r><rPh sb="0" eb="1"><t>read aloud</t></rPh></si>';
    const members = await xlsx(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>List</t></is></c></row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" s="1"><v>45307</v></c><c r="E3" s="2"><v>0.3125</v></c><c r="F3" s="3"><v>1234.5</v></c><c r="G3" t="b"><v>1</v></c><c r="H3" t="d"><v>2024-01-16</v></c></row>`,
      { strings },
    );
    expect(shown(members)).toEqual(['a.xlsx › Tabelle1']);
    expect(await textOf(onlySource(members))).toBe('List\n\n007,"Tool A\r ""x""",,2024-01-16,07:30:00,1234.5,TRUE,2024-01-16\n');
  });

  it('counts days from 1904 where the file does', async () => {
    expect(await textOf(onlySource(await xlsx('<row><c s="1"><v>43845</v></c></row>', { is1904: true })))).toBe('2024-01-16\n');
  });

  it('takes the stored value of a formula, links and DDE included, and tells what has none', async () => {
    const rows = `${xlsxRows([['Name', 'Installations']])}<row><c t="str"><f>[1]Other!A1</f><v>Editor</v></c><c><f>cmd|' /C calc'!A0</f><v>3</v></c></row><row><c t="inlineStr"><is><t>=1+3</t></is></c><c><f>1/0</f></c></row><row><c t="inlineStr"><is><t>B</t></is></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const source = onlySource(await xlsx(rows));
    expect(await textOf(source)).toBe('Name,Installations\nEditor,3\n=1+3\nB\n');
    const result = await readSource(source);
    expect(only(result, 'software').map((record) => [record.row, record.rawName, record.installations])).toEqual([
      [2, 'Editor', 3],
      [3, '=1+3', 1],
      [4, 'B', 1],
    ]);
    expect(result.issues.map((issue) => [issue.messageKey, issue.params.count, issue.row])).toEqual([
      ['issue.formulasWithoutValue', 1, 3],
      ['issue.cellsWithErrors', 1, 4],
    ]);
  });

  it('keeps counts and costs what they are, above a title and with empty cells at the end', async () => {
    const counted = xlsxRows([['Software of the town'], [], ['Name', 'Installations', 'Version', 'Notes'], ['Editor', 1234, 1.1], ['Viewer', 7, '1.10']]);
    const result = await readSource(onlySource(await xlsx(counted)));
    expect(result.format).toBe('tabular');
    expect(result.records).toMatchObject([
      { row: 4, rawName: 'Editor', installations: 1234, version: '1.1' },
      { row: 5, rawName: 'Viewer', installations: 7, version: '1.10' },
    ]);
    const paid = xlsxRows([
      ['Name', 'Annual cost'],
      ['Support', 1.234],
      ['Care', 9999.5],
      ['Help', 1234],
    ]);
    const { records } = await readSource(onlySource(await xlsx(paid)));
    expect(records).toMatchObject([{ annualCostCents: 123 }, { annualCostCents: 999_950 }, { annualCostCents: 123_400 }]);
    expect(result.issues.filter((issue) => issue.messageKey === 'issue.rowFilledUp')).toEqual([]);
  });

  it('shows every sheet that has cells and is not hidden', async () => {
    const sheet = (name: string, isHidden = false) => ({ name, isHidden, rows: xlsxRows([['Name'], [name]]) });
    const bytes = xlsxFile([sheet('Übersicht &amp; mehr'), sheet('Versteckt', true), { name: 'Leer', rows: '' }]);
    const members = await membersOf(sourceFromBytes('Liste.xlsx', bytes));
    expect(shown(members)).toEqual(['Liste.xlsx › Übersicht & mehr', 'leftOut: Liste.xlsx › Versteckt: issue.sheetHidden', 'Liste.xlsx › Leer']);
    const empty = members[2];
    expect(empty?.kind === 'file' && (await readSource(empty.source)).summary.refused?.messageKey).toBe('issue.sheetEmpty');
    const packed = await membersOf(sourceFromBytes('all.zip', zipFile([{ name: 'Liste.xlsx', content: bytes }])));
    expect(packed.map((member) => member.key)).toEqual(['0/0', '0/1', '0/2']);
    expect(shown(packed)[0]).toBe('all.zip › Liste.xlsx › Übersicht & mehr');
  });

  it('reads a sheet with the lines of an unsplit CSV file in one column', async () => {
    const result = await readSource(onlySource(await xlsx(xlsxRows([['Name;Hersteller;Version'], ['Editor;Müller;1.0'], ['Viewer;Häuser;2.0']]))));
    expect(only(result, 'software').map((record) => [record.rawName, record.publisher])).toEqual([
      ['Editor', 'Müller'],
      ['Viewer', 'Häuser'],
    ]);
  });

  it('refuses entities, defects, rows that end nowhere and a part that is missing', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const refusal = async (rows: string, given: Parameters<typeof xlsxFile>[1] = {}) => {
      const [member] = await xlsx(rows, given);
      return member?.kind === 'file' ? (await readSource(member.source)).summary.refused?.messageKey : member?.issue.messageKey;
    };
    expect(await refusal('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>', { sheetHead: laughs })).toBe('issue.xmlDeclaresEntities');
    expect(await refusal('<row><c t="inlineStr"><is><t>&unknown;</t></is></c></row>')).toBe('issue.spreadsheetDamaged');
    expect(await refusal('<row><c></row>')).toBe('issue.spreadsheetDamaged');
    expect(await refusal('<row r="2000000"><c><v>1</v></c></row>')).toBe('issue.sheetTooLong');
    expect(await refusal('', { strings: '<si>' })).toBe('issue.spreadsheetDamaged');
    const bare = zipFile([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>' },
    ]);
    expect(await membersOf(sourceFromBytes('bare.xlsx', bare))).toEqual([]);
  });

  it('leaves out and tells what stands far to the right', async () => {
    const source = onlySource(await xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="XFD1"><v>1</v></c></row>'));
    expect(await textOf(source)).toBe('Name\n');
    expect(source.remarks?.()).toEqual([{ messageKey: 'issue.columnsLeftOut', params: { count: 1, limit: 2_000 }, row: 1 }]);
  });
});

describe('OpenDocument', () => {
  it('becomes a table: repeated cells and rows, lines, blanks, days, times, money, truth', async () => {
    const rows = [
      `${head}<table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>List</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>${odsText('right')}${tail}`,
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      `<table:table-header-rows>${head}${odsText('Tool<text:s text:c="3"/>A</text:p><text:p>line <text:span>two</text:span>')}<table:table-cell/>${odsText('x', 2)}${tail}</table:table-header-rows>`,
      `<table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.234"><text:p>1,234</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-01-16T00:00:00"/><table:table-cell office:value-type="date" office:date-value="2024-01-16T08:12:00.000000000"/><table:table-cell office:value-type="time" office:time-value="PT07H30M00S"/><table:table-cell office:value-type="currency" office:value="1234.5"/><table:table-cell office:value-type="boolean" office:boolean-value="false"/></table:table-row></table:table-row-group>`,
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    const line = '1.2340,2024-01-16,2024-01-16T08:12:00,07:30:00,1234.5,FALSE\n';
    expect(await textOf(onlySource(await ods(rows.join(''))))).toBe(`List,,,right\n\n\n"Tool   A\nline two",,x,x\n${line}${line}`);
  });

  it('passes over comments, tells formulas without value and errors', async () => {
    const rows = `${head}${odsText('Name')}<table:table-cell office:value-type="string"><office:annotation><text:p>said by somebody</text:p></office:annotation><text:p>Version</text:p></table:table-cell>${tail}${head}${odsText('Editor')}<table:table-cell table:formula="of:=1+1"/>${tail}${head}${odsText('Viewer')}<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>${tail}`;
    const source = onlySource(await ods(rows));
    expect(await textOf(source)).toBe('Name,Version\nEditor\nViewer\n');
    expect(source.remarks?.().map((remark) => [remark.messageKey, remark.row])).toEqual([
      ['issue.formulasWithoutValue', 2],
      ['issue.cellsWithErrors', 3],
    ]);
  });

  it('keeps its sheets apart and leaves hidden ones out', async () => {
    const bytes = odsFile([
      { name: 'Eins', rows: `${head}${odsText('1')}${tail}` },
      { name: 'Versteckt', isHidden: true, rows: `${head}${odsText('2')}${tail}` },
      { name: 'Drei', rows: `${head}${odsText('3')}${tail}` },
    ]);
    const members = await membersOf(sourceFromBytes('Liste.ods', bytes));
    expect(shown(members)).toEqual(['Liste.ods › Eins', 'leftOut: Liste.ods › Versteckt: issue.sheetHidden', 'Liste.ods › Drei']);
    expect(members[2]?.kind === 'file' && (await textOf(members[2].source))).toBe('3\n');
  });

  it('refuses a row that stands there a million times, and an encrypted file', async () => {
    const source = onlySource(await ods(`<table:table-row table:number-rows-repeated="1048576">${odsText('x', 16_384)}</table:table-row>`));
    expect((await readSource(source)).summary.refused?.messageKey).toBe('issue.packedTooTightly');
    const manifest = '<manifest:manifest xmlns:manifest="x"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const encrypted = zipFile([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', content: 'unreadable' },
      { name: 'META-INF/manifest.xml', content: manifest },
    ]);
    expect(shown(await membersOf(sourceFromBytes('secret.ods', encrypted)))).toEqual(['refused: secret.ods: issue.packedFileEncrypted']);
  });
});
