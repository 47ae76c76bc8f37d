import type { ContractId } from '../ids.ts';
import { sumCents } from '../money.ts';
import type { Problem } from '../problems.ts';
import type { MissedRenewalCost } from './costInput.ts';

/**
 * One warning for each contract that renews although what it is for is being replaced: how often, when first, by when
 * notice would have to be given, and what the renewals cost together, to the cent the same sum as in the costs.
 *
 * Example: two renewals of 120.00 and 126.00 are one warning with a count of 2 and 246.00.
 */
export function renewalProblems(renewals: readonly MissedRenewalCost[]): readonly Problem[] {
  const byContract = new Map<ContractId, MissedRenewalCost[]>();
  for (const renewal of renewals) {
    const list = byContract.get(renewal.contractId);
    if (list) list.push(renewal);
    else byContract.set(renewal.contractId, [renewal]);
  }
  return [...byContract].map(([contractId, list]): Problem => {
    const first = list.reduce((earliest, renewal) => (renewal.renewsOn < earliest.renewsOn ? renewal : earliest));
    return {
      severity: 'warning',
      messageKey: 'cost.problem.contractRenews',
      params: {
        contract: first.name,
        count: list.length,
        renewsOn: first.renewsOn,
        decideBy: first.decideBy,
        needed: first.lastWaveFinishesOn ?? '',
        costCents: sumCents(list.map((renewal) => renewal.costCents)),
      },
      subject: { kind: 'contract', id: contractId },
    };
  });
}
