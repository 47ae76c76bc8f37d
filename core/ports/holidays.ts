import type { IsoDate } from '../domain/calendar.ts';

export interface Holidays {
  /** Public holidays of a country (ISO 3166) and region, both years inclusive, in order; empty for a country that is not known. */
  between(country: string, region: string | null, firstYear: number, lastYear: number): readonly { readonly date: IsoDate; readonly name: string }[];
}
