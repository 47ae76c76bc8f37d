import { namePatterns, type NameEffect } from '../../../core/domain/catalogue/nameRules.ts';
import { AppError } from '../../../core/contract/errors.ts';
import type { Output } from '../../../core/contract/contract.ts';
import type { ProductId } from '../../../core/domain/ids.ts';
import { resolve } from 'node:path';
import { type CliCall, type CliCommand, UsageError } from '../io.ts';
import { choiceOption, pathArgument, requiredText } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

type Rule = Output<'inventory.listNameRules'>[number];
type Preview = Output<'inventory.previewNameRule'>;

const actions = ['list', 'add', 'remove', 'export', 'import'] as const;

export const nameRules: CliCommand = {
  name: 'rules',
  usage:
    'PLAN [list] | add --text T [--pattern exact|startsWith|contains] [--publisher P] --product ID|--noise|--own-item [--dry-run] | remove TEXT [--dry-run] | export FILE | import FILE [--json]',
  options: {
    text: { type: 'string' },
    pattern: { type: 'string' },
    publisher: { type: 'string' },
    product: { type: 'string' },
    noise: { type: 'boolean' },
    'own-item': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  positionals: { least: 1, most: 20 },
  run(call) {
    const [, asked = 'list', ...rest] = call.positionals;
    const action = actions.find((known) => known === asked);
    if (action === undefined) throw new UsageError('cli.actionUnknown', { action: asked, known: actions.join(', ') });
    const argument = rest.join(' ');
    if ((action === 'remove' || action === 'export' || action === 'import') && argument === '')
      throw new UsageError('cli.argumentMissing', { argument: action === 'remove' ? 'TEXT' : 'FILE' });
    const draft = action === 'add' ? readDraft(call) : null;
    const isReading = action === 'list' || action === 'export' || ((draft !== null || action === 'remove') && call.flag('dry-run'));
    const { translate } = call.translator;
    return withPlan(call, pathArgument(call, 0), isReading ? 'read' : 'write', async ({ core, files }) => {
      const commandId = newCommandId();
      if (draft !== null) {
        const { effect, ...takes } = draft;
        if (isReading) {
          const preview = await core.call('inventory.previewNameRule', takes);
          call.print(preview, () => previewLines(call, preview));
          return 0;
        }
        const done = await core.call('inventory.saveNameRule', { commandId, ...takes, effect });
        call.print({ id: done.ruleId, changed: done.changed, revision: done.revision }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      if (action === 'export') {
        const file = resolve(call.io.workingFolder, argument);
        const written = await core.call('inventory.exportNameRules', { target: files.handleFor(file) }, { signal: call.io.signal });
        call.print({ file, ...written }, () => [translate('cli.fileWritten', { file })]);
        return 0;
      }
      if (action === 'import') {
        const file = files.handleFor(resolve(call.io.workingFolder, argument));
        const { added, replaced, unchanged, leftOut, changed, revision } = await core.call(
          'inventory.importNameRules',
          { commandId, file },
          { signal: call.io.signal },
        );
        call.print({ added, replaced, unchanged, leftOut, changed, revision }, () => [
          translate('cli.rulesImported', { added, replaced, unchanged, changed }),
          ...leftOut.map(({ text, productId }) => translate('cli.ruleLeftOut', { text, product: productId })),
        ]);
        return 0;
      }
      const rules = await core.call('inventory.listNameRules', {});
      if (action === 'list') {
        call.print({ rules }, () => (rules.length === 0 ? [translate('cli.noRules')] : ruleTable(call, rules)));
        return 0;
      }
      const found = rules.filter((rule) => rule.id === argument || rule.text === argument);
      const [rule] = found;
      if (rule === undefined || found.length > 1)
        throw new AppError('notFound', 'cli.ruleNotInPlan', {
          params: {
            text: argument,
            count: found.length,
            choices: (found.length > 1 ? found.map(({ id }) => id) : rules.map(({ text }) => text)).join(', ') || '–',
          },
        });
      const removal = await core.call('inventory.previewRuleRemoval', { ruleId: rule.id });
      if (isReading) {
        call.print({ id: rule.id, ...removal }, () => [
          translate('inventoryPage.rules.removal', { rule: translate('inventoryPage.rules.quoted', { text: rule.text }), ...totalOf(removal) }),
          ...stayLines(call, removal),
        ]);
        return 0;
      }
      const done = await core.call('inventory.removeNameRule', { commandId, ruleId: rule.id });
      call.print({ id: rule.id, changed: done.changed, revision: done.revision, stays: removal.stays }, () => [
        translate(done.labelKey, done.params),
        ...stayLines(call, removal),
      ]);
      return 0;
    });
  },
};

function readDraft(call: CliCall) {
  const product = call.text('product');
  const effects: NameEffect[] = [
    ...(product === undefined ? [] : [{ kind: 'product', productId: product as ProductId } as const]),
    ...(call.flag('noise') ? [{ kind: 'noise' } as const] : []),
    ...(call.flag('own-item') ? [{ kind: 'ownItem' } as const] : []),
  ];
  const [effect] = effects;
  if (effect === undefined || effects.length > 1) throw new UsageError('cli.oneOfOptions', { options: '--product, --noise, --own-item' });
  const pattern = choiceOption(call, 'pattern', namePatterns) ?? 'exact';
  return { pattern, text: requiredText(call, 'text'), publisher: call.text('publisher') ?? null, effect };
}

function ruleTable({ translator: { translate, number } }: CliCall, rules: readonly Rule[]): string[] {
  return textTable(
    [
      { heading: translate('cli.column.pattern') },
      { heading: translate('cli.column.text') },
      { heading: translate('cli.column.publisher') },
      { heading: translate('cli.column.effect') },
      { heading: translate('cli.column.names'), align: 'right' },
      { heading: translate('cli.column.installations'), align: 'right' },
    ],
    rules.map(({ pattern, text, publisher, effect, productName, names, installations }) => [
      translate(`common.namePattern.${pattern}`),
      text,
      publisher ?? '',
      effect.kind === 'product'
        ? (productName ?? translate('cli.productNotKnown', { product: effect.productId }))
        : translate(`common.nameEffect.${effect.kind}`),
      number(names),
      number(installations),
    ]),
  );
}

function previewLines({ translator: { translate, number } }: CliCall, { names, installations, rawNames, kept }: Preview): string[] {
  const known = (raw: Preview['rawNames'][number]) => raw.productName ?? translate(`cli.ruleBefore.${raw.match.kind}`);
  return [
    translate('cli.rulePreview', { names, installations }),
    ...(kept.names === 0 ? [] : [translate('cli.ruleKept', { names: kept.names, rules: kept.by.map(({ text }) => text).join(', ') })]),
    ...(rawNames.length === 0
      ? []
      : textTable(
          [
            { heading: translate('cli.column.name') },
            { heading: translate('cli.column.publisher') },
            { heading: translate('cli.column.before') },
            { heading: translate('cli.column.installations'), align: 'right' },
          ],
          rawNames.map((raw) => [raw.rawName, raw.publisher, known(raw), number(raw.installations)]),
        )),
  ];
}

type Removal = Output<'inventory.previewRuleRemoval'>;

const totalOf = ({ names, installations }: Removal) => ({ names, installations });

/** Items that stay without a name, with what they stay for. */
function stayLines({ translator: { translate } }: CliCall, { stays }: Removal): string[] {
  if (stays.length === 0) return [];
  const line = ({ name, seats, contracts }: Removal['stays'][number]) => `  ${name} ${translate('inventoryPage.rules.staysWith', { seats, contracts })}`;
  return [translate('inventoryPage.rules.stays', { items: stays.length }), ...stays.map(line)];
}
