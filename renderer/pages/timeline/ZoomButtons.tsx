import { Minus, Plus } from 'lucide-react';
import { useTranslator } from '../../core/settings.ts';
import { zoomSteps } from '../../gantt/ganttScale.ts';
import { zoomFactor } from '../../gantt/ganttKeys.ts';
import { useTimelineView } from './timelineStore.ts';

const steps = ['weeks', 'months', 'quarters'] as const;

/** How many days fit on the screen. */
export function ZoomButtons() {
  const { translate } = useTranslator();
  const zoom = useTimelineView((state) => state.zoom);
  const { setZoom, zoomBy } = useTimelineView.getState();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a line
    <div className="timeline-segments" role="group" aria-label={translate('timelinePage.zoom')}>
      <button
        type="button"
        className="timeline-segment"
        aria-label={translate('timelinePage.zoom.out')}
        title={translate('timelinePage.zoom.out')}
        onClick={() => zoomBy(1 / zoomFactor)}
      >
        <Minus size={16} aria-hidden />
      </button>
      {steps.map((step) => (
        <button key={step} type="button" className="timeline-segment" aria-pressed={zoom === zoomSteps[step]} onClick={() => setZoom(zoomSteps[step])}>
          {translate(`timelinePage.zoom.${step}`)}
        </button>
      ))}
      <button type="button" className="timeline-segment" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
        {translate('timelinePage.zoom.fit')}
      </button>
      <button
        type="button"
        className="timeline-segment"
        aria-label={translate('timelinePage.zoom.in')}
        title={translate('timelinePage.zoom.in')}
        onClick={() => zoomBy(zoomFactor)}
      >
        <Plus size={16} aria-hidden />
      </button>
    </div>
  );
}
