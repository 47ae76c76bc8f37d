import { type CliCommand, UsageError } from '../io.ts';
import { textTable } from '../textTable.ts';
import { withCore } from '../withPlan.ts';

export const catalogue: CliCommand = {
  name: 'catalogue',
  usage: 'list | show ID | search TEXT | check [--json]',
  options: {},
  positionals: { least: 1, most: 20 },
  run: (call) =>
    withCore(call, async ({ core }) => {
      const { translate } = call.translator;
      const [action, ...rest] = call.positionals;
      const argument = rest.join(' ');
      if (action === 'list' || action === 'search') {
        if (action === 'search' && argument === '') throw new UsageError('cli.argumentMissing', { argument: 'TEXT' });
        const found = action === 'list' ? await core.call('catalogue.list', {}) : await core.call('catalogue.search', { text: argument });
        call.print(found, () => [
          ...textTable(
            [
              { heading: translate('cli.column.id') },
              { heading: translate('cli.column.name') },
              { heading: translate('cli.column.vendor') },
              { heading: translate('cli.column.kind') },
              { heading: translate('cli.column.track') },
            ],
            found.products.map((product) => [
              product.id,
              product.name,
              product.vendorName,
              translate(`cli.productKind.${product.kind}`),
              translate(`common.track.${product.track}`),
            ]),
          ),
          '',
          ...textTable(
            [{ heading: translate('cli.column.id') }, { heading: translate('cli.column.provider') }, { heading: translate('cli.column.jurisdiction') }],
            found.providers.map((provider) => [provider.id, provider.name, provider.jurisdiction]),
          ),
        ]);
        return 0;
      }
      if (action === 'show') {
        if (argument === '') throw new UsageError('cli.argumentMissing', { argument: 'ID' });
        const entry = await core.call('catalogue.get', { id: argument, locale: call.locale });
        call.print(entry, () => [
          entry.kind === 'product' ? `${entry.product.name} · ${entry.product.vendorName}` : `${entry.provider.name} · ${entry.provider.jurisdiction}`,
          ...(entry.kind === 'product' ? [entry.summary] : []),
          '',
          ...entry.claims.flatMap((claim) => [
            `${translate(`cli.about.${claim.about}`)}: ${claim.value}`,
            `    ${claim.source.title}, ${claim.date}, ${translate(`common.confidence.${claim.confidence}`)}${claim.source.url ? ` ${claim.source.url}` : ''}`,
            ...(claim.disputed ? [`    ${translate('cli.disputed', { by: claim.disputed.by, statement: claim.disputed.statement })}`] : []),
          ]),
        ]);
        return 0;
      }
      if (action === 'check') {
        const report = await core.call('catalogue.check', {});
        call.print(report, () => [
          translate('cli.catalogueCounts', {
            products: report.products,
            replacements: report.replacements,
            services: report.services,
            providers: report.providers,
            sources: report.sources,
            claims: report.claims,
          }),
          ...Object.entries(report.claimsByConfidence).map(
            ([confidence, claims]) => `  ${translate(`common.confidence.${confidence}`)}: ${call.translator.number(claims)}`,
          ),
          ...report.defects.map((defect) => `  ${defect.file}: ${translate(defect.messageKey, defect.params)}`),
        ]);
        return report.defects.length === 0 ? 0 : 1;
      }
      throw new UsageError('cli.actionUnknown', { action: action ?? '', known: 'list, show, search, check' });
    }),
};
