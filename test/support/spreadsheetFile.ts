import { zipFile } from './zipFile.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationsOf = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${related}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export type PlannedSheet = {
  readonly name: string;
  /** What stands in `sheetData` of XLSX, or in `table:table` of ODS. */
  readonly rows: string;
  readonly isHidden?: boolean;
};

/** An XLSX workbook of given XML; `strings` are its shared texts. Style 1 is a day, 2 a time, 3 an amount in euro. */
export function xlsxFile(
  sheets: readonly PlannedSheet[],
  given: { readonly strings?: string; readonly is1904?: boolean; readonly sheetHead?: string } = {},
): Uint8Array {
  const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ [$€-407]"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="21"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  const workbook = `<workbook xmlns="${main}" xmlns:r="${related}"><workbookPr date1904="${given.is1904 === true}"/><sheets>${sheets
    .map(({ name, isHidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="r${index}"/>`)
    .join('')}</sheets></workbook>`;
  return zipFile([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', content: relationsOf(['officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', content: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationsOf(
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', '/xl/sharedStrings.xml'],
      ),
    },
    { name: 'xl/styles.xml', content: styles },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${given.strings ?? ''}</sst>` },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?>${given.sheetHead ?? ''}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]);
}

/** Rows of texts and numbers as XLSX writes them. */
export function xlsxRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells) => {
      const written = cells.map((cell) =>
        cell === null ? '<c/>' : typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
      );
      return `<row>${written.join('')}</row>`;
    })
    .join('');
}

/** An OpenDocument spreadsheet of given XML. */
export function odsFile(sheets: readonly PlannedSheet[]): Uint8Array {
  const names = ['office', 'style', 'text', 'table', 'number', 'draw'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);
  const tables = sheets.map(
    ({ name, rows, isHidden }) => `<table:table table:name="${name}"${isHidden ? ' table:style-name="hidden"' : ''}>${rows}</table:table>`,
  );
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(' ')} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

/** A cell of text as OpenDocument writes it. */
export function odsText(text: string, repeat = 1): string {
  return `<table:table-cell office:value-type="string"${repeat > 1 ? ` table:number-columns-repeated="${repeat}"` : ''}><text:p>${text}</text:p></table:table-cell>`;
}
