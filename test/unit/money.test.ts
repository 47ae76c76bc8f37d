import { describe, expect, it } from 'vitest';
import { cents, sumCents } from '../../core/domain/money.ts';

describe('cents', () => {
  it('takes whole numbers that are exact, and nothing else', () => {
    expect(cents(1050)).toBe(1050);
    for (const value of [10.5, 2 ** 53]) expect(() => cents(value)).toThrow(RangeError);
  });
});

describe('sumCents', () => {
  it('adds amounts up, none to 0, and refuses a sum that is not exact', () => {
    expect([sumCents([cents(10), cents(5)]), sumCents([])]).toEqual([15, 0]);
    expect(() => sumCents([cents(2 ** 53 - 1), cents(1)])).toThrow(RangeError);
  });
});
