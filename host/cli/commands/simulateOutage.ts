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
    const providerIds = (call.text('provider') ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean) as ProviderId[];
    if (eventId === undefined && providerIds.length === 0) throw new UsageError('cli.providerOrReplay');
    return withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
      const outage = await core.call('sovereignty.simulateOutage', {
        providerIds,
        ...(eventId === undefined ? {} : { eventId }),
        at: dateOption(call, 'at') ?? null,
      });
      const { translate, number } = call.translator;
      const pathText = (path: readonly { readonly name: string }[]) => path.map((step) => step.name).join(' → ');
      const names = new Map(call.isJson ? [] : (await core.call('catalogue.list', {})).products.map((product) => [product.id as string, product.name]));
      const nameList = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ') || '–';
      call.print(outage, () => [
        translate(outage.catalogueServices.length === 0 ? 'cli.outageCatalogueNone' : 'cli.outageCatalogue'),
        ...outage.catalogueServices.map(
          (service) => `  ${service.name}: ${pathText(service.path)}${service.certainty === 'mayStop' ? ` (${translate('cli.mayStop')})` : ''}`,
        ),
        ...(outage.reported ? ['', translate('cli.outageReported', { down: nameList(outage.reported.down), notDown: nameList(outage.reported.notDown) })] : []),
        ...(outage.reported && outage.reported.missed.length + outage.reported.wrong.length > 0
          ? [translate('cli.outageDifference', { missed: nameList(outage.reported.missed), wrong: nameList(outage.reported.wrong) })]
          : []),
        '',
        ...(outage.services.length === 0
          ? [translate('cli.outagePlanNone')]
          : [
              translate('cli.outagePlan'),
              ...textTable(
                [
                  { heading: translate('cli.column.item') },
                  { heading: translate('cli.column.path') },
                  { heading: translate('cli.column.accounts'), align: 'right' },
                  { heading: '' },
                ],
                outage.services.map((service) => [
                  service.name,
                  pathText(service.path),
                  number(service.accounts),
                  service.certainty === 'mayStop' ? translate('cli.mayStop') : '',
                ]),
              ),
            ]),
        translate('cli.accountsAffected', { accounts: outage.accountsAffected }),
        ...(outage.accountsAtMost > outage.accountsAffected ? [translate('cli.accountsAtMost', { accounts: outage.accountsAtMost })] : []),
      ]);
      return 0;
    });
  },
};
