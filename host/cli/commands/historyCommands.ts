import type { CliCommand } from '../io.ts';
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
