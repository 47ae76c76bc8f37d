import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../core/domain/sortKey.ts';
import { inLoginOrder } from '../../db/repositories/loginOrder.ts';

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
/** The names in the order that is found, from the order that the index has. */
const ordered = (names: readonly string[]): readonly string[] => {
  const logins = [...new Set(names)].sort(byCodePoint);
  const places = logins.map((_, place) => place);
  return inLoginOrder(places, logins).map((place) => logins[place] as string);
};
const wanted = (names: readonly string[]) => [...new Set(names)].sort(compareNames);

describe('the order of sign-in names', () => {
  it('is that of names everywhere: numbers by size, marks beside the plain letter', () => {
    const names = ['zoe', 'a.müller', 'a.muller', 'room10', 'room9', 'room2b', 'a-b', 'room', 'ä.abel', 'b.abel', 'room09'];
    expect(ordered(names)).toEqual(['a-b', 'ä.abel', 'a.muller', 'a.müller', 'b.abel', 'room', 'room2b', 'room09', 'room9', 'room10', 'zoe']);
    expect(ordered(names)).toEqual(wanted(names));
  });

  it('holds for any names in lower case', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 'ä', 'ß', 'é', '0', '1', '2', '10', '.', '-', '@', '_', ' ', ' / ', '999999999999'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        expect(ordered(names)).toEqual(wanted(names));
      }),
      { numRuns: 500 },
    );
  });

  it('holds where hardly a name is plain', () => {
    const names = Array.from({ length: 2500 }, (_, index) => `müller${(index * 7919) % 2500}`);
    expect(ordered(names)).toEqual(wanted(names));
  });
});
