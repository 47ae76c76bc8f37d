import type { ProductId } from '../ids.ts';

/** Why a raw name is a certain product, noise, or nothing known. The same name always gets the same answer; the alias of a `userRule` is the rule's text. */
export type MatchReason =
  | { readonly kind: 'matched'; readonly productId: ProductId; readonly confidence: number; readonly rule: MatchRule; readonly alias: string }
  | { readonly kind: 'noise'; readonly rule: NoiseRule }
  | { readonly kind: 'noise'; readonly rule: 'userRule'; readonly alias: string }
  /** A person said that it is an item, and no product of the catalogue. */
  | { readonly kind: 'ownItem'; readonly rule: 'userRule'; readonly alias: string }
  | { readonly kind: 'unmatched' };

export type MatchRule = 'exactAlias' | 'cleanedAlias' | 'aliasPrefix' | 'publisherAndWords' | 'userRule';
export type NoiseRule = 'patch' | 'runtime' | 'driver' | 'languagePack' | 'sdkPart' | 'systemPart' | 'updater' | 'packageId' | 'empty';
