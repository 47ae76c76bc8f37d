import { Plus } from 'lucide-react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { ItemId } from '../../../../core/domain/ids.ts';
import { contractDates } from '../../../../core/domain/schedule/calendar/contractDates.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { today } from '../../../core/today.ts';
import { contractAddress } from './contractDraft.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';

type Contract = Output<'inventory.getItem'>['contracts'][number];

/** The contracts of one item, each the way to its terms, and the way to another one. */
export function ItemContracts({ itemId, contracts }: { readonly itemId: ItemId; readonly contracts: readonly Contract[] }) {
  const { translate, number, money, date, dateRange } = useTranslator();
  const go = useRoute((state) => state.go);
  const term = (contract: Contract) => {
    if (contract.startsOn !== null && contract.endsOn !== null) return dateRange(contract.startsOn, contract.endsOn);
    return contract.endsOn === null ? translate('inventoryPage.noEnd') : translate('inventoryPage.until', { date: date(contract.endsOn) });
  };
  return (
    <section className="detail-part">
      <div className="detail-heading">
        <h3>{translate('inventoryPage.contracts')}</h3>
        <ChangeButton type="button" className="button-quiet" onClick={() => go('inventory', contractAddress('new', itemId))}>
          <Plus size={16} aria-hidden />
          {translate('inventoryPage.addContract')}
        </ChangeButton>
      </div>
      {contracts.length === 0 ? (
        <p className="soft">{translate('inventoryPage.noContracts')}</p>
      ) : (
        <ul className="detail-list">
          {contracts.map((contract) => {
            const decideBy = contractDates(contract, today(), 0).next?.decideBy;
            return (
              <li key={contract.id}>
                <p className="detail-line">
                  <button type="button" className="detail-contract" onClick={() => go('inventory', contractAddress(contract.id))}>
                    {contract.name}
                  </button>
                  <span className="number">
                    {contract.annualCostCents === null
                      ? translate('common.unknown')
                      : translate('inventoryPage.perYear', { amount: money(contract.annualCostCents) })}
                  </span>
                </p>
                <p className="small soft">
                  {[
                    contract.supplier,
                    term(contract),
                    translate(`common.renewal.${contract.renewal}`),
                    ...(contract.noticeDays > 0 ? [translate('inventoryPage.notice', { days: contract.noticeDays })] : []),
                    ...(contract.seats > 0 ? [translate('inventoryPage.seats', { seats: number(contract.seats), count: contract.seats })] : []),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </p>
                {decideBy !== undefined && <p className="small">{translate('inventoryPage.contract.decideBy', { date: decideBy })}</p>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
