import { useSettings, useTranslator } from '../../core/settings.ts';
import { type Assumption, writeValue } from '../../parts/assumptionText.ts';

/** From the lowest to the highest value, and whether somebody published that or it is an assumption too. */
export function AssumptionRange({ assumption: { range, unit } }: { readonly assumption: Assumption }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  if (range === null) return <span className="soft">{translate('costsPage.rangeNone')}</span>;
  // Twenty per cent of a cent is no cent: ranges are for reading, not for sums.
  const write = (value: number) => writeValue(unit.startsWith('cents') ? Math.round(value) : Number(value.toFixed(2)), unit, locale);
  return (
    <span className="costs-range">
      <span className="costs-range-ends">{translate('costsPage.fromTo', { from: write(range.low), to: write(range.high) })}</span>
      <span className="small soft" title={range.sources.map(({ title }) => title).join('\n')}>
        {range.sources.length === 0
          ? translate('common.assumption')
          : translate('costsPage.rangePublished', { publishers: range.sources.map(({ publisher }) => publisher).join(', ') })}
      </span>
    </span>
  );
}
