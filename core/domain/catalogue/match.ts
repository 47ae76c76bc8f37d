import type { ProductId } from '../ids.ts';

/** Why a raw name is a certain product, noise, or nothing known. The same name always gets the same answer. */
export type MatchReason =
  | { readonly kind: 'matched'; readonly productId: ProductId; readonly confidence: number; readonly rule: MatchRule; readonly alias: string }
  | { readonly kind: 'noise'; readonly rule: NoiseRule }
  | { readonly kind: 'unmatched' };

export type MatchRule = 'exactAlias' | 'cleanedAlias' | 'aliasPrefix' | 'publisherAndWords' | 'userRule';
export type NoiseRule = 'patch' | 'runtime' | 'driver' | 'languagePack' | 'sdkPart' | 'systemPart' | 'updater' | 'packageId' | 'empty';
