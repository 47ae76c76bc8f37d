import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, publisherWords } from '../../../core/domain/catalogue/cleanName.ts';
import { createMatcher } from '../../../core/domain/catalogue/matchNames.ts';
import { createNameRules, hasWords, mayTake, type NameRule, namesKey, reasonOfRule, withNameRules } from '../../../core/domain/catalogue/nameRules.ts';
import type { NameRuleId, ProductId } from '../../../core/domain/ids.ts';

const noise = { kind: 'noise' } as const;
const rule = (id: string, pattern: NameRule['pattern'], text: string, more: Partial<NameRule> = {}): NameRule => ({
  id: id as NameRuleId,
  pattern,
  text,
  publisher: null,
  effect: noise,
  ...more,
});

function decides(rules: readonly NameRule[], rawName: string, publisher = '', version = ''): string | null {
  return createNameRules(rules).find(cleanName(rawName, version).words, publisherWords(publisher))?.id ?? null;
}

describe('rules about names', () => {
  it('decide as the example says', () => {
    const rules = [rule('noise', 'contains', 'Dienst'), rule('kfz', 'startsWith', 'Kfz')];
    expect(decides(rules, 'Kfz Dienst 4.1')).toBe('kfz');
    expect(decides(rules, 'Druck-Dienst')).toBe('noise');
    expect(decides(rules, 'Dienstplan')).toBeNull();
  });

  it.each([
    ['exact', 'Kartenblick 3.1', 'KARTENBLICK 4.0 (x64)', true],
    ['exact', 'Kartenblick', 'Kartenblick Server', false],
    ['exact', 'Größenrechner', 'grossenrechner® 2', true],
    ['startsWith', 'Karten Blick', 'Karten-Blick Server 2', true],
    ['startsWith', 'Kartenblick', 'Server Kartenblick', false],
    ['startsWith', 'Kartenblick', '2024 Kartenblick', true],
    ['startsWith', 'Kartenblick Server', 'Kartenblick 4.1 Server', true],
    ['startsWith', 'Kartenblick 3', 'Kartenblick 3', true],
    ['startsWith', 'Kartenblick 3', 'Kartenblick 4', false],
    ['startsWith', '7-Zip', '7-Zip 19.00', true],
    ['startsWith', '7-Zip', 'Zip 19.00', false],
    ['contains', 'Blick', 'Kartenblick', false],
    ['contains', 'Server', 'Kartenblick Server 3', true],
    ['contains', 'Karten Server', 'Karten Blick Server', false],
    ['contains', '!!!', 'Karten', false],
  ] as const)('%s "%s" takes "%s": %s', (pattern, text, name, takes) => {
    expect(decides([rule('a', pattern, text)], name)).toBe(takes ? 'a' : null);
  });

  it('name a publisher, none, or leave it open', () => {
    const rules = [rule('theirs', 'exact', 'Plan', { publisher: 'Geo GmbH' }), rule('nobody', 'exact', 'Plan', { publisher: '' })];
    expect(decides(rules, 'Plan 2', 'Geo')).toBe('theirs');
    expect(decides(rules, 'Plan 2', '')).toBe('nobody');
    expect(decides(rules, 'Plan 2', 'Other')).toBeNull();
    expect(decides([...rules, rule('all', 'exact', 'Plan')], 'Plan 2', 'Other')).toBe('all');
    expect(decides([...rules, rule('all', 'exact', 'Plan')], 'Plan 2', 'Geo')).toBe('theirs');
  });

  it('let the more specific one decide', () => {
    const rules = [
      rule('e', 'contains', 'Dienst'),
      rule('d', 'contains', 'Dienst', { publisher: 'Geo' }),
      rule('c', 'contains', 'Druck Dienst'),
      rule('b', 'startsWith', 'Druck'),
      rule('a', 'exact', 'Druck Dienst'),
    ];
    const order = ['a', 'b', 'c', 'd', 'e'];
    for (const [index, expected] of order.entries()) {
      expect(
        decides(
          rules.filter(({ id }) => order.indexOf(id) >= index),
          'Druck Dienst',
          'Geo',
        ),
      ).toBe(expected);
    }
    expect(decides([rule('b', 'contains', 'Druck'), rule('a', 'contains', 'DRUCK')], 'Ein Druck')).toBe('a');
  });

  it('give the same answer in whatever order they were written', () => {
    const word = fc.constantFrom('druck', 'dienst', 'karten', '2', 'x64');
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const one = fc.record({ pattern: fc.constantFrom('exact' as const, 'startsWith' as const, 'contains' as const), text });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), text, (all, name) => {
        const rules = all.map(({ pattern, text: wanted }, index) => rule(`r${index}`, pattern, wanted));
        expect(decides(rules.toReversed(), name)).toBe(decides(rules, name));
        // What decides alone must be among those that decide: nothing is lost in the index.
        const alone = rules.filter((single) => decides([single], name) !== null);
        expect(decides(rules, name) === null).toBe(alone.length === 0);
      }),
    );
  });

  it('are never passed over by the quick look at a name', () => {
    expect([mayTake(rule('a', 'contains', 'Dienst'))('Kartenblick 3'), mayTake(rule('a', 'contains', 'Dienst'))('Dienstplan')]).toEqual([false, true]);
    const word = fc.constantFrom('Druck', 'DIENST', 'größe', '(x64)', '7', '2.1', 'de-de', 'MUI', 'a_b', 'C++', 'WordT', '(R)', 'M?ller', '-', '%20');
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).chain((words) => fc.constantFrom(words.join(' '), words.join(''), words.join('+')));
    fc.assert(
      fc.property(fc.constantFrom('exact' as const, 'startsWith' as const, 'contains' as const), text, text, (pattern, wanted, name) => {
        const one = rule('a', pattern, wanted);
        if (decides([one], name) !== null) expect(mayTake(one)(name)).toBe(true);
        expect(decides([one], wanted) === null || mayTake(one)(wanted)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('say which rule it was', () => {
    expect(reasonOfRule(rule('a', 'contains', 'Druck-Dienst'))).toEqual({ kind: 'noise', rule: 'userRule', alias: 'Druck-Dienst' });
    const matcher = createMatcher([], [rule('a', 'startsWith', 'Plan', { effect: { kind: 'ownItem' } }), rule('b', 'contains', 'KB5002700')]);
    expect(matcher.match({ rawName: 'Plan 3', publisher: '', version: '' })).toEqual({ kind: 'ownItem', rule: 'userRule', alias: 'Plan' });
    expect(matcher.match({ rawName: 'Update KB5002700', publisher: '', version: '' })).toEqual({ kind: 'noise', rule: 'userRule', alias: 'KB5002700' });
  });
});

describe('adding rules', () => {
  it('replaces the one that takes the same names', () => {
    const product = { kind: 'product', productId: 'qgis' as ProductId } as const;
    const rules = withNameRules(
      [rule('a', 'exact', 'Kartenblick 3.1'), rule('b', 'contains', 'x')],
      [rule('new', 'exact', 'kartenblick 4', { effect: product }), rule('c', 'startsWith', 'Kartenblick'), rule('d', 'contains', 'X')],
    );
    expect(rules).toEqual([rule('a', 'exact', 'kartenblick 4', { effect: product }), rule('b', 'contains', 'X'), rule('c', 'startsWith', 'Kartenblick')]);
  });

  it('knows rules that take the same names by their key', () => {
    const keys = (pattern: NameRule['pattern']) => new Set(['Kartenblick 3.1', 'kartenblick 4'].map((text) => namesKey(rule('a', pattern, text)))).size;
    expect([keys('exact'), keys('contains')]).toEqual([1, 2]);
  });

  it('tells texts without a word', () => {
    expect([hasWords('?! -'), hasWords('ä')]).toEqual([false, true]);
  });
});
