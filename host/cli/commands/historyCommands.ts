import { type CliCommand, UsageError } from '../io.ts';
import { pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const showHistory: CliCommand = {
  name: 'history',
  usage: 'PLAN [--json]',
  options: {},
  positionals: { least: 1, most: 1 },
  run: (call) =>
    withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
      const history = await core.call('history.list', { limit: 1000 });
      const { translate, number } = call.translator;
      call.print(history, () =>
        textTable(
          [
            { heading: translate('cli.column.number'), align: 'right' },
            { heading: translate('cli.column.when') },
            { heading: translate('cli.column.who') },
            { heading: translate('cli.column.what') },
            { heading: translate('cli.column.rows'), align: 'right' },
            { heading: '' },
          ],
          history.entries.map((entry) => [
            String(entry.sequence),
            entry.at.slice(0, 16).replace('T', ' '),
            entry.actor,
            translate(entry.labelKey, entry.params),
            number(entry.rows),
            entry.state === 'undone' ? translate('cli.undone') : '',
          ]),
        ),
      );
      return 0;
    }),
};

export const undoLast = step('undo');
export const redoLast = step('redo');

function step(name: 'undo' | 'redo'): CliCommand {
  return {
    name,
    usage: 'PLAN',
    options: {},
    positionals: { least: 1, most: 1 },
    run: (call) =>
      withPlan(call, pathArgument(call, 0), 'write', async ({ core }) => {
        const done = await core.call(`history.${name}`, { commandId: newCommandId() });
        const { translate } = call.translator;
        call.print(done, () => [translate(`cli.${name}`, { what: translate(done.labelKey, done.params), rows: done.changed })]);
        return 0;
      }),
  };
}

/** Takes back one import by its number in `history`, with all that came later left in place. */
export const rollBackImport: CliCommand = {
  name: 'rollback',
  usage: 'PLAN NUMBER [--json]',
  options: {},
  positionals: { least: 2, most: 2 },
  run: (call) =>
    withPlan(call, pathArgument(call, 0), 'write', async ({ core }) => {
      const sequence = Number(call.positionals[1]);
      if (!Number.isSafeInteger(sequence) || sequence < 1)
        throw new UsageError('cli.numberExpected', { option: 'NUMBER', value: call.positionals[1] ?? '', least: 1, most: Number.MAX_SAFE_INTEGER });
      const { translate } = call.translator;
      const later = await core.call('history.listBuiltUpon', { sequence });
      for (const entry of later) call.io.err(`${translate('cli.builtUpon', { number: entry.sequence, what: translate(entry.labelKey, entry.params) })}\n`);
      const done = await core.call('history.rollBack', { commandId: newCommandId(), sequence });
      call.print(done, () => [`${translate(done.labelKey, done.params)} (${translate('historyPage.rows', { rows: done.changed })})`]);
      return 0;
    }),
};
