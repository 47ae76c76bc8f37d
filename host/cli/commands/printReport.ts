import { reportSections } from '../../../core/contract/reportSections.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { choiceOption, pathArgument, pathOption, requiredText, today } from '../options.ts';
import { endProgress, progressLine, withPlan } from '../withPlan.ts';

export const printReport: CliCommand = {
  name: 'report',
  usage: 'PLAN --out FILE.pdf [--kind plan|council] [--locale L] [--standard ua-1|a-2a] [--sections S,…]',
  options: { out: { type: 'string' }, kind: { type: 'string' }, standard: { type: 'string' }, sections: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    requiredText(call, 'out');
    const kind = choiceOption(call, 'kind', ['plan', 'council']);
    const standard = choiceOption(call, 'standard', ['ua-1', 'a-2a']);
    const named = call
      .text('sections')
      ?.split(',')
      .map((section) => section.trim());
    const sections = named?.map((section) => {
      const known = reportSections.find((candidate) => candidate === section);
      if (known === undefined) throw new UsageError('cli.choiceExpected', { option: 'sections', value: section, choices: reportSections.join(', ') });
      return known;
    });
    return withPlan(call, pathArgument(call, 0), 'read', async ({ core, files }) => {
      const out = pathOption(call, 'out') as string;
      const printed = await core.call(
        'report.print',
        {
          target: files.handleFor(out),
          locale: call.locale,
          today: today(call),
          ...(kind === undefined ? {} : { kind }),
          ...(standard === undefined ? {} : { standard }),
          ...(sections === undefined ? {} : { sections }),
        },
        { signal: call.io.signal, onProgress: progressLine(call) },
      );
      endProgress(call);
      call.print({ file: out, ...printed }, () => [call.translator.translate('cli.reportWritten', { file: out, pages: printed.pages })]);
      return 0;
    });
  },
};
