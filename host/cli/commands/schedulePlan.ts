import type { Output } from '../../../core/contract/contract.ts';
import type { CliCommand } from '../io.ts';
import { choiceOption, pathArgument, secondsOption, today, wholeNumber } from '../options.ts';
import { textTable } from '../textTable.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';

function changesLines({ translator }: Parameters<CliCommand['run']>[0], changes: Output<'schedule.build'>['result']['changes']): readonly string[] {
  if (changes === null) return [];
  const { gap, ...counts } = changes;
  const gapLine = gap === 0 ? translator.translate('cli.changesProven') : translator.translate('cli.changesGap', { percent: translator.percent(gap) });
  return [translator.translate('cli.changes', counts), ...(counts.tasks === 0 ? [] : [gapLine])];
}

export const schedulePlan: CliCommand = {
  name: 'schedule',
  usage: 'PLAN [--time-limit S] [--seed N] [--objective cost|finish|changes] [--why TASK] [--json]',
  options: { 'time-limit': { type: 'string' }, seed: { type: 'string' }, objective: { type: 'string' }, why: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    const { translate } = call.translator;
    const why = call.text('why');
    const path = pathArgument(call, 0);
    if (why !== undefined) {
      return withPlan(call, path, 'read', async ({ core }) => {
        const answer = await core.call('schedule.explainTask', { taskId: why as never });
        call.print(answer, () => [
          translate('cli.taskStarts', { date: answer.startsOn ?? '–' }),
          ...answer.reasons.map((reason) => `  ${translate(reason.messageKey, reason.params)}`),
          ...(answer.slackWorkingDays === null ? [] : [translate('cli.slack', { days: answer.slackWorkingDays })]),
        ]);
        return 0;
      });
    }
    const timeLimitMs = secondsOption(call, 'time-limit');
    const seed = wholeNumber(call, 'seed', 0, 2 ** 31 - 1);
    const objective = choiceOption(call, 'objective', ['cost', 'finish', 'changes']);
    return withPlan(call, path, 'write', async ({ core }) => {
      const { result } = await core.call(
        'schedule.build',
        {
          commandId: newCommandId(),
          locale: call.locale,
          today: today(call),
          ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
          ...(seed === undefined ? {} : { seed }),
          ...(objective === undefined ? {} : { objective }),
        },
        { signal: call.io.signal, onProgress: progressLine(call) },
      );
      endProgress(call);
      const { timeline, statusOn } = await core.call('schedule.getTimeline', {});
      const trackKeys = new Map(timeline.tracks.map((track) => [track.id, track.key]));
      call.print(result, () => [
        ...textTable(
          [
            { heading: translate('cli.column.track') },
            { heading: translate('cli.column.task') },
            { heading: translate('cli.column.accounts'), align: 'right' },
            { heading: translate('cli.column.start') },
            { heading: translate('cli.column.finish') },
          ],
          result.tasks.map((task) => [
            translate(`common.track.${trackKeys.get(task.trackId)}`),
            task.name,
            task.kind === 'wave' ? call.translator.number(task.accountCount) : '',
            task.startsOn === null ? '–' : call.translator.date(task.startsOn),
            task.finishesOn === null ? '–' : call.translator.date(task.finishesOn),
          ]),
        ),
        '',
        translate('cli.finish', { date: result.finish ?? '–', waves: result.waves }),
        ...(statusOn === null ? [] : [translate('cli.statusOn', { date: statusOn })]),
        ...(result.gap === null ? [] : [result.gap === 0 ? translate('cli.gapNone') : translate('cli.gap', { percent: call.translator.percent(result.gap) })]),
        ...changesLines(call, result.changes),
        ...(result.costGap === null ? [] : [translate('cli.costGap', { percent: call.translator.percent(result.costGap) })]),
        ...result.problems.map((problem) => `${translate(`common.severity.${problem.severity}`)}: ${translate(problem.messageKey, problem.params)}`),
      ]);
      return 0;
    });
  },
};
