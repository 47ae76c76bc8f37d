import type { CliCommand } from '../io.ts';
import { choiceOption, pathArgument, pathOption, requiredText, today } from '../options.ts';
import { withPlan } from '../withPlan.ts';

export const exportPlan: CliCommand = {
  name: 'export',
  usage: 'PLAN --format ods|odt|xlsx|csv|ics|mspdi|json --out FILE',
  options: { format: { type: 'string' }, out: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    requiredText(call, 'format');
    requiredText(call, 'out');
    const format = choiceOption(call, 'format', ['ods', 'odt', 'xlsx', 'csv', 'ics', 'mspdi', 'json']) ?? 'json';
    return withPlan(call, pathArgument(call, 0), 'read', async ({ core, files }) => {
      const out = pathOption(call, 'out') as string;
      const written = await core.call(
        'report.export',
        { target: files.handleFor(out), format, locale: call.locale, today: today(call) },
        { signal: call.io.signal },
      );
      call.print({ file: out, ...written }, () => [call.translator.translate('cli.fileWritten', { file: out })]);
      return 0;
    });
  },
};
