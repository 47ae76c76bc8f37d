import { AppError } from '../../../core/contract/errors.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { dateOption, pathArgument, requiredText } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const freezes: CliCommand = {
  name: 'freeze',
  usage: 'PLAN list | add --name N --from DATE --to DATE [--track T] | remove NAME [--json]',
  options: { name: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, track: { type: 'string' } },
  positionals: { least: 2, most: 20 },
  run: (call) => {
    const { translate, date } = call.translator;
    const [, action, ...rest] = call.positionals;
    if (action !== 'list' && action !== 'add' && action !== 'remove')
      throw new UsageError('cli.actionUnknown', { action: action ?? '', known: 'list, add, remove' });
    return withPlan(call, pathArgument(call, 0), action === 'list' ? 'read' : 'write', async ({ core }) => {
      const { timeline } = await core.call('schedule.getTimeline', {});
      const commandId = newCommandId();
      if (action === 'add') {
        const startsOn = dateOption(call, 'from');
        const finishesOn = dateOption(call, 'to');
        if (startsOn === undefined || finishesOn === undefined) throw new UsageError('cli.optionMissing', { option: startsOn === undefined ? 'from' : 'to' });
        const key = call.text('track');
        const track = timeline.tracks.find((candidate) => candidate.key === key);
        if (key !== undefined && !track)
          throw new AppError('notFound', 'cli.trackNotInPlan', { params: { key, choices: timeline.tracks.map((candidate) => candidate.key).join(', ') } });
        const done = await core.call('schedule.addFreeze', { commandId, name: requiredText(call, 'name'), startsOn, finishesOn, trackId: track?.id ?? null });
        call.print({ id: done.freezeId }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      if (action === 'remove') {
        const name = rest.join(' ');
        const freeze = timeline.freezes.find((candidate) => candidate.name === name || candidate.id === name);
        if (!freeze) throw new AppError('notFound', 'app.freezeUnknown');
        const done = await core.call('schedule.removeFreeze', { commandId, freezeId: freeze.id });
        call.print({ id: freeze.id }, () => [translate(done.labelKey, done.params)]);
        return 0;
      }
      const trackNames = new Map(timeline.tracks.map((track) => [track.id, translate(`common.track.${track.key}`)]));
      call.print({ freezes: timeline.freezes }, () =>
        timeline.freezes.length === 0
          ? [translate('cli.noFreezes')]
          : textTable(
              [
                { heading: translate('cli.column.name') },
                { heading: translate('cli.column.start') },
                { heading: translate('cli.column.finish') },
                { heading: translate('cli.column.track') },
              ],
              timeline.freezes.map((freeze) => [
                freeze.name,
                date(freeze.startsOn),
                date(freeze.finishesOn),
                freeze.trackId === null ? translate('cli.allTracks') : (trackNames.get(freeze.trackId) ?? ''),
              ]),
            ),
      );
      return 0;
    });
  },
};
