import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/domain/catalogue/catalogue.ts';
import { assembleCatalogue } from '../../../core/domain/catalogue/checkCatalogue.ts';
import { searchCatalogue } from '../../../core/domain/catalogue/searchCatalogue.ts';
import { product, provider } from '../sovereignty/smallCatalogue.ts';

const exchange = { ...product('microsoft-exchange-server', { vendor: 'microsoft' }), name: 'Microsoft Exchange Server', aliases: ['ms exchange'] };
const sogo = { ...product('sogo'), name: 'SOGo', aliases: ['exchange alternative'] };
const libreoffice = { ...product('libreoffice'), name: 'LibreOffice', aliases: ['libre office'] };
const galene = { ...product('galene'), name: 'Galène' };
const catalogue: Catalogue = assembleCatalogue({
  sources: [],
  products: [sogo, galene, libreoffice, exchange],
  providers: [{ ...provider('microsoft', 'US'), name: 'Microsoft' }, provider('maker')],
  events: [],
});
const found = (question: string, limit?: number) =>
  searchCatalogue(catalogue, question, limit).map((hit) => String(hit.kind === 'product' ? hit.product.id : hit.provider.id));

describe('searchCatalogue', () => {
  it.each([
    ['a word of the name before a word of an alias', 'exchange', ['microsoft-exchange-server', 'sogo']],
    ['a whole name first; the vendor counts too', 'Microsoft', ['microsoft', 'microsoft-exchange-server']],
    ['an alias', 'libre office', ['libreoffice']],
    ['every word must be found', 'exchange libre', []],
    ['accents and case make no difference', 'GALENE', ['galene']],
    ['part of a word', 'breof', ['libreoffice']],
    ['the category, in the order of names', 'office-suite', ['libreoffice', 'galene', 'microsoft-exchange-server', 'sogo']],
    ['an empty question', '  ', []],
    ['signs only', '%$', []],
  ])('%s', (_name, question, expected) => {
    expect(found(question)).toEqual(expected);
  });

  it('gives no more than asked', () => {
    expect(found('e', 2)).toHaveLength(2);
  });
});
