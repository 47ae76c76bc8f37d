import type { Output } from '../../../core/contract/contract.ts';
import { isIsoDate } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import type { PlanDraft } from './planDraft.ts';

export function ReviewStep({ draft, countries }: { readonly draft: PlanDraft; readonly countries: Output<'plan.listCountries'> }) {
  const { translate, dateLong } = useTranslator();
  const country = countries.find(({ code }) => code === draft.country);
  const region = country?.regions.find(({ code }) => code === draft.region);
  const place = [country?.name ?? draft.country, region?.name].filter(Boolean).join(', ');
  return (
    <div className="review-step">
      <p className="soft">{translate('startPage.reviewLead')}</p>
      <dl className="review-list">
        <dt>{translate('startPage.planName')}</dt>
        <dd>{draft.name}</dd>
        <dt>{translate('startPage.administration')}</dt>
        <dd>{draft.administration}</dd>
        <dt>{translate('startPage.country')}</dt>
        <dd>{place}</dd>
        <dt>{translate('startPage.startsOn')}</dt>
        <dd>{isIsoDate(draft.startsOn) ? dateLong(draft.startsOn) : draft.startsOn}</dd>
        <dt>{translate('startPage.template')}</dt>
        <dd>{draft.template.name}</dd>
        <dt>{translate('startPage.tracks')}</dt>
        <dd className="template-tracks">
          {draft.template.tracks.length === 0 ? translate('startPage.noTracks') : draft.template.tracks.map((track) => <TrackDot key={track} track={track} />)}
        </dd>
      </dl>
    </div>
  );
}
