import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useQuery } from '../../core/useQuery.ts';
import { DateInput } from '../../parts/DateInput.tsx';
import { useRegisterView } from './registerView.ts';

/** The day that is looked at beside today: the one chosen, otherwise the one on which the plan ends; null without dates. */
export function useLaterDay(hasPlan: boolean): IsoDate | null {
  const chosen = useRegisterView((state) => state.later);
  const { data } = useQuery('plan.getSummary', { today: today() });
  return hasPlan ? (chosen ?? data?.finishesOn ?? null) : null;
}

export function LaterDayField({ day }: { readonly day: IsoDate }) {
  const { translate } = useTranslator();
  const { later, setLater } = useRegisterView();
  return (
    <span className="later-day">
      <DateInput label={translate('registerPage.laterDay')} value={day} onChange={setLater} />
      {later !== null && (
        <button type="button" className="button-quiet" onClick={() => setLater(null)}>
          {translate('registerPage.endOfPlan')}
        </button>
      )}
    </span>
  );
}
