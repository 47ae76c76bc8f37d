import { useTranslator } from '../../core/settings.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import type { PlanTemplateLine } from './planDraft.ts';

type TemplateStepProps = { readonly templates: readonly PlanTemplateLine[]; readonly chosen: string; readonly onChoose: (id: string) => void };

export function TemplateStep({ templates, chosen, onChoose }: TemplateStepProps) {
  const { translate } = useTranslator();
  return (
    <fieldset className="templates">
      <legend className="soft">{translate('startPage.templateLead')}</legend>
      {templates.map(({ id, name, summary, tracks, sources }) => (
        <label key={id} className={id === chosen ? 'template is-chosen' : 'template'}>
          <input
            type="radio"
            name="template"
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
            aria-labelledby={`template-name-${id}`}
            aria-describedby={`template-${id}`}
          />
          <span className="template-text">
            <strong id={`template-name-${id}`}>{name}</strong>
            <span id={`template-${id}`}>{summary}</span>
            <span className="template-tracks small">
              <span className="visually-hidden">{`${translate('startPage.tracks')}: `}</span>
              {tracks.length === 0 ? (
                <span className="soft">{translate('startPage.noTracks')}</span>
              ) : (
                tracks.map((track) => <TrackDot key={track} track={track} />)
              )}
            </span>
            <span className="small soft">
              {sources.length === 0
                ? translate('startPage.noSources')
                : `${translate('startPage.sources')} ${sources.map(({ publisher, title }) => translate('startPage.sourceLine', { publisher, title })).join('; ')}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
