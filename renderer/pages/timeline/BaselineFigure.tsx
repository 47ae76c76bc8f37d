import { type IsoDate, toDayNumber } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { baselineSpans } from '../../gantt/baselineSpans.ts';
import { shiftWords } from '../../gantt/rowWords.ts';
import { useTimelineView } from './timelineStore.ts';
import { useShownBaseline } from './useShownBaseline.ts';

/** How far the finish is from the approved one, leading to all the differences. */
export function BaselineFigure({ finishesOn }: { readonly finishesOn: IsoDate }) {
  const t = useTranslator();
  const show = useTimelineView((state) => state.show);
  const shown = useShownBaseline();
  const { data } = useQuery('baseline.get', shown === null ? null : { baselineId: shown.id });
  if (data === undefined) return null;
  const { whole } = baselineSpans(data.tasks);
  if (whole === null) return null;
  return (
    <button type="button" className="timeline-link" onClick={() => show({ kind: 'baseline' })}>
      {t.translate('baseline.figure', { shift: shiftWords(toDayNumber(finishesOn) - whole.last, t) })}
    </button>
  );
}
