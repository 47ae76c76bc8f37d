import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { hasWords, type NameRule, namesKey, withNameRules } from '../../domain/catalogue/nameRules.ts';
import type { NameRuleId } from '../../domain/ids.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { applyNameRules } from './applyNameRules.ts';
import { knownRules } from './planMatcher.ts';

export function saveNameRule(context: AppContext, input: Parsed<'inventory.saveNameRule'>): Output<'inventory.saveNameRule'> {
  const { pattern, text, publisher, effect, ruleId } = input;
  if (!hasWords(text)) throw new AppError('invalid', 'app.nameRules.noWords', { params: { text } });
  return runCommand(context, 'inventory.saveNameRule', input, (writer) => {
    const stored = writer.nameRules();
    if (ruleId !== undefined) findRule(stored, ruleId);
    const rule: NameRule = { id: ruleId ?? context.ids.next<'nameRule'>(), pattern, text, publisher, effect };
    if (knownRules(context, [rule]).length === 0 && effect.kind === 'product')
      throw new AppError('notFound', 'app.productUnknown', { params: { product: effect.productId } });
    const after = withNameRules(
      stored.filter(({ id }) => id !== ruleId),
      [rule],
    );
    const changed = applyNameRules(context, writer, after);
    const saved = after.find((one) => namesKey(one) === namesKey(rule)) ?? rule;
    return { result: { ruleId: saved.id }, label: { labelKey: 'history.saveNameRule', params: { text, names: changed } }, changed };
  });
}

export function removeNameRule(context: AppContext, input: Parsed<'inventory.removeNameRule'>): Output<'inventory.removeNameRule'> {
  return runCommand(context, 'inventory.removeNameRule', input, (writer) => {
    const stored = writer.nameRules();
    const { text } = findRule(stored, input.ruleId);
    const changed = applyNameRules(
      context,
      writer,
      stored.filter(({ id }) => id !== input.ruleId),
    );
    return outcome('history.removeNameRule', { text, names: changed }, changed);
  });
}

export function findRule(rules: readonly NameRule[], id: NameRuleId): NameRule {
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw new AppError('notFound', 'app.nameRules.unknown');
  return found;
}
