import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { Catalogue, Claim, Confidence, Product } from '../../../core/domain/catalogue/catalogue.ts';
import type { ItemId, ProductId, ProviderId, SourceId } from '../../../core/domain/ids.ts';
import type { Decision } from '../../../core/domain/mapping/decision.ts';
import { createReplacementSearch, type MappingTemplate } from '../../../core/domain/mapping/findReplacement.ts';
import { proposeMapping, type MappingContext, type MappingItem } from '../../../core/domain/mapping/proposeMapping.ts';
import { tracksOfProduct } from '../../../core/domain/mapping/tracksOfProduct.ts';

const claim = <Value>(value: Value, confidence: Confidence = 'B', disputed?: Claim<Value>['disputed']): Claim<Value> => ({
  value,
  source: 'press' as SourceId,
  date: '2026',
  confidence,
  ...(disputed ? { disputed } : {}),
});
const id = (text: string) => text as ProductId;

function product(name: string, change: Partial<Product> = {}): Product {
  return {
    id: id(name),
    name: name.toUpperCase(),
    vendor: 'v' as ProviderId,
    kind: 'proprietary',
    track: 'office',
    category: 'office-suite',
    defaultStrategy: 'replace',
    aliases: [],
    publishers: [],
    includes: [],
    licence: claim('x'),
    summary: { de: '', en: '', fr: '' },
    blockers: [],
    protocols: [],
    formats: [],
    endOfSupport: [],
    successors: [],
    replaces: [],
    usedIn: [],
    dependsOn: [],
    notes: [],
    ...change,
  };
}

const all = [
  product('office', {
    endOfSupport: [
      claim({ cycle: '2016', date: isoDate('2025-10-14') }),
      claim({ cycle: '2021', date: isoDate('2027-10-13') }),
      claim({ cycle: '2024', date: isoDate('2029-10-09') }),
    ],
    blockers: [claim('vba'), claim('vba'), claim('ole')],
  }),
  product('outlook', { track: 'mail', category: 'mail-client' }),
  product('exchange', { track: 'mail', category: 'mail-server', endOfSupport: [claim({ cycle: null, date: isoDate('2025-10-14') })] }),
  product('other-mail', { track: 'mail', category: 'mail-server' }),
  product('teams', { track: 'chat', category: 'chat' }),
  product('defender', { track: 'security', category: 'antivirus' }),
  product('suite-e3', { includes: [id('defender'), id('exchange'), id('office'), id('teams')], category: 'licence-bundle' }),
  product('flash', { defaultStrategy: 'retire', track: 'desktop', category: 'browser-plugin' }),
  product('register', { defaultStrategy: 'keep', track: 'lineOfBusiness', category: 'register' }),
  product('cad', { defaultStrategy: 'keep', category: 'cad' }),
  product('unknown-tool', { category: 'tool' }),
  product('phone', { track: 'telephony', category: 'phone' }),
  product('libre', { kind: 'openSource', replaces: [claim(id('office'), 'A')], usedIn: [claim('north')] }),
  product('only', {
    kind: 'openSource',
    replaces: [claim(id('office'), 'B', { by: 'X', statement: 'no', source: 'press' as SourceId })],
    usedIn: [claim('south')],
  }),
  product('bird', { kind: 'openSource', track: 'mail', replaces: [claim(id('outlook'))] }),
  product('ox', { kind: 'openSource', track: 'mail', replaces: [claim(id('exchange'), 'unverified')] }),
  product('zimbra', { kind: 'openSource', track: 'mail', replaces: [claim(id('exchange'), 'A')] }),
  product('matrix', { kind: 'openSource', track: 'chat', replaces: [claim(id('teams'))] }),
];
const catalogue: Catalogue = {
  sources: new Map([['press' as SourceId, { id: 'press' as SourceId, title: 'The Press', publisher: 'P' }]]),
  products: new Map(all.map((entry) => [entry.id, entry])),
  providers: new Map(),
  events: new Map(),
};
const template = (change: Partial<MappingTemplate> = {}): MappingTemplate => ({ id: 'blank', tracks: [], replacements: {}, ...change });
const context = (change: Partial<MappingContext> = {}): MappingContext => ({
  startsOn: isoDate('2027-01-01'),
  finishesOn: isoDate('2028-12-31'),
  tracks: ['office', 'mail', 'chat', 'desktop'],
  current: [],
  ...change,
});
const item = (productId: string | null, change: Partial<MappingItem> = {}): MappingItem => ({
  id: `item-${productId}` as ItemId,
  name: productId ?? 'Something',
  productId: productId === null ? null : id(productId),
  installations: 5,
  seats: 0,
  accounts: 0,
  ...change,
});
const propose = (one: MappingItem, withTemplate = template(), withContext = context()) =>
  proposeMapping([one], catalogue, withTemplate, withContext)[0] as Decision;
