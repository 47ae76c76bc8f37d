import { TriangleAlert } from 'lucide-react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { BaselineFigure } from './BaselineFigure.tsx';
import { useTimelineView } from './timelineStore.ts';

/** Finish, cost, distance from the best and problems, in a line under the heading. */
export function PlanFigures({ data }: { readonly data: Output<'schedule.getTimeline'> }) {
  const t = useTranslator();
  const { data: costs } = useQuery('cost.getCosts', { locale: t.locale });
  const show = useTimelineView((state) => state.show);
  const errors = data.problems.filter((problem) => problem.severity === 'error').length;
  return (
    <div className="timeline-figures">
      {data.finishesOn !== null && (
        <span>
          {t.translate('timelinePage.figure.finish')} <strong>{t.dateLong(data.finishesOn)}</strong>
        </span>
      )}
      {costs && (
        <span>
          {t.translate('timelinePage.figure.cost', { from: String(costs.years[0] ?? ''), to: String(costs.years[costs.years.length - 1] ?? '') })}{' '}
          <strong>{t.money(costs.totalCents, 'whole')}</strong>
        </span>
      )}
      {data.finishesOn !== null && <BaselineFigure finishesOn={data.finishesOn} />}
      {data.statusOn !== null && (
        <span>
          {t.translate('timelinePage.figure.status')} <strong>{t.dateLong(data.statusOn)}</strong>
        </span>
      )}
      {data.gap !== null && (
        <span>
          {data.gap === 0
            ? t.translate('timelinePage.figure.best')
            : t.translate('timelinePage.figure.gap', { share: t.percent(Math.ceil(data.gap * 1000) / 1000, 1) })}
        </span>
      )}
      {data.problems.length > 0 && (
        <button type="button" className={`timeline-problems${errors > 0 ? ' has-errors' : ''}`} onClick={() => show({ kind: 'problems' })}>
          <TriangleAlert size={16} aria-hidden />
          {t.translate('timelinePage.figure.problems', { count: data.problems.length })}
        </button>
      )}
    </div>
  );
}
