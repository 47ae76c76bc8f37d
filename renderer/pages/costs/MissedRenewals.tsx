import { totalOfMissed } from '../../../core/report/costSeries.ts';
import { today } from '../../core/today.ts';
import { useTranslator } from '../../core/settings.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { Costs } from './CostsPage.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';

/** Contracts that renew although their software is being replaced: when to decide, and what it costs not to. */
export function MissedRenewals({ missed }: { readonly missed: Costs['missedRenewals'] }) {
  const { translate, money, date } = useTranslator();
  if (missed.length === 0) return null;
  const now = today();
  return (
    <div className="costs-section">
      <div>
        <h2 id="costs-missed-title" className="chart-title">
          {translate('report.missed.title')}
        </h2>
        <p className="soft small">{translate('report.missed.lead')}</p>
      </div>
      <ScrollRegion className="costs-scroll" labelledBy="costs-missed-title">
        <table className="costs-table costs-missed">
          <thead>
            <tr>
              <th scope="col">{translate('report.column.contract')}</th>
              <th scope="col" className="costs-text">
                {translate('report.column.decideBy')}
              </th>
              <th scope="col" className="number">
                {translate('costsPage.renewsOn')}
              </th>
              <th scope="col" className="number">
                {translate('costsPage.neededUntil')}
              </th>
              <th scope="col" className="number">
                {translate('report.column.costOfRenewal')}
              </th>
            </tr>
          </thead>
          <tbody>
            {missed.map((renewal) => (
              <tr key={`${renewal.contractId} ${renewal.renewsOn}`}>
                <th scope="row">{renewal.name}</th>
                <td className="costs-text">
                  {renewal.decideBy < now ? (
                    <StatusMark state="problem" label={translate('costsPage.decisionPast', { date: renewal.decideBy })} />
                  ) : (
                    <StatusMark state="planned" label={date(renewal.decideBy)} />
                  )}
                </td>
                <td className="number">{date(renewal.renewsOn)}</td>
                <td className="number">{renewal.lastWaveFinishesOn === null ? '–' : date(renewal.lastWaveFinishesOn)}</td>
                <td className="number">{money(renewal.costCents, 'bare')}</td>
              </tr>
            ))}
          </tbody>
          <tbody className="costs-sums">
            <tr className="costs-sum">
              <th scope="row" colSpan={4}>
                {translate('common.total')}
              </th>
              <td className="number">{money(totalOfMissed(missed), 'bare')}</td>
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
