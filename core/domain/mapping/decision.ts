import type { ItemId, ProductId } from '../ids.ts';

export type Strategy = 'replace' | 'keep' | 'retire' | 'undecided';

/** Why a row of the mapping says what it says, in the order in which the rules spoke. */
export type DecisionReason = { readonly messageKey: string; readonly params: Readonly<Record<string, string | number>> };

export type Decision = {
  readonly itemId: ItemId;
  readonly strategy: Strategy;
  /** Set when, and only when, the strategy is `replace`. */
  readonly replacementId: ProductId | null;
  readonly reasons: readonly DecisionReason[];
  /** True when a person decided; a later proposal leaves the row alone. */
  readonly isOverridden: boolean;
  readonly note: string;
};
