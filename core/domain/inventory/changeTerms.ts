import type { Contract } from './inventory.ts';

/** Terms that are said of many contracts at once: their notice, or how they renew. */
export type TermsChange =
  | { readonly kind: 'notice'; readonly noticeDays: number }
  | { readonly kind: 'tacit'; readonly renewalMonths: number }
  | { readonly kind: 'express'; readonly renewalMonths: number }
  | { readonly kind: 'none' };

export type ChangedTerms = {
  /** As they are after the change. */
  readonly changed: readonly Contract[];
  /** Of which the change cannot be said. */
  readonly refused: readonly Contract[];
  readonly refusedKey: 'app.noticeWithoutRenewal' | 'app.renewalWithoutEnd';
};

/**
 * The same terms said of many contracts. A contract of which they hold already is neither changed nor refused. Notice is
 * refused for a contract that never renews, because there is nothing to give notice of; a renewal is refused where no
 * end of the term is known, because no day would follow from it. Without a renewal a contract has neither months nor
 * notice; with another renewal it keeps its notice. Days are calendar days, months whole ones.
 *
 * Example: 90 days said of a tacit contract of 30 days, of one of 90 days and of one that was bought once: the first
 * changes, the second does not, the third is refused.
 */
export function changeTerms(contracts: readonly Contract[], change: TermsChange): ChangedTerms {
  const others = contracts.filter((contract) => !holds(contract, change));
  const refused = others.filter((contract) => (change.kind === 'notice' ? contract.renewal === 'none' : change.kind !== 'none' && contract.endsOn === null));
  const isRefused = new Set(refused);
  return {
    changed: others.filter((contract) => !isRefused.has(contract)).map((contract) => withTerms(contract, change)),
    refused,
    refusedKey: change.kind === 'notice' ? 'app.noticeWithoutRenewal' : 'app.renewalWithoutEnd',
  };
}

function holds({ renewal, renewalMonths, noticeDays }: Contract, change: TermsChange): boolean {
  if (change.kind === 'notice') return renewal !== 'none' && noticeDays === change.noticeDays;
  return renewal === change.kind && (change.kind === 'none' || renewalMonths === change.renewalMonths);
}

function withTerms(contract: Contract, change: TermsChange): Contract {
  if (change.kind === 'notice') return { ...contract, noticeDays: change.noticeDays };
  if (change.kind === 'none') return { ...contract, renewal: 'none', renewalMonths: 0, noticeDays: 0 };
  return { ...contract, renewal: change.kind, renewalMonths: change.renewalMonths };
}
