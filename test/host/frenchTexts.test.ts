import { describe, expect, it } from 'vitest';
import { frenchTexts } from '../../host/frenchTexts.ts';
import { loadCatalogue, loadPlanTemplates } from '../../host/loadTemplates.ts';

describe('the French texts of templates', () => {
  it('keep a semicolon with the word before it, and leave other languages and other data alone', () => {
    const note = { de: 'auf Anfrage ; Annahme', fr: 'sur demande ; hypothèse', low: 4, tags: ['a ; b', { fr: '« libre »' }], until: null };
    expect(frenchTexts(note)).toEqual({
      de: 'auf Anfrage ; Annahme',
      fr: 'sur demande\u202f; hypothèse',
      low: 4,
      tags: ['a ; b', { fr: '«\u202flibre\u202f»' }],
      until: null,
    });
  });

  it('break no line before a mark, in the catalogue and in the templates of plans', () => {
    const shipped = JSON.stringify([[...loadPlanTemplates().values()], [...loadCatalogue().catalogue.products.values()]]);
    const french = [...shipped.matchAll(/"fr":"([^"]*)"/g)].map(([, text]) => text as string);
    expect(french.length).toBeGreaterThan(1000);
    expect(french.filter((text) => / [;!?»]|« /.test(text))).toEqual([]);
  });
});
