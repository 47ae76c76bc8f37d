import { hasNothingToPayBack } from '../../../core/domain/cost/appraise.ts';
import { savedWithTheMove } from '../../../core/report/costSeries.ts';
import { useTranslator } from '../../core/settings.ts';
import { type Band, breakEvenRange } from './breakEvenRange.ts';
import type { Costs } from './CostsPage.tsx';

/** The figures for which somebody opens this page. */
export function KeyFigures({ costs, band }: { readonly costs: Costs; readonly band: Band | undefined }) {
  const t = useTranslator();
  const { translate, money, percent, date } = t;
  const span = translate('report.years', { firstYear: String(costs.firstYear), lastYear: String(costs.years.at(-1) ?? costs.firstYear) });
  const saved = savedWithTheMove(costs).totalCents;
  const paybackNote =
    costs.paybackOn !== null ? 'report.costs.paybackNote' : hasNothingToPayBack(costs) ? 'report.costs.nothingToPayBack' : 'report.costs.noPayback';
  const planRange =
    band === undefined ? null : translate('costsPage.fromTo', { from: money(band.low.totalCents, 'whole'), to: money(band.high.totalCents, 'whole') });
  const figures = [
    { label: translate('report.figure.cost'), value: money(costs.totalCents, 'whole'), exact: money(costs.totalCents, 'exact'), note: planRange ?? span },
    { label: translate('report.figure.stay'), value: money(costs.stayTotalCents, 'whole'), exact: money(costs.stayTotalCents, 'exact'), note: span },
    {
      label: translate(saved >= 0 ? 'costsPage.savedBy' : 'costsPage.dearerBy'),
      value: money(Math.abs(saved), 'whole'),
      exact: money(Math.abs(saved), 'exact'),
      note: span,
    },
    {
      label: translate('report.figure.payback'),
      value: costs.paybackOn === null ? '–' : date(costs.paybackOn),
      note: band !== undefined ? breakEvenRange(band, t) : translate(paybackNote),
    },
    {
      label: translate('report.figure.npv'),
      value: money(costs.netPresentValueCents, 'whole'),
      exact: money(costs.netPresentValueCents, 'exact'),
      note: translate('report.costs.npvNote', { rate: percent(costs.discountRatePercent / 100, 1) }),
    },
  ];
  return (
    <dl className="costs-figures">
      {figures.map(({ label, value, exact, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong title={exact}>{value}</strong>
            <span className="soft small">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
