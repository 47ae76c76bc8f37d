import type { Output } from '../../../core/contract/contract.ts';
import { termKey } from '../../gantt/contractClusters.ts';

/**
 * Terms that end or renew before what they are for is switched off. Of a contract with a problem it is the first term
 * that is shown: notice for the later one is the one that can be given in time.
 */
export function termsAtRisk(data: Pick<Output<'schedule.getTimeline'>, 'problems' | 'decisions'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { subject } of data.problems) {
    if (subject?.kind !== 'contract') continue;
    const first = data.decisions.find(({ contractId }) => contractId === subject.id);
    if (first) found.add(termKey(first));
  }
  return found;
}
