import { useState } from 'react';
import type { Wave } from '../../../core/domain/schedule/timeline/timeline.ts';
import type { UnitId } from '../../../core/domain/ids.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';

const shownAtFirst = 12;

/** The units whose accounts move in a wave, the largest first. */
export function WaveUnits({ wave }: { readonly wave: Wave }) {
  const t = useTranslator();
  const [isAll, setAll] = useState(false);
  const { data: units } = useQuery('inventory.listUnits', {});
  const known = new Map((units ?? []).map((unit) => [unit.id, unit]));
  const counts = new Map<UnitId, number>();
  for (const part of wave.parts) counts.set(part.unitId, (counts.get(part.unitId) ?? 0) + part.accountCount);
  const list = [...counts].sort((one, other) => other[1] - one[1]);
  return (
    <section>
      <h3>{t.translate('timelinePage.task.units', { count: list.length })}</h3>
      <table className="timeline-table">
        <tbody>
          {(isAll ? list : list.slice(0, shownAtFirst)).map(([unitId, count]) => {
            const unit = known.get(unitId);
            return (
              <tr key={unitId}>
                <th scope="row" title={unit?.path}>
                  {unit?.name ?? unitId}
                  {unit && count < unit.accountCount && (
                    <span className="small soft"> {t.translate('timelinePage.task.partOf', { accounts: unit.accountCount })}</span>
                  )}
                </th>
                <td className="number">{t.number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!isAll && list.length > shownAtFirst && (
        <button type="button" className="button-quiet" onClick={() => setAll(true)}>
          {t.translate('timelinePage.task.allUnits', { count: list.length })}
        </button>
      )}
    </section>
  );
}
