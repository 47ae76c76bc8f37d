import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../core/domain/ids.ts';
import { createAccountCounter } from '../../../core/domain/sovereignty/accountCounter.ts';
import { item, profile } from './smallCatalogue.ts';

const ids = (...texts: string[]) => new Set(texts as ItemId[]);

describe('createAccountCounter', () => {
  const items = [item('mail', null, 100), item('chat', null, 70), item('cad', null, 20), item('gis', null, 30)];
  const profiles = [profile(1, ['mail', 'chat'], 70), profile(2, ['mail'], 30)];

  it.each([
    ['one account with two stopped items counts once', ids('mail', 'chat'), { accounts: 100, atMost: 100 }],
    ['items in profiles and an item without: the sum is only the upper bound', ids('mail', 'cad'), { accounts: 100, atMost: 120 }],
    ['a single item without profile is known exactly', ids('cad'), { accounts: 20, atMost: 20 }],
    ['two items without profile may be the same people', ids('cad', 'gis'), { accounts: 30, atMost: 50 }],
    ['the larger of both grounds is certain', ids('chat', 'cad'), { accounts: 70, atMost: 90 }],
    ['nothing stopped', ids(), { accounts: 0, atMost: 0 }],
  ])('%s', (_name, affected, expected) => {
    expect(createAccountCounter({ items, profiles })(affected)).toEqual(expected);
  });

  it('never counts more accounts than there are, whatever the usage', () => {
    const names = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray(names), fc.integer({ min: 0, max: 1000 }))), fc.subarray(names), (drawn, affected) => {
        const drawnProfiles = drawn.map(([itemIds, count], index) => profile(index, itemIds, count));
        const total = drawn.reduce((sum, [, count]) => sum + count, 0);
        const expected = drawn.reduce((sum, [itemIds, count]) => sum + (itemIds.some((id) => affected.includes(id)) ? count : 0), 0);
        const result = createAccountCounter({ items: names.map((name) => item(name, null, 0)), profiles: drawnProfiles })(ids(...affected));
        expect(result).toEqual({ accounts: expected, atMost: expected });
        expect(result.accounts).toBeLessThanOrEqual(total);
      }),
    );
  });
});
