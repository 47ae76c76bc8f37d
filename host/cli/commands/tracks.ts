import { AppError } from '../../../core/contract/errors.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { pathArgument, wholeNumber } from '../options.ts';
import { textTable } from '../textTable.ts';
import { newCommandId, withPlan } from '../withPlan.ts';

export const tracks: CliCommand = {
  name: 'tracks',
  usage: 'PLAN [--track T --per-week N] [--trainers HOURS] [--crew HOURS] [--json]',
  options: { track: { type: 'string' }, 'per-week': { type: 'string' }, trainers: { type: 'string' }, crew: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: (call) => {
    const { translate, number } = call.translator;
    const key = call.text('track');
    const accountsPerWeek = wholeNumber(call, 'per-week', 1, 1_000_000);
    if ((key === undefined) !== (accountsPerWeek === undefined))
      throw new UsageError('cli.optionMissing', { option: key === undefined ? 'track' : 'per-week' });
    const hours = { trainers: wholeNumber(call, 'trainers', 0, 100_000), crew: wholeNumber(call, 'crew', 0, 100_000) };
    const changes = key !== undefined || hours.trainers !== undefined || hours.crew !== undefined;
    return withPlan(call, pathArgument(call, 0), changes ? 'write' : 'read', async ({ core }) => {
      const { timeline } = await core.call('schedule.getTimeline', {});
      const lines: string[] = [];
      if (key !== undefined && accountsPerWeek !== undefined) {
        const track = timeline.tracks.find((candidate) => candidate.key === key);
        if (!track)
          throw new AppError('notFound', 'cli.trackNotInPlan', { params: { key, choices: timeline.tracks.map((candidate) => candidate.key).join(', ') } });
        const done = await core.call('schedule.changeTrack', { commandId: newCommandId(), trackId: track.id, accountsPerWeek });
        lines.push(translate(done.labelKey, done.params));
      }
      for (const resource of ['trainers', 'crew'] as const) {
        const value = hours[resource];
        if (value === undefined) continue;
        const done = await core.call('schedule.changeCapacity', { commandId: newCommandId(), resource, minutesPerDay: value * 60 });
        lines.push(translate(done.labelKey, done.params));
      }
      const now = changes ? (await core.call('schedule.getTimeline', {})).timeline : timeline;
      call.print({ tracks: now.tracks, capacities: now.capacities }, () => [
        ...lines,
        ...textTable(
          [{ heading: translate('cli.column.track') }, { heading: translate('cli.column.id') }, { heading: translate('cli.column.perWeek'), align: 'right' }],
          now.tracks.map((track) => [translate(`common.track.${track.key}`), track.key, track.movesAccounts ? number(track.accountsPerWeek) : '–']),
        ),
        '',
        ...now.capacities.map((capacity) => translate(`cli.capacity.${capacity.resource}`, { hours: capacity.minutesPerDay / 60 })),
      ]);
      return 0;
    });
  },
};
