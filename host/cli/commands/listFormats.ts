import type { CliCommand } from '../io.ts';
import { withCore } from '../withPlan.ts';

export const listFormats: CliCommand = {
  name: 'formats',
  usage: '[--json]',
  options: {},
  positionals: { least: 0, most: 0 },
  run: (call) =>
    withCore(call, async ({ core }) => {
      const formats = await core.call('report.listFormats', { locale: call.locale });
      const { translate } = call.translator;
      call.print(formats, () => [
        translate('cli.reads'),
        ...formats.read.map((format) => `  ${format.id}  ${format.name}`),
        translate('cli.writes'),
        ...formats.write.map((format) => `  ${format.id}  ${format.name}${format.isAvailable ? '' : ` (${translate('cli.toCome')})`}`),
      ]);
      return 0;
    }),
};
