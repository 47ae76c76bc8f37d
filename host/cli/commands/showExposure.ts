import type { CliCommand } from '../io.ts';
import { dateOption, pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { withPlan } from '../withPlan.ts';

export const showExposure: CliCommand = {
  name: 'exposure',
  usage: 'PLAN [--at DATE] [--json]',
  options: { at: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) =>
    withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
      const exposure = await core.call('sovereignty.getExposure', { at: dateOption(call, 'at') ?? null });
      const { translate, number } = call.translator;
      const counts = [
        { heading: translate('cli.column.items'), align: 'right' as const },
        { heading: translate('cli.column.accounts'), align: 'right' as const },
      ];
      call.print(exposure, () => [
        ...textTable(
          [{ heading: translate('cli.column.provider') }, { heading: translate('cli.column.jurisdiction') }, ...counts],
          exposure.providers.map((provider) => [provider.name, provider.jurisdiction, number(provider.items), number(provider.accounts)]),
        ),
        '',
        ...textTable(
          [{ heading: translate('cli.column.jurisdiction') }, ...counts],
          exposure.jurisdictions.map((row) => [row.jurisdiction, number(row.items), number(row.accounts)]),
        ),
      ]);
      return 0;
    }),
};
