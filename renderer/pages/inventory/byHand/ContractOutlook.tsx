import { addMonths, type IsoDate, toDayNumber } from '../../../../core/domain/calendar.ts';
import type { Contract } from '../../../../core/domain/inventory/inventory.ts';
import { contractDates } from '../../../../core/domain/schedule/calendar/contractDates.ts';
import { useTranslator } from '../../../core/settings.ts';

/** The next one and three renewals. */
const termsShown = 4;

type Props = {
  readonly contract: Omit<Contract, 'id' | 'itemId'>;
  readonly today: IsoDate;
  readonly lastMoment: { decideBy: IsoDate; endsOn: IsoDate } | null;
};

/** What a contract's terms mean, in words and in days: the next decision and the ones after it, past the third renewal. */
export function ContractOutlook({ contract, today, lastMoment }: Props) {
  const { translate, date } = useTranslator();
  const { currentEndsOn, next, following } = contractDates(contract, today, termsShown);
  const { renewal, endsOn, noticeDays, renewalMonths } = contract;
  const terms = next === null ? [] : [next, ...following].slice(0, termsShown);
  return (
    <section className="contract-outlook" aria-live="polite" aria-label={translate('inventoryPage.contract.outlook')}>
      <h3>{translate('inventoryPage.contract.outlook')}</h3>
      <p>{translate(`inventoryPage.contract.rule.${renewal}`, { months: renewalMonths, days: noticeDays })}</p>
      {renewal !== 'none' && endsOn === null && <p className="soft">{translate('inventoryPage.contract.noEndYet')}</p>}
      {renewal !== 'none' && endsOn !== null && next === null && (
        <p>{translate(currentEndsOn === null ? 'inventoryPage.contract.isOver' : 'inventoryPage.contract.isTooLate', { date: currentEndsOn ?? endsOn })}</p>
      )}
      {next !== null && currentEndsOn !== null && currentEndsOn !== next.endsOn && (
        <p>{translate('inventoryPage.contract.hasRenewed', { ended: currentEndsOn, date: next.endsOn })}</p>
      )}
      {terms.length > 0 && (
        <table className="contract-terms">
          <thead>
            <tr>
              <th scope="col">{translate('inventoryPage.column.decideBy')}</th>
              <th scope="col">{translate('inventoryPage.contract.termEnds')}</th>
              {renewal === 'tacit' && <th scope="col">{translate('inventoryPage.contract.otherwise')}</th>}
            </tr>
          </thead>
          <tbody>
            {terms.map((term, index) => (
              <tr key={term.endsOn}>
                <th scope="row">{date(term.decideBy)}</th>
                <td>{date(term.endsOn)}</td>
                {renewal === 'tacit' && <td>{following[index] && date(following[index].endsOn)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lastMoment !== null && <p>{translate('inventoryPage.contract.lastMoment', lastMoment)}</p>}
      {next !== null && renewal === 'tacit' && (
        <p className="small soft">{translate('inventoryPage.contract.threeMonths', { days: daysOfMonthsBefore(next.endsOn, 3), date: next.endsOn })}</p>
      )}
    </section>
  );
}

/** Notice is kept in days; laws and contracts like to say months, which are 90, 91 or 92 of them. */
function daysOfMonthsBefore(endsOn: IsoDate, months: number): number {
  return toDayNumber(endsOn) - toDayNumber(addMonths(endsOn, -months));
}
