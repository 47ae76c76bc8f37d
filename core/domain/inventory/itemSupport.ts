import type { IsoDate } from '../calendar.ts';
import type { Product } from '../catalogue/catalogue.ts';

type EndOfSupport = Product['endOfSupport'][number];

/** One release of an item as it was found; null where the catalogue says no end of its support. */
export type FoundRelease = { readonly installations: number; readonly claim: EndOfSupport | null };

/** When support of an item ends first. Installations are those of the names that were found, not the item's own figure. */
export type ItemSupport = {
  /** The statement of the release whose support ends first. */
  readonly claim: EndOfSupport;
  /** Installations of the releases that end on that day, of all that were found, and of those whose end nobody states. */
  readonly installations: number;
  readonly of: number;
  readonly unknown: number;
};

export const supportStates = ['ended', 'endsWithin', 'later', 'unknown'] as const;
export type SupportState = (typeof supportStates)[number];

/**
 * The release in use whose support ends first, and how many installations that concerns. Names that no list counts any
 * more stand aside while others are counted. Null where no release has a known end: unknown, not endless.
 *
 * Example: 300 installations of Office 2016 (until 2025-10-14), 2,000 of Office 2021 (until 2026-10-13) and 40 of which
 * the year is not known end on 2025-10-14 for 300 of 2,340, unknown for 40.
 */
export function itemSupport(releases: readonly FoundRelease[]): ItemSupport | null {
  const counted = releases.filter(({ installations }) => installations > 0);
  const inUse = counted.length > 0 ? counted : releases;
  let first: EndOfSupport | null = null;
  for (const { claim } of inUse) if (claim !== null && (first === null || claim.value.date < first.value.date)) first = claim;
  if (first === null) return null;
  const on = first.value.date;
  const sum = (fits: (release: FoundRelease) => boolean) => inUse.filter(fits).reduce((total, { installations }) => total + installations, 0);
  return { claim: first, installations: sum(({ claim }) => claim?.value.date === on), of: sum(() => true), unknown: sum(({ claim }) => claim === null) };
}

/**
 * Where the first end lies from a day on: `ended` before `from`, `endsWithin` until `to`, both included, `later` after it;
 * `unknown` where nobody states it.
 *
 * Example: from 2026-11-22 to 2027-11-22 a support until 2026-11-21 has ended, and one until 2027-11-22 ends within.
 */
export function supportStateOf(endsOn: IsoDate | null, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }): SupportState {
  if (endsOn === null) return 'unknown';
  if (endsOn < from) return 'ended';
  return endsOn <= to ? 'endsWithin' : 'later';
}
