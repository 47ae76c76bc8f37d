import { resolve } from 'node:path';
import type { Output } from '../../../core/contract/contract.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { type CliCall, type CliCommand, UsageError } from '../io.ts';
import { dateOption, pathArgument, requiredText, today } from '../options.ts';
import { textTable } from '../textTable.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';

const actions = ['list', 'set', 'import', 'compare', 'remove'];

export const baselines: CliCommand = {
  name: 'baseline',
  usage: 'PLAN list | set --name N [--on DATE] [--by WHO] | import FILE --name N [--on DATE] [--by WHO] | compare NAME | remove NAME [--json]',
  options: { name: { type: 'string' }, on: { type: 'string' }, by: { type: 'string' } },
  positionals: { least: 2, most: 20 },
  run: (call) => {
    const action = call.positionals[1] as string;
    const { translate, date } = call.translator;
    if (!actions.includes(action)) throw new UsageError('cli.actionUnknown', { action, known: actions.join(', ') });
    const name = action === 'set' || action === 'import' ? requiredText(call, 'name') : call.positionals.slice(2).join(' ');
    if ((action === 'compare' || action === 'remove') && name === '') throw new UsageError('cli.argumentMissing', { argument: 'NAME' });
    return withPlan(call, pathArgument(call, 0), action === 'list' || action === 'compare' ? 'read' : 'write', async ({ core, files }) => {
      const commandId = newCommandId();
      if (action === 'set') {
        const approvedBy = call.text('by') ?? '';
        const done = await core.call('baseline.set', { commandId, name, approvedOn: dateOption(call, 'on') ?? today(call), approvedBy });
        call.print({ id: done.baselineId, name, revision: done.revision }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      if (action === 'import') {
        const file = call.positionals[2];
        if (file === undefined) throw new UsageError('cli.argumentMissing', { argument: 'FILE' });
        const approval = { name, approvedOn: dateOption(call, 'on') ?? today(call), approvedBy: call.text('by') ?? '' };
        const done = await core.call(
          'baseline.importPlan',
          { commandId: newCommandId(), file: files.handleFor(resolve(call.io.workingFolder, file)), ...approval },
          { signal: call.io.signal, onProgress: progressLine(call) },
        );
        endProgress(call);
        const { baselineId, matched, missing, unmatched, unmatchedCount, issues, revision } = done;
        call.print({ id: baselineId, name, revision, matched, missing, unmatched, unmatchedCount, issues }, () => [
          translate(done.labelKey, done.params),
          translate('baseline.imported', { matched, missing, unmatched: unmatchedCount }),
          ...unmatched.map((task) => `  ${task}`),
        ]);
        return 0;
      }
      const list = await core.call('baseline.list', {});
      if (action === 'list') {
        call.print({ baselines: list }, () =>
          list.length === 0
            ? [translate('cli.noBaselines')]
            : textTable(
                ['cli.column.baseline', 'cli.column.approvedOn', 'cli.column.approvedBy', 'cli.column.fingerprint'].map((key) => ({ heading: translate(key) })),
                list.map((baseline) => [baseline.name, date(baseline.approvedOn), baseline.approvedBy, baseline.fingerprint]),
              ),
        );
        return 0;
      }
      const found = list.find((baseline) => baseline.name === name || baseline.id === name);
      if (!found)
        throw new AppError('notFound', 'cli.baselineNotInPlan', { params: { name, choices: list.map((baseline) => baseline.name).join(', ') || '–' } });
      if (action === 'compare') {
        const compared = await core.call('baseline.compare', { baselineId: found.id });
        const { timeline } = await core.call('schedule.getTimeline', {});
        const names = new Map(timeline.tracks.map((track) => [track.id, track.name]));
        call.print({ baseline: compared.baseline, ...compared.comparison }, () => comparisonLines(call, compared, (id) => names.get(id) ?? id));
        return 0;
      }
      const done = await core.call('baseline.remove', { commandId, baselineId: found.id });
      call.print({ id: found.id, revision: done.revision, changed: done.changed }, () => [translate(done.labelKey, done.params)]);
      return 0;
    });
  },
};

type Compared = Output<'baseline.compare'>;

function comparisonLines(
  call: CliCall,
  { baseline, comparison }: Compared,
  nameOf: (trackId: Compared['comparison']['tracks'][number]['trackId']) => string,
): string[] {
  const { translate, date, money, number } = call.translator;
  const row = (name: string, one: Compared['comparison']['total']) => [
    name,
    one.finish.approved === null ? '–' : date(one.finish.approved),
    one.finish.now === null ? '–' : date(one.finish.now),
    one.finishShiftDays === null ? '–' : number(one.finishShiftDays),
    one.accounts === null ? '–' : number(one.accounts.now - one.accounts.approved),
    one.costCents === null ? '–' : money(one.costCents.now - one.costCents.approved),
    number(one.wavesAdded),
    number(one.wavesRemoved),
    number(one.wavesMoved),
  ];
  const columns = ['track', 'approvedFinish', 'newFinish', 'shiftDays', 'moreAccounts', 'moreCost', 'wavesAdded', 'wavesRemoved', 'wavesMoved'];
  return [
    translate('cli.comparedWith', { name: baseline.name, approvedOn: baseline.approvedOn }),
    ...textTable(
      columns.map((column, index) => ({ heading: translate(`cli.column.${column}`), align: index < 3 ? 'left' : 'right' })),
      [...comparison.tracks.map((track) => row(nameOf(track.trackId), track)), row(translate('cli.column.total'), comparison.total)],
    ),
  ];
}
