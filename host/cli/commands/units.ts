import { AppError } from '../../../core/contract/errors.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { choiceOption, pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const units: CliCommand = {
  name: 'units',
  usage: 'PLAN [--role pilot|regular|onCall --unit PATH …] [--json]',
  options: { role: { type: 'string' }, unit: { type: 'string', multiple: true } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    const { translate, number } = call.translator;
    const role = choiceOption(call, 'role', ['pilot', 'regular', 'onCall'] as const);
    const paths = call.list('unit');
    if ((role === undefined) !== (paths.length === 0)) throw new UsageError('cli.optionMissing', { option: role === undefined ? 'role' : 'unit' });
    return withPlan(call, pathArgument(call, 0), role === undefined ? 'read' : 'write', async ({ core }) => {
      const list = await core.call('inventory.listUnits', {});
      if (role !== undefined) {
        const unitIds = paths.map((path) => {
          const found = list.find((unit) => unit.path === path || unit.id === path);
          if (!found) throw new AppError('notFound', 'cli.unitUnknown', { params: { unit: path } });
          return found.id;
        });
        const done = await core.call('inventory.changeUnitRole', { commandId: newCommandId(), unitIds, role });
        call.print({ changed: done.changed }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      call.print({ units: list }, () =>
        textTable(
          [{ heading: translate('cli.column.unit') }, { heading: translate('cli.column.accounts'), align: 'right' }, { heading: translate('cli.column.role') }],
          [...list]
            .sort((one, other) => (one.path < other.path ? -1 : 1))
            .map((unit) => [unit.path, number(unit.accountCount), translate(`cli.role.${unit.role}`)]),
        ),
      );
      return 0;
    });
  },
};
