import type { ProviderId } from '../../../core/domain/ids.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { dateOption, pathArgument } from '../options.ts';
import { textTable } from '../textTable.ts';
import { withPlan } from '../withPlan.ts';

export const simulateOutage: CliCommand = {
  name: 'outage',
  usage: 'PLAN --provider ID[,ID…] | --replay EVENT [--at DATE] [--json]',
  options: { provider: { type: 'string' }, replay: { type: 'string' }, at: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    const eventId = call.text('replay');
    const providerIds = (call.text('provider') ?? '').split(',').map((id) => id.trim()).filter(Boolean) as ProviderId[];
    if (eventId === undefined && providerIds.length === 0) throw new UsageError('cli.providerOrReplay');
    return withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
      const outage = await core.call('sovereignty.simulateOutage', { providerIds, ...(eventId === undefined ? {} : { eventId }), at: dateOption(call, 'at') ?? null });
      const { translate, number } = call.translator;
      const pathText = (path: readonly { readonly name: string }[]) => path.map((step) => step.name).join(' → ');
      call.print(outage, () => [
        translate('cli.outageCatalogue'),
        ...outage.catalogueServices.map((service) => `  ${service.name}: ${pathText(service.path)}`),
        ...(outage.reported ? ['', translate('cli.outageReported', { down: outage.reported.down.join(', '), notDown: outage.reported.notDown.join(', ') })] : []),
        ...(outage.reported && outage.reported.missed.length + outage.reported.wrong.length > 0
          ? [translate('cli.outageDifference', { missed: outage.reported.missed.join(', ') || '–', wrong: outage.reported.wrong.join(', ') || '–' })]
          : []),
        '',
        translate('cli.outagePlan'),
        ...textTable(
          [{ heading: translate('cli.column.item') }, { heading: translate('cli.column.path') }, { heading: translate('cli.column.accounts'), align: 'right' }],
          outage.services.map((service) => [service.name, pathText(service.path), number(service.accounts)]),
        ),
        translate('cli.accountsAffected', { accounts: outage.accountsAffected }),
      ]);
      return 0;
    });
  },
};
