import type { IsoDate } from '../domain/calendar.ts';

export type HolidayCountry = {
  readonly code: string;
  readonly name: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
};

export interface Holidays {
  /** Countries that a plan can stand in, by their names in the reader's language. */
  countries(locale: 'de' | 'en' | 'fr'): readonly HolidayCountry[];
  /** Public holidays of a country (ISO 3166) and region, both years inclusive, in order; empty for a country that is not known. */
  between(country: string, region: string | null, firstYear: number, lastYear: number): readonly { readonly date: IsoDate; readonly name: string }[];
}
