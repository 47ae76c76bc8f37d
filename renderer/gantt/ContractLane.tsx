import { type KeyboardEvent, memo, useState } from 'react';
import type { ContractId } from '../../core/domain/ids.ts';
import { useTranslator } from '../core/settings.ts';
import { type ContractDay, contractClusters } from './contractClusters.ts';
import type { GanttScale } from './ganttScale.ts';
import { DiamondShape, FlagShape } from './marks.tsx';

/** The contracts on a lane of their own: flags for the last days to decide, diamonds for the ends of terms. One stop for Tab, arrows within. */
export const ContractLane = memo(function ContractLane({
  decisions,
  atRisk,
  scale,
  onShow,
}: {
  readonly decisions: readonly ContractDay[];
  readonly atRisk: ReadonlySet<string>;
  readonly scale: GanttScale;
  readonly onShow: (contractIds: readonly ContractId[]) => void;
}) {
  const t = useTranslator();
  const [stop, setStop] = useState(0);
  const clusters = [...contractClusters(decisions, atRisk, scale, 'decision'), ...contractClusters(decisions, atRisk, scale, 'end')].sort(
    (one, other) => one.x - other.x,
  );
  const current = Math.min(stop, clusters.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(clusters.length - 1, Math.max(0, current + step));
    setStop(next);
    (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className="gantt-contracts" role="toolbar" aria-label={t.translate('timelinePage.contracts')} onKeyDown={onKeyDown}>
      {clusters.map((cluster, index) => {
        const count = cluster.contracts.length;
        const label = t.translate(`timelinePage.contract.${cluster.kind}`, {
          count,
          name: cluster.contracts[0]?.name ?? '',
          dates: t.dateRange(cluster.from, cluster.to),
        });
        const words = cluster.isAtRisk ? t.translate('timelinePage.contract.atRisk', { label }) : label;
        return (
          <button
            key={`${cluster.kind} ${cluster.contracts[0]?.contractId} ${cluster.from}`}
            type="button"
            className={`gantt-contract gantt-contract-${cluster.kind}${cluster.isAtRisk ? ' is-at-risk' : ''}${cluster.isAtEdge ? ' is-at-edge' : ''}`}
            style={{ left: cluster.x }}
            tabIndex={index === current ? 0 : -1}
            aria-label={words}
            title={words}
            onFocus={() => setStop(index)}
            onClick={() => onShow(cluster.contracts.map(({ contractId }) => contractId))}
          >
            {cluster.kind === 'decision' ? <FlagShape isFilled={cluster.isAtRisk} /> : <DiamondShape isFilled={cluster.isAtRisk} />}
            {count > 1 && <span>{count}</span>}
          </button>
        );
      })}
    </div>
  );
});
