import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { ItemRow } from './itemChoices.ts';

/** The day on which support ends first; what is over carries a mark, and says so to who does not see it. */
export function SupportEnd({ support: { endsOn } }: { readonly support: NonNullable<ItemRow['support']> }) {
  const { translate, date } = useTranslator();
  if (endsOn >= today()) return date(endsOn);
  return (
    <>
      <StatusMark state="problem" label={date(endsOn)} />
      <span className="visually-hidden">{translate('inventoryPage.support.ended')}</span>
    </>
  );
}
