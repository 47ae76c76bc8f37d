import { compareNames } from '../../core/domain/sortKey.ts';

/** Letters, digits and signs that the order of names takes as they are, and numbers apart, as code points stand. */
const plain = /^[!-@[-~]*$/;
/** From here on it is faster to sort all names than to put each of these in its place. */
const manyOthers = 2000;
/** Numbers of so many digits are compared exactly as figures. */
const exactDigits = 10;

type Named = { readonly number: number; readonly login: string };

/**
 * Numbers of accounts in the order in which people look sign-in names up (`compareNames`), from numbers and names in the
 * order of code points. In that order plain names stand right already but for their numbers, and these only disturb names
 * that are the same up to their first digit, which stand together: so a name is hardly ever compared with another as a whole.
 */
export function inLoginOrder(numbers: readonly number[], logins: readonly string[]): readonly number[] {
  const ordered: Named[] = [];
  const others: Named[] = [];
  /** What the names of a group have before their first digit, where it begins, and whether it has to be sorted. */
  let stem: string | null = null;
  let begun = 0;
  let isSorted = true;
  let last = -1;
  const settle = () => {
    if (!isSorted) for (const one of ordered.splice(begun).sort(byFirstNumber(stem?.length ?? 0))) ordered.push(one);
    begun = ordered.length;
    isSorted = true;
    last = -1;
  };
  for (let place = 0; place < logins.length; place++) {
    const login = logins[place] as string;
    if (!plain.test(login)) {
      others.push({ number: numbers[place] as number, login });
      continue;
    }
    if (stem === null || !isDigit(login.charCodeAt(stem.length)) || !login.startsWith(stem)) {
      settle();
      const digit = firstDigit(login);
      stem = digit < 0 ? null : login.slice(0, digit);
    }
    if (stem !== null) {
      const value = firstNumber(login, stem.length);
      // The same number twice, as in a007 and a7, or with more behind it, is for the whole comparison to tell.
      if (!(value > last)) isSorted = false;
      last = value;
    }
    ordered.push({ number: numbers[place] as number, login });
  }
  settle();
  const all = others.length > manyOthers ? [...ordered, ...others].sort(byName) : withOthers(ordered, others);
  return all.map(({ number }) => number);
}

const byName = (one: Named, other: Named) => compareNames(one.login, other.login);
const isDigit = (code: number) => code >= 48 && code <= 57;

function firstDigit(login: string): number {
  for (let place = 0; place < login.length; place++) if (isDigit(login.charCodeAt(place))) return place;
  return -1;
}

/** The number that begins at a place; NaN where it has too many digits for a figure. */
function firstNumber(login: string, from: number): number {
  let value = 0;
  let place = from;
  for (; isDigit(login.charCodeAt(place)); place++) value = value * 10 + login.charCodeAt(place) - 48;
  return place - from > exactDigits ? Number.NaN : value;
}

function byFirstNumber(from: number) {
  return (one: Named, other: Named): number => {
    const difference = firstNumber(one.login, from) - firstNumber(other.login, from);
    return difference === 0 || Number.isNaN(difference) ? byName(one, other) : difference;
  };
}

function withOthers(ordered: readonly Named[], others: readonly Named[]): readonly Named[] {
  if (others.length === 0) return ordered;
  const all: Named[] = [];
  let next = 0;
  for (const other of [...others].sort(byName)) {
    let [low, high] = [next, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byName(ordered[middle] as Named, other) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; next < low; next++) all.push(ordered[next] as Named);
    all.push(other);
  }
  return [...all, ...ordered.slice(next)];
}
