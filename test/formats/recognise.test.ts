import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from '../../formats/read/delimiter.ts';
import { detectBinary, detectEncoding } from '../../formats/read/encoding.ts';
import { sniff } from '../../formats/read/sniff.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { only, readText } from './readSupport.ts';

const german = 'Bezeichnung;Hersteller;Version\nPrüfprogramm für Gebäude;Müller & Söhne;1.0\nStraßenkataster;Größe AG;2.0\n';

describe('encodings', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850'])('reads German text written in %s, with a mark or without', async (encoding) => {
    for (const addBOM of encoding.startsWith('utf') ? [true, false] : [false]) {
      const bytes = iconv.encode(german, encoding, { addBOM });
      expect(detectEncoding(bytes)).toBe(encoding);
      for (const chunkSize of [1, 7, 65_536]) {
        const result = await readText(german, { encoding, chunkSize });
        expect(only(result, 'software').map((record) => [record.rawName, record.publisher])).toEqual([
          ['Prüfprogramm für Gebäude', 'Müller & Söhne'],
          ['Straßenkataster', 'Größe AG'],
        ]);
        expect(result.issues).toEqual([]);
      }
    }
  });

  it('reads French text of Windows', () => {
    expect(detectEncoding(iconv.encode('Nom;Éditeur\nLogiciel de comptabilité;Société Générale Française\nAgenda partagé;Élan\n', 'windows-1252'))).toBe(
      'windows-1252',
    );
  });

  it('reads Polish and Czech text of Windows', () => {
    const text =
      'Nazwa;Producent\nZarządzanie środkami trwałymi;Księgowość Główna\nŻądania płatności;Urząd Miasta Łódź\nObsługa zgłoszeń i zażaleń;Gdańsk\n'.repeat(4);
    expect(detectEncoding(iconv.encode(text, 'windows-1250'))).toBe('windows-1250');
  });

  it('is not misled by plain letters before the first umlaut', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `Program ${index};Publisher;1.0`);
    const result = await readText(`Name;Publisher;Version\n${rows.join('\n')}\nBürgerbüro;Häuser;1\n`, { encoding: 'windows-1252' });
    expect(only(result, 'software').at(-1)?.rawName).toBe('Bürgerbüro');
    expect(result.issues).toEqual([]);
  });

  it('believes an XML file where its letters say nothing else', async () => {
    const xml = (declared: string) =>
      `<?xml version="1.0" encoding="${declared}"?>\n<REQUEST><CONTENT><HARDWARE><NAME>pc1</NAME></HARDWARE><SOFTWARES><NAME>Zażółć gęślą</NAME></SOFTWARES></CONTENT></REQUEST>`;
    for (const encoding of ['iso-8859-2', 'windows-1250']) {
      const result = await readText(xml(encoding.toUpperCase()), { encoding });
      expect(only(result, 'software').map((record) => record.rawName)).toEqual(['Zażółć gęślą']);
    }
    // What is UTF-8 is read as that, whatever it claims.
    expect(only(await readText(xml('ISO-8859-1')), 'software')[0]?.rawName).toBe('Zażółć gęślą');
    expect(detectEncoding(iconv.encode('<?xml version="1.0" encoding="ISO-8859-15"?><a>12 \u20ac</a>', 'iso-8859-15'))).toBe('iso-8859-15');
  });

  it('does not cut a character at the end of the sample', () => {
    const bytes = iconv.encode('Name;Größe', 'utf-8');
    for (let length = 6; length <= bytes.length; length++) expect(detectEncoding(bytes.subarray(0, length))).toBe('utf-8');
  });

  it('tells what is no text', () => {
    expect(detectBinary(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toBe('picture');
    expect(detectBinary(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('spreadsheet');
    expect(detectBinary(Uint8Array.of(65, 0, 0, 66, 67, 0))).toBe('other');
    expect(detectBinary(iconv.encode('Name;Version', 'utf-16le'))).toBeNull();
  });
});

describe('separators', () => {
  it.each([
    ['a;b;c\n1;"x;y,z";3\n', ';'],
    ['a,b,c\n1,"x;y;z;w",3\n', ','],
    ['a\tb\n1\t2,5\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['name;cost\nx;1,5\ny;2,5\n', ';'],
    ['sep=;\na;b,c\n', ';'],
    ['"quoted ""a;b;c;d""",x\n"second, line",y\n', ','],
    ['only one column\nvalue\n', null],
    ['', null],
  ])('finds the separator of %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});

describe('formats', () => {
  const formatOf = async (text: string, name: string) => {
    const sniffed = await sniff(sourceFromBytes(name, Buffer.from(text)));
    return sniffed.kind === 'recognised' ? sniffed.format : sniffed.kind;
  };

  it('are recognised by the content, whatever the name', async () => {
    const text = 'Name;Publisher;Version\nx;y;z\n';
    expect([await formatOf(text, 'users.json'), await formatOf(text, 'a.png'), await formatOf(text, '')]).toEqual(['tabular', 'tabular', 'tabular']);
  });

  it('says what it saw, how sure it is, the encoding and the separator', async () => {
    const sniffed = await sniff(sourceFromBytes('x', iconv.encode('Name;Hersteller;Version\nPrüfer;y;z\n', 'windows-1252')));
    expect(sniffed).toMatchObject({
      kind: 'recognised',
      format: 'tabular',
      encoding: 'windows-1252',
      delimiter: ';',
      seen: { messageKey: 'format.seen.table.software', params: { columns: 'Name, Version, Hersteller' } },
    });
  });

  it('leaves unknown texts to a person', async () => {
    expect(await formatOf('colour;taste\nred;sweet\n', 'x.csv')).toBe('unknown');
    expect(await formatOf('{"hello": 1}', 'x.json')).toBe('unknown');
    expect(await formatOf('', 'x.csv')).toBe('refused');
  });
});
