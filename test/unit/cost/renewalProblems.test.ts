import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { renewalProblems } from '../../../core/domain/cost/renewalProblems.ts';
import type { ContractId } from '../../../core/domain/ids.ts';
import { cents } from '../../../core/domain/money.ts';

describe('renewalProblems', () => {
  it('joins the renewals of one contract, with their sum', () => {
    const renewal = (renewsOn: string, decideBy: string, amount: number) => ({
      contractId: 'c' as ContractId,
      name: 'Office',
      renewsOn: isoDate(renewsOn),
      decideBy: isoDate(decideBy),
      lastWaveFinishesOn: isoDate('2029-02-01'),
      costCents: cents(amount),
    });
    expect(renewalProblems([renewal('2029-01-01', '2028-10-02', 12_600), renewal('2028-01-01', '2027-10-02', 12_000)])).toEqual([
      {
        severity: 'warning',
        messageKey: 'cost.problem.contractRenews',
        params: { contract: 'Office', count: 2, renewsOn: '2028-01-01', decideBy: '2027-10-02', needed: '2029-02-01', costCents: 24_600 },
        subject: { kind: 'contract', id: 'c' },
      },
    ]);
  });
});
