import { hasNothingToPayBack } from '../../../core/domain/cost/appraise.ts';
import type { CliCommand } from '../io.ts';
import { pathArgument, wholeNumber } from '../options.ts';
import { textTable } from '../textTable.ts';
import { withPlan } from '../withPlan.ts';

export const showCosts: CliCommand = {
  name: 'cost',
  usage: 'PLAN [--years N] [--json]',
  options: { years: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) =>
    withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
      const years = wholeNumber(call, 'years', 1, 30);
      const costs = await core.call('cost.getCosts', { locale: call.locale, ...(years === undefined ? {} : { years }) });
      const { translate, date } = call.translator;
      const money = (amount: number) => call.translator.money(amount);
      call.print(costs, () => [
        ...textTable(
          [
            { heading: translate('cli.column.track') },
            { heading: translate('cli.column.kind') },
            ...costs.years.map((year) => ({ heading: String(year), align: 'right' as const })),
            { heading: translate('cli.column.total'), align: 'right' as const },
          ],
          [
            ...costs.lines.map((line) => [
              line.track === null ? '–' : translate(`common.track.${line.track}`),
              translate(`common.costKind.${line.kind}`),
              ...line.byYear.map(money),
              money(line.totalCents),
            ]),
            [translate('cli.total'), '', ...costs.totalsByYear.map(money), money(costs.totalCents)],
            [translate('cli.stay'), '', ...costs.stayByYear.map(money), money(costs.stayTotalCents)],
          ],
        ),
        '',
        translate('cli.npv', { amount: money(costs.netPresentValueCents), rate: costs.discountRatePercent }),
        costs.paybackOn === null
          ? translate(hasNothingToPayBack(costs) ? 'cli.nothingToPayBack' : 'cli.noPayback')
          : translate('cli.payback', { date: date(costs.paybackOn) }),
        ...costs.missedRenewals.map((missed) =>
          translate('cli.missedRenewal', { name: missed.name, renewsOn: missed.renewsOn, decideBy: missed.decideBy, amount: money(missed.costCents) }),
        ),
        ...costs.problems.map((problem) => `${translate(`common.severity.${problem.severity}`)}: ${translate(problem.messageKey, problem.params)}`),
      ]);
      return 0;
    }),
};
