import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { costsByKind, savedWithTheMove } from '../../../core/report/costSeries.ts';
import { useTranslator } from '../../core/settings.ts';
import { KindSwatch } from '../../charts/KindPatterns.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AmountRows } from './AmountRows.tsx';
import type { Band } from './breakEvenRange.ts';
import type { Costs } from './CostsPage.tsx';
import { useCostsView } from './costsView.ts';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';

/** Years by kind, each kind with its tracks one click away; sums to the cent. */
export function CostTable({ costs, band }: { readonly costs: Costs; readonly band: Band | undefined }) {
  const { translate } = useTranslator();
  const { isExact, toggleExact, openKinds, toggleKind } = useCostsView();
  const groups = costsByKind(costs);
  const saved = savedWithTheMove(costs);
  return (
    <div className="costs-section">
      <div className="costs-section-head">
        <div>
          <h2 id="costs-table-title" className="chart-title">
            {translate('costsPage.table')}
          </h2>
          <p className="soft small">{translate('costsPage.tableNote')}</p>
        </div>
        <label className="costs-check">
          <input type="checkbox" checked={isExact} onChange={toggleExact} />
          <span>{translate('costsPage.exact')}</span>
        </label>
      </div>
      <ScrollRegion className="costs-scroll" labelledBy="costs-table-title">
        <table className="costs-table">
          <thead>
            <tr>
              <th scope="col">{translate('report.column.kindAndTrack')}</th>
              {costs.years.map((year) => (
                <th key={year} scope="col" className="number">
                  {year}
                </th>
              ))}
              <th scope="col" className="number costs-total">
                {translate('common.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => {
              const isOpen = openKinds.includes(group.kind);
              const Icon = isOpen ? ChevronDown : ChevronRight;
              return (
                <Fragment key={group.kind}>
                  <AmountRows
                    className="costs-kind"
                    name={
                      <button type="button" className="costs-fold" aria-expanded={isOpen} onClick={() => toggleKind(group.kind)}>
                        <Icon size={16} aria-hidden />
                        <KindSwatch kind={group.kind} />
                        {translate(`common.costKind.${group.kind}`)}
                      </button>
                    }
                    amounts={group.byYear}
                    total={group.totalCents}
                  />
                  {isOpen &&
                    group.tracks.map(({ track, byYear, totalCents }) => (
                      <AmountRows
                        key={track ?? ''}
                        className="costs-track"
                        name={track === null ? translate('report.noTrack') : <TrackDot track={track} />}
                        amounts={byYear}
                        total={totalCents}
                      />
                    ))}
                </Fragment>
              );
            })}
          </tbody>
          <tbody className="costs-sums">
            <AmountRows className="costs-sum" name={translate('report.costs.plan')} amounts={costs.totalsByYear} total={costs.totalCents} />
            {band !== undefined && (
              <>
                <AmountRows className="costs-band" name={translate('costsPage.bandLow')} amounts={band.low.totalsByYear} total={band.low.totalCents} />
                <AmountRows className="costs-band" name={translate('costsPage.bandHigh')} amounts={band.high.totalsByYear} total={band.high.totalCents} />
              </>
            )}
            <AmountRows name={translate('report.costs.stay')} amounts={costs.stayByYear} total={costs.stayTotalCents} />
            {band !== undefined && band.low.stayTotalCents !== band.high.stayTotalCents && (
              <>
                <AmountRows className="costs-band" name={translate('costsPage.stayLow')} amounts={band.low.stayByYear} total={band.low.stayTotalCents} />
                <AmountRows className="costs-band" name={translate('costsPage.stayHigh')} amounts={band.high.stayByYear} total={band.high.stayTotalCents} />
              </>
            )}
            <AmountRows className="costs-sum" name={translate('report.costs.difference')} amounts={saved.byYear} total={saved.totalCents} />
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
