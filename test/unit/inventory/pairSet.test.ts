import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairSet } from '../../../core/domain/inventory/pairSet.ts';

describe('a set of pairs', () => {
  it('holds each pair once, in this order of its parts', () => {
    const pairs = createPairSet();
    expect([pairs.add(3, 7), pairs.add(7, 3), pairs.add(3, 7), pairs.size]).toEqual([true, true, false, 2]);
  });

  it('agrees with a set of texts', () => {
    const number = fc.oneof(fc.nat(40), fc.nat(2 ** 26 - 1), fc.constantFrom(0, 2 ** 26 - 1));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 3_000 }), (list) => {
        const pairs = createPairSet();
        const texts = new Set<string>();
        for (const [first, second] of list) {
          const isNew = !texts.has(`${first} ${second}`);
          texts.add(`${first} ${second}`);
          expect(pairs.add(first, second)).toBe(isNew);
        }
        expect(pairs.size).toBe(texts.size);
      }),
    );
  });

  it('stays right where it grows past a million', () => {
    const pairs = createPairSet();
    for (let first = 0; first < 1_200; first++) for (let second = 0; second < 1_000; second++) pairs.add(first, second);
    expect([pairs.size, pairs.add(1_199, 999), pairs.add(1_200, 0)]).toEqual([1_200_000, false, true]);
  });
});
