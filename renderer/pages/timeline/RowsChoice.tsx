import { useTranslator } from '../../core/settings.ts';
import { useTimelineView } from './timelineStore.ts';

const choices = ['tracks', 'units'] as const;

/** Whether the rows are tracks with their waves, or units with the waves by which they move. */
export function RowsChoice() {
  const { translate } = useTranslator();
  const { rowsBy, showBy } = useTimelineView();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a line
    <div className="timeline-segments" role="group" aria-label={translate('timelinePage.rows')}>
      {choices.map((choice) => (
        <button key={choice} type="button" className="timeline-segment" aria-pressed={rowsBy === choice} onClick={() => showBy(choice)}>
          {translate(`timelinePage.rows.${choice}`)}
        </button>
      ))}
    </div>
  );
}
