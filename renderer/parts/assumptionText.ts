import type { Output } from '../../core/contract/contract.ts';
import type { Locale } from '../../core/i18n/keys.ts';

export type Assumption = Output<'plan.listAssumptions'>[number];
type Unit = Assumption['unit'];

const isMoney = (unit: Unit): boolean => unit.startsWith('cents');

/** The sign before the unit's words: euro and per cent are typed as they are read. */
export function signOf(unit: Unit): string {
  return isMoney(unit) ? '€' : unit.startsWith('percent') ? '%' : '';
}

/** The value as it stands in the field: euro instead of cents, with the decimal sign of the language and no grouping. */
export function writeValue(value: number, unit: Unit, locale: Locale): string {
  const shown = isMoney(unit) ? value / 100 : value;
  const text = isMoney(unit) && !Number.isInteger(shown) ? shown.toFixed(Number.isInteger(value) ? 2 : 4).replace(/(\.\d\d\d*?)0+$/, '$1') : String(shown);
  return locale === 'en' ? text : text.replace('.', ',');
}

/**
 * What was typed, in the unit's own measure; null where it is no number. Both decimal signs are understood; a sign that
 * is followed by groups of exactly three digits groups thousands where the language writes it so.
 */
export function readValue(text: string, unit: Unit, locale: Locale): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€%]/g, '').replace('\u2212', '-');
  const group = locale === 'de' ? '.' : ',';
  const grouped = locale === 'de' ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
  const plain = locale !== 'fr' && grouped.test(bare) ? bare.replaceAll(group, '') : bare;
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  // Euro in binary fractions are not exact: 0.07 × 100 is 7.000000000000001.
  return isMoney(unit) ? Number((value * 100).toPrecision(15)) : value;
}

export type AssumptionGroup = { readonly id: string; readonly rows: readonly { readonly assumption: Assumption; readonly track: string | null }[] };

const byTrack = ['migration', 'replacement', 'doubleRunning'];

/** The assumptions in groups: those for the whole plan, then each kind of cost with its tracks. */
export function groupAssumptions(assumptions: readonly Assumption[]): readonly AssumptionGroup[] {
  const groups = ['general', ...byTrack].map((id) => ({
    id,
    rows: assumptions.flatMap((assumption) => {
      const [kind = '', track = ''] = assumption.key.split('.');
      const isOfTrack = byTrack.includes(kind);
      if (id !== (isOfTrack ? kind : 'general')) return [];
      return [{ assumption, track: isOfTrack ? track : null }];
    }),
  }));
  return groups.filter(({ rows }) => rows.length > 0);
}
