import { useTranslator } from '../../core/settings.ts';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { DateInput } from '../../parts/DateInput.tsx';
import { useTrackingView } from './trackingView.ts';

/** The day of the change; the same for all boards until it is set to another. */
export function DayField() {
  const { translate } = useTranslator();
  const { day, setDay } = useTrackingView();
  return (
    <ChangeFields>
      <DateInput label={translate('trackingPage.day')} value={day} onChange={setDay} />
    </ChangeFields>
  );
}
