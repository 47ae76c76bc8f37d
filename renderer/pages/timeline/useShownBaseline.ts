import type { Output } from '../../../core/contract/contract.ts';
import { useQuery } from '../../core/useQuery.ts';
import { useTimelineView } from './timelineStore.ts';

/** The approved plan that the chart shows: the chosen one, or, where it is gone or none was chosen, the latest. */
export function useShownBaseline(): Output<'baseline.list'>[number] | null {
  const { data } = useQuery('baseline.list', {});
  const wanted = useTimelineView((state) => state.baseline);
  if (wanted === 'none' || data === undefined) return null;
  return data.find(({ id }) => id === wanted) ?? data[data.length - 1] ?? null;
}
