import { useMemo } from 'react';
import type { Input } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { countryName } from '../../core/countryName.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { EntryPicker } from '../../parts/EntryPicker.tsx';
import { LaterDayField, useLaterDay } from './LaterDay.tsx';
import { type Outage, OutageResult } from './OutageResult.tsx';
import { type OutageChoice, useRegisterView } from './registerView.ts';

/** What stops when a provider does: a recorded outage again, or one that may come. */
export function OutageTab({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const { go } = useRoute();
  const { outage, isOutageLater } = useRegisterView();
  const day = useLaterDay(hasPlan);
  const at = hasPlan && isOutageLater ? day : null;
  return (
    <div className="outage">
      {!hasPlan && (
        <p className="outage-no-plan">
          {translate('registerPage.outageNoPlan')}{' '}
          <button type="button" className="text-link" onClick={() => go('start')}>
            {translate('registerPage.toStart')}
          </button>
        </p>
      )}
      <OutageChoiceForm day={day} />
      {outage === null ? <p className="soft outage-hint">{translate('registerPage.chooseOutage')}</p> : <Result outage={outage} at={at} hasPlan={hasPlan} />}
    </div>
  );
}

function Result({ outage, at, hasPlan }: { readonly outage: NonNullable<OutageChoice>; readonly at: IsoDate | null; readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const input: Input<'sovereignty.simulateOutage'> =
    'eventId' in outage ? { eventId: outage.eventId, at } : { providerIds: [outage.providerId as Outage['providers'][number]], at };
  const { data, error } = useQuery('sovereignty.simulateOutage', input);
  if (error) return <p role="alert">{translate(error.messageKey, error.params)}</p>;
  return data ? <OutageResult outage={data} hasPlan={hasPlan} isToday={at === null} /> : null;
}

function OutageChoiceForm({ day }: { readonly day: IsoDate | null }) {
  const { translate, locale, date } = useTranslator();
  const { outage, replay, isOutageLater, setOutageLater } = useRegisterView();
  const { data: events } = useQuery('catalogue.listEvents', { locale });
  const { data: catalogue } = useQuery('catalogue.list', {});
  const providers = useMemo(
    () =>
      (catalogue?.providers ?? [])
        .map((provider) => ({
          id: provider.id as string,
          name: provider.name,
          detail: countryName(locale, provider.jurisdiction) ?? translate('common.unknown'),
        }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [catalogue, locale, translate],
  );
  const eventId = outage !== null && 'eventId' in outage ? outage.eventId : null;
  const providerId = outage !== null && 'providerId' in outage ? outage.providerId : null;
  return (
    <form className="outage-choice" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{translate('registerPage.recordedOutages')}</legend>
        {events?.map((event) => (
          <label key={event.id} className="outage-event">
            <input type="radio" name="outage" checked={eventId === event.id} onChange={() => replay({ eventId: event.id })} />
            <span>
              <span>{event.name}</span>
              <span className="small soft outage-source">
                <ConfidenceMark confidence={event.confidence} />
                <span lang={event.sourceLanguage}>{event.source}</span>
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <EntryPicker
        label={translate('registerPage.anyProvider')}
        placeholder={translate('registerPage.filter.searchProvider')}
        entries={providers}
        value={providerId}
        onPick={(id) => id !== null && replay({ providerId: id })}
      />
      {day !== null && (
        <fieldset>
          <legend>{translate('registerPage.onWhichDay')}</legend>
          <label className="outage-event">
            <input type="radio" name="day" checked={!isOutageLater} onChange={() => setOutageLater(false)} />
            {translate('registerPage.today')}
          </label>
          <label className="outage-event">
            <input type="radio" name="day" checked={isOutageLater} onChange={() => setOutageLater(true)} />
            {translate('registerPage.onDay', { day: date(day) })}
          </label>
          {isOutageLater && <LaterDayField day={day} />}
        </fieldset>
      )}
    </form>
  );
}
