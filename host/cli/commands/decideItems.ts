import type { ProductId } from '../../../core/domain/ids.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { choiceOption, pathArgument } from '../options.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const decideItems: CliCommand = {
  name: 'decide',
  usage: 'PLAN ITEM… --strategy replace|keep|retire|undecided [--replacement ID] [--note N] [--json]',
  options: { strategy: { type: 'string' }, replacement: { type: 'string' }, note: { type: 'string' } },
  positionals: { least: 2, most: 1001 },
  run: (call) => {
    const strategy = choiceOption(call, 'strategy', ['replace', 'keep', 'retire', 'undecided'] as const);
    if (strategy === undefined) throw new UsageError('cli.optionMissing', { option: 'strategy' });
    const names = call.positionals.slice(1);
    return withPlan(call, pathArgument(call, 0), 'write', async ({ core }) => {
      const itemIds = [];
      for (const name of names) {
        const { items } = await core.call('inventory.listItems', { search: name, limit: 1000 });
        const found = items.find((item) => item.id === name || item.name === name || item.productId === name);
        if (!found) throw new AppError('notFound', 'app.itemUnknown', { params: { item: name } });
        itemIds.push(found.id);
      }
      const replacement = call.text('replacement');
      const note = call.text('note');
      const done = await core.call('mapping.decide', {
        commandId: newCommandId(),
        itemIds,
        strategy,
        ...(replacement === undefined ? {} : { replacementId: replacement as ProductId }),
        ...(note === undefined ? {} : { note }),
      });
      call.print({ changed: done.changed }, () => [call.translator.translate(done.labelKey, done.params)]);
      return 0;
    });
  },
};
