import { type CliCommand, UsageError } from '../io.ts';
import { pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const assumptions: CliCommand = {
  name: 'assume',
  usage: 'PLAN [KEY VALUE] [--json]',
  options: {},
  positionals: { least: 1, most: 3 },
  run: (call) => {
    const [, key, text] = call.positionals;
    const value = Number(text);
    if (key !== undefined && (text === undefined || text.trim() === '' || !Number.isFinite(value)))
      throw new UsageError('cli.settingWrong', { setting: `${key}=${text ?? ''}` });
    return withPlan(call, pathArgument(call, 0), key === undefined ? 'read' : 'write', async ({ core }) => {
      const { translate, number } = call.translator;
      if (key !== undefined) {
        const done = await core.call('plan.changeAssumption', { commandId: newCommandId(), key, value });
        call.print({ key, value }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      const list = await core.call('plan.listAssumptions', { locale: call.locale });
      call.print({ assumptions: list }, () =>
        textTable(
          [
            { heading: translate('cli.column.name') },
            { heading: translate('cli.column.value'), align: 'right' },
            { heading: translate('cli.column.unitOfValue') },
            { heading: translate('cli.column.source') },
          ],
          list.map((assumption) => [
            assumption.key,
            number(assumption.value),
            translate(`common.unit.${assumption.unit}`),
            assumption.sourceTitle ?? translate('common.assumption'),
          ]),
        ),
      );
      return 0;
    });
  },
};
