import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanName, foldText, publisherWords } from '../../../core/domain/catalogue/cleanName.ts';
import { repairText } from '../../../core/domain/catalogue/repairText.ts';

const kinds = (name: string) => cleanName(name).words.map((word) => `${word.text}:${word.kind}`);

describe('repairText', () => {
  it.each([
    ['BÃ¼ro', 'Büro'],
    ['Büro', 'Büro'],
    ['Paragon Backup & RecoveryÃ¢â€žÂ¢ 17', 'Paragon Backup & Recovery™ 17'],
    ['Ãœbersicht', 'Übersicht'],
    ['Ã', 'Ã'],
  ])('%s is %s', (damaged, whole) => {
    expect(repairText(damaged)).toBe(whole);
  });
});

describe('foldText', () => {
  it.each([
    ['Office für Größere® Büros', 'office fur grossere buros'],
    ['Skype™ 7.41', 'skype 7.41'],
    ['Intel(R) Core(TM)', 'intel core'],
    ['LEGO© Star WarsT', 'lego star wars'],
    ['Azure IoT Explorer', 'azure iot explorer'],
    ['Docker+Desktop', 'docker desktop'],
    ['Notepad++', 'notepad++'],
    ['f?r Alle', 'f\uFFFDr alle'],
    ['ＡＢＣ　office', 'abc office'],
  ])('%s is %s', (raw, folded) => {
    expect(foldText(raw)).toBe(folded);
  });

  it('gives the same text when it is applied again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zäöüßéè0-9 .®™-]{0,40}$/), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('cleanName', () => {
  it('says of each word what it is', () => {
    expect(kinds('LibreOffice 7.0.1.2 (x64)')).toEqual(['libreoffice:other', '7.0.1.2:skippable', 'x64:skippable']);
    expect(kinds('Microsoft Office Professional Plus 2019 - de-de')).toEqual([
      'microsoft:other',
      'office:other',
      'professional:neutral',
      'plus:neutral',
      '2019:skippable',
      'mui:skippable',
    ]);
    expect(kinds('Thunderbird 78.0 (x64 cs)').at(-1)).toBe('cs:skippable');
    expect(kinds('Kaspersky for Windows')).toEqual(['kaspersky:other', 'for:neutral', 'windows:neutral']);
    expect(kinds('Skype for Business')).toEqual(['skype:other', 'for:companion', 'business:neutral']);
    expect(kinds('Tool (Deutsch)')).toEqual(['tool:companion', 'deutsch:skippable']);
    expect(kinds("QGIS 3.22.5 'Białowieża'").at(-1)).toBe('białowieza:neutral');
    expect(kinds("QGIS 'Białowieża' 3.22.5")[1]).toBe('białowieza:other');
    expect(kinds('Lotus Notes 8.5.3 de').at(-1)).toBe('de:skippable');
  });

  it('takes the version that the file names for a version, whatever it looks like', () => {
    expect(cleanName('Tool 2024build7xyz', '2024build7xyz').words.at(-1)?.kind).toBe('skippable');
  });

  it('never fails, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string(), (raw, version) => {
        expect(cleanName(raw, version).words).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('publisherWords', () => {
  it.each([
    ['Microsoft® Corporation', ['microsoft']],
    ['SAP SE', ['sap']],
    ['The Document Foundation', ['document']],
    ['CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond', ['microsoft', 'microsoft', 'redmond']],
    ['win.rar GmbH', ['win', 'rar']],
  ])('%s', (publisher, words) => {
    expect(publisherWords(publisher)).toEqual(words);
  });
});
