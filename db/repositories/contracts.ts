import { AppError } from '../../core/contract/errors.ts';
import type { Contract } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'contracts'>;
type Write = Pick<PlanWriter, 'insertContracts' | 'updateContract' | 'removeContract'>;

export function contractReads(db: ReadDb): Read {
  const select = db.rows<Contract>(`
    SELECT id, item_id AS itemId, name, supplier, starts_on AS startsOn, ends_on AS endsOn, renewal, renewal_months AS renewalMonths, notice_days AS noticeDays, seats,
      annual_cost_cents AS annualCostCents
    FROM contracts ORDER BY ends_on IS NULL, ends_on, name, id`);
  return { contracts: () => select.all() };
}

export function contractWrites(db: WriteDb): Write {
  const insert = db.change(`
    INSERT INTO contracts (id, item_id, name, supplier, starts_on, ends_on, renewal, renewal_months, notice_days, seats, annual_cost_cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.change(`
    UPDATE contracts SET item_id = ?2, name = ?3, supplier = ?4, starts_on = ?5, ends_on = ?6, renewal = ?7, renewal_months = ?8, notice_days = ?9, seats = ?10, annual_cost_cents = ?11
    WHERE id = ?1`);
  const forget = db.change('DELETE FROM source_contracts WHERE contract_id = ?');
  const remove = db.change('DELETE FROM contracts WHERE id = ?');

  const values = ({ id, itemId, name, supplier, startsOn, endsOn, renewal, renewalMonths, noticeDays, seats, annualCostCents, ...rest }: Contract) => {
    nothingLeft(rest);
    return [id, itemId, name, supplier, startsOn, endsOn, renewal, renewalMonths, noticeDays, seats, annualCostCents] as const;
  };
  return {
    insertContracts(contracts) {
      for (const contract of contracts) insert(...values(contract));
    },
    updateContract(contract) {
      if (update(...values(contract)) === 0) throw new AppError('notFound', 'storage.contractUnknown', { params: { id: contract.id } });
    },
    removeContract(id) {
      forget(id);
      return remove(id);
    },
  };
}