const keys = (decision: Decision) => decision.reasons.map((reason) => reason.messageKey.replace('mapping.reason.', ''));
const track = (key: string, replacement: string | null) => ({ key, replacement }) as unknown as MappingTemplate['tracks'][number];

describe('proposeMapping', () => {
  it('takes what the template names, and gives its source', () => {
    const decision = propose(item('outlook'), template({ id: 'north', replacements: { outlook: claim(id('ox'), 'A') } }));
    expect(decision).toMatchObject({ strategy: 'replace', replacementId: 'ox', isOverridden: false });
    expect(decision.reasons[0]).toEqual({
      messageKey: 'mapping.reason.templateReplaces',
      params: { product: 'OUTLOOK', replacement: 'OX', template: 'north', source: 'The Press', confidence: 'A' },
    });
  });

  it('keeps what the template replaces by itself', () => {
    expect(propose(item('exchange'), template({ replacements: { exchange: claim(id('exchange')) } }))).toMatchObject({ strategy: 'keep', replacementId: null });
  });

  it.each([
    [null, 'undecided', 'notMatched'],
    ['gone', 'undecided', 'productUnknown'],
    ['libre', 'keep', 'openSourceAlready'],
    ['flash', 'retire', 'catalogueRetires'],
    ['register', 'keep', 'lineOfBusiness'],
    ['cad', 'keep', 'catalogueKeeps'],
    ['phone', 'undecided', 'noTrack'],
    ['unknown-tool', 'undecided', 'noReplacement'],
  ])('%s is %s because of %s', (productId, strategy, reason) => {
    const decision = propose(item(productId));
    expect([decision.strategy, keys(decision)[0], decision.replacementId]).toEqual([strategy, reason, null]);
  });

  it('lets the stack of the template go before the confidence of a claim, and names the others', () => {
    expect(propose(item('office'), template({ id: 'south' }))).toMatchObject({ replacementId: 'only' });
    expect(keys(propose(item('office'), template({ id: 'south' }))).slice(0, 4)).toEqual(['catalogueReplaces', 'usedInStack', 'otherCandidates', 'disputed']);
    expect(propose(item('office'))).toMatchObject({ replacementId: 'libre' });
    expect(propose(item('exchange'))).toMatchObject({ replacementId: 'zimbra' });
  });

  it('prefers the replacement of the track where the catalogue claims it', () => {
    const decision = propose(item('exchange'), template({ tracks: [track('mail', 'ox')] }));
    expect([decision.replacementId, keys(decision)[0]]).toEqual(['ox', 'trackReplaces']);
  });

  it('takes the replacement of the track for another product of the same category', () => {
    const decision = propose(item('other-mail'), template({ tracks: [track('mail', 'ox')] }));
    expect([decision.replacementId, keys(decision)[0]]).toEqual(['ox', 'sameCategory']);
  });

  it('replaces a bundle by what replaces its part on its own track, and lists every part', () => {
    const decision = propose(item('suite-e3'));
    expect(decision).toMatchObject({ strategy: 'replace', replacementId: 'libre' });
    expect(decision.reasons.slice(0, 5)).toEqual([
      { messageKey: 'mapping.reason.bundleMainPart', params: { product: 'SUITE-E3', part: 'OFFICE', replacement: 'LIBRE' } },
      { messageKey: 'mapping.reason.bundlePartWithout', params: { part: 'DEFENDER' } },
      { messageKey: 'mapping.reason.bundlePart', params: { part: 'EXCHANGE', replacement: 'ZIMBRA' } },
      { messageKey: 'mapping.reason.bundlePart', params: { part: 'OFFICE', replacement: 'LIBRE' } },
      { messageKey: 'mapping.reason.bundlePart', params: { part: 'TEAMS', replacement: 'MATRIX' } },
    ]);
  });

  it('says when support ends, of the version that the item names or of the versions there are', () => {
    expect(propose(item('office', { name: 'Office Standard 2016' })).reasons).toContainEqual({
      messageKey: 'mapping.reason.supportEnded',
      params: { product: 'Office Standard 2016', date: '2025-10-14' },
    });
    expect(keys(propose(item('office', { name: 'Office 2021' })))).toContain('supportEndsWithinPlan');
    expect(keys(propose(item('office', { name: 'Office 2024' }))).filter((key) => key.startsWith('support'))).toEqual([]);
    const versions = propose(item('office', { name: 'Office' })).reasons.filter((reason) => reason.messageKey === 'mapping.reason.supportEndsForVersion');
    expect(versions.map((reason) => reason.params)).toEqual([
      { product: 'OFFICE', version: '2021', date: '2027-10-13' },
      { product: 'OFFICE', version: '2016', date: '2025-10-14' },
    ]);
    expect(keys(propose(item('exchange')))).toContain('supportEnded');
  });

  it('lists each blocker once', () => {
    expect(
      propose(item('office'))
        .reasons.filter((reason) => reason.messageKey === 'mapping.reason.blocker')
        .map((reason) => reason.params.blocker),
    ).toEqual(['vba', 'ole']);
  });

  it('says when nothing is known to use it, and when something retired is in use', () => {
    expect(keys(propose(item('flash', { installations: 0 })))).toEqual(['catalogueRetires', 'noUseKnown']);
    expect(keys(propose(item('flash')))).toEqual(['catalogueRetires', 'retiredButUsed']);
  });

  it('leaves alone what a person decided, and keeps notes', () => {
    const decided: Decision = {
      itemId: 'item-office' as ItemId,
      strategy: 'keep',
      replacementId: null,
      reasons: [],
      isOverridden: true,
      note: 'for the court',
    };
    expect(propose(item('office'), template(), context({ current: [decided] }))).toBe(decided);
    expect(propose(item('office'), template(), context({ current: [{ ...decided, isOverridden: false }] }))).toMatchObject({
      strategy: 'replace',
      note: 'for the court',
    });
  });

  it('names a replacement when, and only when, it replaces, and proposes the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, ...all.map((entry) => entry.id as string))), fc.constantFrom('north', 'south', 'blank'), (ids, templateId) => {
        const items = ids.map((productId, index) => ({ ...item(productId), id: `i${index}` as ItemId }));
        const decisions = proposeMapping(items, catalogue, template({ id: templateId }), context());
        expect(decisions.map((decision) => decision.itemId)).toEqual(items.map((entry) => entry.id));
        for (const decision of decisions) {
          expect(decision.replacementId !== null).toBe(decision.strategy === 'replace');
          expect(decision.reasons.length).toBeGreaterThan(0);
        }
        expect(proposeMapping(items, catalogue, template({ id: templateId }), context({ current: decisions }))).toEqual(decisions);
      }),
    );
  });
});

describe('createReplacementSearch', () => {
  it('follows the worked example', () => {
    const found = createReplacementSearch(catalogue, template())(catalogue.products.get(id('outlook')) as Product);
    expect([found?.replacement.id, found?.reasons[0]?.messageKey]).toEqual(['bird', 'mapping.reason.catalogueReplaces']);
  });
});

describe('tracksOfProduct', () => {
  it('gives its own track, then those of its parts', () => {
    expect(tracksOfProduct(catalogue.products.get(id('suite-e3')) as Product, catalogue.products)).toEqual(['office', 'security', 'mail', 'chat']);
  });

  it('ends where parts hold each other', () => {
    const loop = [product('a', { includes: [id('b')] }), product('b', { includes: [id('a')], track: 'mail' })];
    expect(tracksOfProduct(loop[0] as Product, new Map(loop.map((entry) => [entry.id, entry])))).toEqual(['office', 'mail']);
  });
});
