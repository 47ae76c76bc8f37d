import type { NameRule } from '../domain/catalogue/nameRules.ts';

export type RuleInFile = Omit<NameRule, 'id'>;

/** Rules about names as a file that one administration can give to another. */
export interface NameRuleFiles {
  /** Throws `AppError('invalid')`, with the place, for a file that is none or holds a broken rule. */
  read(name: string, bytes: Uint8Array): readonly RuleInFile[];
  write(rules: readonly RuleInFile[]): Uint8Array;
}
