import { resolve } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import type { Output } from '../../../core/contract/contract.ts';
import type { RunningCore } from '../../createCore.ts';
import { readWhole } from '../../nodeFiles.ts';
import type { CliCall, CliCommand } from '../io.ts';
import { choiceOption, pathArgument, pathOption } from '../options.ts';
import { issueSentence } from '../sentences.ts';
import { textTable } from '../textTable.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';

type Report = Output<'inventory.previewImport'>;
type Mapping = NonNullable<Parameters<RunningCore['core']['call']>[1] extends infer _ ? { kind: 'software'; columns: Record<string, string> } : never>;

export const importFiles: CliCommand = {
  name: 'import',
  usage: 'PLAN FILE|FOLDER… [--format F] [--mapping FILE] [--source new|NAME] [--gone keep|disable] [--dry-run] [--json]',
  options: { format: { type: 'string' }, mapping: { type: 'string' }, source: { type: 'string' }, gone: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  positionals: { least: 2, most: 10_001 },
  async run(call) {
    const mapping = await readMapping(pathOption(call, 'mapping'));
    const isDryRun = call.flag('dry-run');
    return withPlan(call, pathArgument(call, 0), isDryRun ? 'read' : 'write', async (running) => {
      const files = call.positionals.slice(1).map((file) => running.files.handleFor(resolve(call.io.workingFolder, file)));
      const format = call.text('format');
      const source = call.text('source');
      const goneAccounts = choiceOption(call, 'gone', ['keep', 'disable']);
      const choices = { ...(source === undefined ? {} : { sources: { '*': source } }), ...(goneAccounts === undefined ? {} : { goneAccounts }) };
      const input = { files, ...choices, ...(format === undefined ? {} : { format }), ...(mapping === undefined ? {} : { mapping }) };
      const options = { signal: call.io.signal, onProgress: progressLine(call) };
      if (isDryRun) {
        const report = await running.core.call('inventory.previewImport', input, options);
        endProgress(call);
        call.print({ dryRun: true, ...report }, () => [call.translator.translate('cli.dryRun'), ...importLines(call, report)]);
        return 0;
      }
      const { report, ...done } = await running.core.call('inventory.importFiles', { ...input, commandId: newCommandId() }, options);
      endProgress(call);
      call.print({ dryRun: false, revision: done.revision, ...report }, () => importLines(call, report));
      return 0;
    });
  },
};

async function readMapping(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined;
  const text = (await readWhole(path)).toString('utf8');
  try {
    return JSON.parse(text) as Mapping;
  } catch (cause) {
    throw new AppError('invalid', 'cli.mappingUnreadable', { params: { file: path }, cause });
  }
}

const leftOutShown = 20;

export function importLines(call: CliCall, report: Report): string[] {
  const { translate, number } = call.translator;
  const seen = (['accounts', 'units', 'software', 'contracts', 'progress'] as const).filter((kind) => report[kind].read > 0);
  const columns = ['new', 'changed', 'unchanged', 'ambiguous', 'skipped', 'gone'] as const;
  return [
    ...report.files.map((file) =>
      translate('cli.fileSeen', {
        file: file.name,
        format: translate(`format.${file.format}`),
        seen: translate(file.seenKey, file.seenParams),
        percent: Math.round(file.confidence * 100),
        records: file.records,
      }),
    ),
    ...report.otherFiles.map((sum) => translate('cli.otherFiles', { files: sum.files, format: translate(`format.${sum.format}`), records: sum.records })),
    ...report.leftOut.slice(0, leftOutShown).map((left) => translate('cli.fileLeftOut', { file: left.name, reason: translate(left.reasonKey, left.params) })),
    ...(report.leftOutCount > leftOutShown ? [translate('cli.moreLeftOut', { files: report.leftOutCount - leftOutShown })] : []),
    ...report.files.flatMap((file) =>
      file.skipped.map((skip) => {
        // A reason quotes the cell it is about, so the first row that it left out stands for all of them.
        const first = report.issues.find((issue) => issue.file === file.name && issue.messageKey === skip.reasonKey);
        const reason = first ? issueSentence(call.translator, first) : translate(skip.reasonKey).replace(/\{[^{}]*\}/g, '…');
        return `  ${translate(first ? 'cli.skippedFirst' : 'cli.skipped', { count: skip.count, reason })}`;
      }),
    ),
    ...report.sources
      .filter((source) => source.sourceId !== null)
      .map(({ name, share, listedBefore }) => translate('cli.sourceFollows', { name, share: share ?? 1, listed: listedBefore })),
    '',
    ...(seen.length === 0
      ? [translate('cli.nothingRead')]
      : textTable(
          [{ heading: '' }, ...columns.map((column) => ({ heading: translate(`cli.count.${column}`), align: 'right' as const }))],
          seen.map((kind) => [translate(`cli.kind.${kind}`), ...columns.map((column) => number(report[kind][column]))]),
        )),
    ...(report.issues.length > 0
      ? ['', translate('cli.issues', { count: report.issueCount }), ...report.issues.slice(0, 20).map((issue) => `  ${issueSentence(call.translator, issue)}`)]
      : []),
  ];
}
