import type { Output } from '../../../core/contract/contract.ts';
import type { CliCommand } from '../io.ts';
import { pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

type Rows = Output<'mapping.list'>['rows'];

export const mapItems: CliCommand = {
  name: 'map',
  usage: 'PLAN [--accept] [--json]',
  options: { accept: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  run: (call) =>
    withPlan(call, pathArgument(call, 0), call.flag('accept') ? 'write' : 'read', async ({ core }) => {
      const { translate, number, money } = call.translator;
      const accepted = call.flag('accept') ? await core.call('mapping.acceptProposals', { commandId: newCommandId() }) : null;
      let rows: Rows = [];
      if (accepted) {
        for (;;) {
          const page = await core.call('mapping.list', { offset: rows.length, limit: 1000 });
          rows = [...rows, ...page.rows];
          if (page.rows.length === 0 || rows.length >= page.total) break;
        }
      } else rows = (await core.call('mapping.preview', {})).rows;
      call.print({ accepted: accepted !== null, changed: accepted?.changed ?? 0, rows }, () => [
        ...textTable(
          [
            { heading: translate('cli.column.item') },
            { heading: translate('cli.column.strategy') },
            { heading: translate('cli.column.replacement') },
            { heading: translate('cli.column.accounts'), align: 'right' },
            { heading: translate('cli.column.installations'), align: 'right' },
            { heading: translate('cli.column.annualCost'), align: 'right' },
          ],
          rows.map((row) => [
            row.itemName,
            translate(`common.strategy.${row.strategy}`),
            row.replacementName ?? '',
            number(row.accounts),
            number(row.installations),
            row.annualCostCents === null ? '–' : money(row.annualCostCents),
          ]),
        ),
        '',
        accepted ? translate('cli.mapAccepted', { count: accepted.changed }) : translate('cli.mapPreview'),
      ]);
      return 0;
    }),
};
