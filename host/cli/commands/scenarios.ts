import { isIsoDate } from '../../../core/domain/calendar.ts';
import { trackKeys } from '../../../core/domain/catalogue/catalogue.ts';
import { AppError } from '../../../core/contract/errors.ts';
import type { Input } from '../../../core/contract/contract.ts';
import { type CliCommand, UsageError } from '../io.ts';
import { pathArgument, requiredText, today } from '../options.ts';
import { textTable } from '../textTable.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';

type Changes = { -readonly [K in keyof Input<'scenario.add'>['changes']]: Input<'scenario.add'>['changes'][K] };

export const scenarios: CliCommand = {
  name: 'scenario',
  usage: 'PLAN list | add --name N --set KEY=VALUE … | compare | adopt NAME | remove NAME [--json]',
  options: { name: { type: 'string' }, set: { type: 'string', multiple: true } },
  positionals: { least: 2, most: 20 },
  run: (call) => {
    const action = call.positionals[1] as string;
    const { translate, money, number, date } = call.translator;
    if (!['list', 'add', 'compare', 'adopt', 'remove'].includes(action))
      throw new UsageError('cli.actionUnknown', { action, known: 'list, add, compare, adopt, remove' });
    const changesPlan = action !== 'list' && action !== 'compare';
    const changes = action === 'add' ? readChanges(call.list('set')) : {};
    const name = action === 'add' ? requiredText(call, 'name') : call.positionals.slice(2).join(' ');
    if ((action === 'adopt' || action === 'remove') && name === '') throw new UsageError('cli.argumentMissing', { argument: 'NAME' });
    return withPlan(call, pathArgument(call, 0), changesPlan ? 'write' : 'read', async ({ core }) => {
      const commandId = newCommandId();
      if (action === 'add') {
        const done = await core.call('scenario.add', { commandId, name, changes });
        call.print({ id: done.scenarioId, name, changes }, () => [translate('cli.scenarioAdded', { name })]);
        return 0;
      }
      const list = await core.call('scenario.list', {});
      if (action === 'list') {
        call.print({ scenarios: list }, () =>
          list.length === 0 ? [translate('cli.noScenarios')] : list.map((scenario) => `${scenario.name}  ${settingsOf(scenario.changes).join(' ')}`),
        );
        return 0;
      }
      if (action === 'compare') {
        const compared = await core.call('scenario.compare', { today: today(call) }, { signal: call.io.signal, onProgress: progressLine(call) });
        endProgress(call);
        const row = (label: string, figures: typeof compared.plan) => [
          label,
          figures.finish === null ? '–' : date(figures.finish),
          money(figures.costCents),
          number(figures.waves),
          number(figures.peakAccountsPerWeek),
          number(figures.missedRenewals),
          number(figures.problems),
        ];
        call.print(compared, () =>
          textTable(
            [
              { heading: translate('cli.column.scenario') },
              { heading: translate('cli.column.finish') },
              ...(['cost', 'waves', 'peak', 'missedRenewals', 'problems'] as const).map((column) => ({
                heading: translate(`cli.column.${column}`),
                align: 'right' as const,
              })),
            ],
            [row(translate('cli.thePlan'), compared.plan), ...compared.scenarios.map((scenario) => row(scenario.name, scenario.figures))],
          ),
        );
        return 0;
      }
      const found = list.find((scenario) => scenario.name === name || scenario.id === name);
      if (!found)
        throw new AppError('notFound', 'cli.scenarioNotInPlan', { params: { name, choices: list.map((scenario) => scenario.name).join(', ') || '–' } });
      const done =
        action === 'adopt'
          ? await core.call('scenario.adopt', { commandId, scenarioId: found.id, locale: call.locale, today: today(call) })
          : await core.call('scenario.remove', { commandId, scenarioId: found.id });
      call.print({ id: found.id, revision: done.revision, changed: done.changed }, () => [translate(done.labelKey, done.params)]);
      return 0;
    });
  },
};

/** A scenario's differences as `--set` takes them. */
function settingsOf({ startsOn, accountsPerWeek, minutesPerDay, assumptions }: Input<'scenario.add'>['changes']): string[] {
  return [
    ...(startsOn === undefined ? [] : [`start=${startsOn}`]),
    ...Object.entries(accountsPerWeek ?? {}).map(([track, accounts]) => `accountsPerWeek.${track}=${accounts}`),
    ...Object.entries(minutesPerDay ?? {}).map(([resource, minutes]) => `hoursPerDay.${resource}=${(minutes ?? 0) / 60}`),
    ...Object.entries(assumptions ?? {}).map(([key, value]) => `${key}=${value}`),
  ];
}

/** `start=2027-03-01`, `accountsPerWeek.mail=2000`, `hoursPerDay.trainers=40`; every other key is an assumption. */
function readChanges(settings: readonly string[]): Changes {
  const changes: Changes = {};
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const key = setting.slice(0, Math.max(at, 0));
    const text = setting.slice(at + 1).trim();
    const wrong = new UsageError('cli.settingWrong', { setting });
    if (at < 1 || text === '') throw wrong;
    if (key === 'start') {
      if (!isIsoDate(text)) throw wrong;
      changes.startsOn = text;
      continue;
    }
    const value = Number(text);
    if (!Number.isFinite(value)) throw wrong;
    const [group, member] = key.split('.');
    const track = trackKeys.find((candidate) => candidate === member);
    if (group === 'accountsPerWeek' && track) changes.accountsPerWeek = { ...changes.accountsPerWeek, [track]: value };
    else if (group === 'hoursPerDay' && (member === 'trainers' || member === 'crew'))
      changes.minutesPerDay = { ...changes.minutesPerDay, [member]: Math.round(value * 60) };
    else if (group === 'accountsPerWeek' || group === 'hoursPerDay') throw wrong;
    else changes.assumptions = { ...changes.assumptions, [key]: value };
  }
  if (Object.keys(changes).length === 0) throw new UsageError('cli.optionMissing', { option: 'set' });
  return changes;
}
