import { resolve } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import type { CoreClient } from '../../../core/rpc/client.ts';
import { type CliCall, type CliCommand, UsageError } from '../io.ts';
import { choiceOption, dateOption, pathArgument, today, wholeNumber } from '../options.ts';
import { textTable } from '../textTable.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';
import { importLines } from './importFiles.ts';

export const trackAccounts: CliCommand = {
  name: 'track',
  usage: 'PLAN import FILE… | status | forecast | replan | set --track T --state S (--unit PATH | --wave N | --login L[,L…]) [--reason R] [--on DATE] [--json]',
  options: {
    track: { type: 'string' },
    state: { type: 'string' },
    unit: { type: 'string' },
    wave: { type: 'string' },
    login: { type: 'string' },
    reason: { type: 'string' },
    on: { type: 'string' },
    seed: { type: 'string' },
  },
  positionals: { least: 2, most: 1001 },
  run: (call) => {
    const action = call.positionals[1] as string;
    const actions: Record<string, (call: CliCall) => Promise<number>> = {
      import: importStates,
      set: setStates,
      status: showStatus,
      forecast: showForecast,
      replan: showReplan,
    };
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) throw new UsageError('cli.actionUnknown', { action, known: Object.keys(actions).join(', ') });
    return run(call);
  },
};

function importStates(call: CliCall): Promise<number> {
  const paths = call.positionals.slice(2).map((file) => resolve(call.io.workingFolder, file));
  if (paths.length === 0) throw new UsageError('cli.argumentMissing', { argument: 'FILE' });
  return withPlan(call, pathArgument(call, 0), 'write', async ({ core, files }) => {
    const { report, changed } = await core.call(
      'tracking.importProgress',
      { commandId: newCommandId(), files: paths.map((path) => files.handleFor(path)) },
      { signal: call.io.signal, onProgress: progressLine(call) },
    );
    endProgress(call);
    call.print({ changed, ...report }, () => [...importLines(call, report), call.translator.translate('cli.statesChanged', { accounts: changed })]);
    return 0;
  });
}

function setStates(call: CliCall): Promise<number> {
  const state = choiceOption(call, 'state', ['planned', 'migrated', 'problem', 'exception'] as const);
  const trackKey = call.text('track');
  if (state === undefined || trackKey === undefined) throw new UsageError('cli.optionMissing', { option: state === undefined ? 'state' : 'track' });
  return withPlan(call, pathArgument(call, 0), 'write', async ({ core }) => {
    const { timeline } = await core.call('schedule.getTimeline', {});
    const track = timeline.tracks.find((candidate) => candidate.key === trackKey);
    if (!track)
      throw new AppError('notFound', 'cli.trackNotInPlan', {
        params: { key: trackKey, choices: timeline.tracks.map((candidate) => candidate.key).join(', ') },
      });
    const done = await core.call('tracking.setStates', {
      commandId: newCommandId(),
      trackId: track.id,
      state,
      reason: call.text('reason') ?? '',
      on: dateOption(call, 'on') ?? today(call),
      accounts: await chosenAccounts(
        call,
        core,
        timeline.waves.filter((wave) => wave.trackId === track.id),
      ),
    });
    call.print({ changed: done.changed, matched: done.matched }, () => [
      call.translator.translate('cli.statesSet', { changed: done.changed, matched: done.matched }),
    ]);
    return 0;
  });
}

async function chosenAccounts(call: CliCall, core: CoreClient, waves: readonly { readonly id: string; readonly number: number }[]) {
  const logins = call.text('login');
  if (logins !== undefined)
    return {
      by: 'login' as const,
      logins: logins
        .split(',')
        .map((login) => login.trim().toLowerCase())
        .filter(Boolean),
    };
  const number = wholeNumber(call, 'wave', 1, 100_000);
  if (number !== undefined) {
    const wave = waves.find((candidate) => candidate.number === number);
    if (!wave) throw new AppError('notFound', 'cli.waveNotOnTrack', { params: { wave: number, waves: waves.length } });
    return { by: 'wave' as const, waveId: wave.id as never };
  }
  const path = call.text('unit');
  if (path === undefined) throw new UsageError('cli.accountsMissing');
  const unit = (await core.call('inventory.listUnits', {})).find((candidate) => candidate.path === path || candidate.id === path);
  if (!unit) throw new AppError('notFound', 'cli.unitUnknown', { params: { unit: path } });
  return { by: 'unit' as const, unitId: unit.id };
}

function showStatus(call: CliCall): Promise<number> {
  return withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
    const status = await core.call('tracking.getStatus', { today: today(call) });
    const { translate, number } = call.translator;
    call.print(status, () => [
      ...textTable(
        [
          { heading: translate('cli.column.track') },
          ...(['accounts', 'planned', 'migrated', 'problem', 'exception', 'plannedByToday'] as const).map((column) => ({
            heading: translate(`cli.column.${column}`),
            align: 'right' as const,
          })),
        ],
        status.tracks.map((track) => [
          translate(`common.track.${track.key}`),
          ...[track.accounts, track.states.planned, track.states.migrated, track.states.problem, track.states.exception, track.plannedByToday].map((count) =>
            number(count),
          ),
        ]),
      ),
      ...status.tracks.flatMap((track) =>
        track.problems.map((problem) => `  ${translate(`common.track.${track.key}`)}: ${problem.reason} (${number(problem.accounts)})`),
      ),
    ]);
    return 0;
  });
}

function showForecast(call: CliCall): Promise<number> {
  return withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
    const seed = wholeNumber(call, 'seed', 0, 2 ** 31 - 1);
    const forecast = await core.call('tracking.getForecast', { today: today(call), ...(seed === undefined ? {} : { seed }) });
    const { translate, number, date } = call.translator;
    const day = (value: string | null) => (value === null ? '–' : date(value as never));
    call.print(forecast, () => [
      ...textTable(
        [
          { heading: translate('cli.column.track') },
          { heading: translate('cli.column.remaining'), align: 'right' },
          { heading: 'P50' },
          { heading: 'P80' },
          { heading: 'P95' },
          { heading: translate('cli.column.plannedFinish') },
        ],
        forecast.tracks.map((track) => [
          translate(`common.track.${track.key}`),
          number(track.remaining),
          day(track.p50),
          day(track.p80),
          day(track.p95),
          day(track.plannedFinish),
        ]),
      ),
      ...forecast.tracks.flatMap((track) =>
        track.refusedKey === null ? [] : [`  ${translate(`common.track.${track.key}`)}: ${translate(track.refusedKey, { weeks: track.observedWeeks })}`],
      ),
      ...forecast.problems.map((problem) => translate(problem.messageKey, problem.params)),
    ]);
    return 0;
  });
}

function showReplan(call: CliCall): Promise<number> {
  return withPlan(call, pathArgument(call, 0), 'read', async ({ core }) => {
    const replan = await core.call('tracking.previewReplan', { today: today(call) });
    const { translate, number, date } = call.translator;
    const day = (value: string | null) => (value === null ? '–' : date(value as never));
    call.print(replan, () => [
      ...textTable(
        [
          { heading: translate('cli.column.track') },
          { heading: translate('cli.column.plannedFinish') },
          { heading: translate('cli.column.newFinish') },
          { heading: translate('cli.column.days'), align: 'right' },
        ],
        replan.tracks.map((track) => [
          translate(`common.track.${track.key}`),
          day(track.plannedFinish),
          day(track.newFinish),
          track.differenceDays === null ? '–' : number(track.differenceDays),
        ]),
      ),
      ...replan.problems.map((problem) => translate(problem.messageKey, problem.params)),
    ]);
    return 0;
  });
}
