import { contract, type Input, type OperationName, type QueryName } from '../../core/contract/contract.ts';
import type { CoreClient } from '../../core/rpc/client.ts';

/** What a page asks in run 0, 1, 2 …: other places of a list, other words, so that no answer comes out of a cache. */
type Asked = { readonly what: string; readonly call: (run: number) => Promise<unknown> };

const today = '2027-06-01' as Input<'plan.getSummary'>['today'];
const yearLater = '2028-06-01' as typeof today;
const locale = 'de' as const;

/** Every query of the contract; lists also deep inside, filtered and searched. */
export async function everyQuery(core: CoreClient): Promise<readonly Asked[]> {
  const { timeline } = await core.call('schedule.getTimeline', {});
  const units = await core.call('inventory.listUnits', {});
  const { total } = await core.call('inventory.listAccounts', { limit: 1 });
  const unit = (run: number) => (units[(run * 7) % units.length] as (typeof units)[number]).id;
  const track = timeline.tracks.find(({ key }) => key === 'mail') ?? timeline.tracks[0];
  const waves = timeline.waves.filter(({ trackId }) => trackId === track?.id);
  if (!track || waves.length === 0) throw new Error('the plan has no track with waves');
  const wave = (run: number) => (waves[run % waves.length] as (typeof waves)[number]).id;
  const task = (run: number) => (timeline.tasks[(run * 11) % timeline.tasks.length] as (typeof timeline.tasks)[number]).id;
  const { items } = await core.call('inventory.listItems', { limit: 100 });
  if (items.length === 0) throw new Error('the plan has no items');
  const item = (run: number) => (items[(run * 13) % items.length] as (typeof items)[number]).id;
  const deep = (run: number) => Math.max(0, Math.floor((total * (run + 1)) / 31) - 100);
  const names = Array.from({ length: 100 }, (_, index) => ({ rawName: `LibreOffice ${index}.2 (x64)`, publisher: '', version: '' }));

  const asked: Asked[] = [];
  const covered = new Set<OperationName>();
  const ask = <N extends QueryName>(name: N, input: (run: number) => Input<N>, how = '') => {
    covered.add(name);
    asked.push({ what: how === '' ? name : `${name}, ${how}`, call: (run) => core.call(name, input(run)) });
  };
  ask('plan.get', () => ({}));
  ask('plan.getSummary', () => ({ today }));
  ask('plan.find', (run) => ({ text: `anna b${'aeiou'.charAt(run % 5)}` }));
  ask('plan.listCountries', () => ({ locale }));
  ask('plan.listTemplates', () => ({ locale }));
  ask('plan.listAssumptions', () => ({ locale }));
  ask('inventory.listItems', (run) => ({ offset: run }));
  ask('inventory.listItems', (run) => ({ search: 'aeiou'.charAt(run % 5) }), 'search');
  ask('inventory.listItems', (run) => ({ sort: 'supportEnds', direction: 'ascending', offset: run }), 'by end of support');
  ask('inventory.listItems', (run) => ({ support: { is: ['ended', 'endsWithin'], from: today, to: yearLater }, offset: run }), 'out of support');
  ask('inventory.listItemIds', (run) => ({ search: 'aeiou'.charAt(run % 5) }));
  ask('inventory.countItems', (run) => ({
    search: 'aeiou'.charAt(run % 5),
    contractsEnding: { from: today, to: yearLater },
    supportEnding: { from: today, to: yearLater },
  }));
  ask('inventory.getItem', (run) => ({ itemId: item(run) }));
  ask('inventory.getAccountUse', () => ({}));
  ask('inventory.listUnits', () => ({}));
  ask('inventory.getUnit', (run) => ({ unitId: unit(run) }));
  ask('inventory.listAccounts', (run) => ({ offset: deep(run) }), 'deep');
  ask('inventory.listAccounts', (run) => ({ search: `anna.b${run}` }), 'search');
  ask('inventory.listAccounts', (run) => ({ unitId: unit(run) }), 'unit');
  ask('inventory.listAccounts', (run) => ({ waveId: wave(run) }), 'wave');
  ask('inventory.listContracts', () => ({}));
  ask('inventory.listRawNames', (run) => ({ sort: run % 2 === 0 ? 'installations' : 'rawName', direction: run % 2 === 0 ? 'descending' : 'ascending' }));
  ask('inventory.listNameRules', () => ({}));
  ask('inventory.previewNameRule', (run) => ({ pattern: 'contains', text: `Office ${run}`, publisher: null }));
  const [rule] = await core.call('inventory.listNameRules', {});
  if (rule) ask('inventory.previewRuleRemoval', () => ({ ruleId: rule.id }));
  else covered.add('inventory.previewRuleRemoval');
  ask('mapping.list', () => ({}));
  ask('mapping.listItemIds', (run) => ({ offset: run, limit: 1000 }));
  ask('mapping.get', (run) => ({ itemId: item(run) }));
  ask('mapping.preview', () => ({}));
  ask('schedule.getTimeline', () => ({}));
  ask('schedule.explainTask', (run) => ({ taskId: task(run) }));
  ask('schedule.previewHold', (run) => ({ taskId: task(run), notBefore: today }));
  ask('cost.getCosts', () => ({ locale }));
  ask('cost.getBand', () => ({}));
  ask('sovereignty.getExposure', () => ({ at: null }));
  ask('sovereignty.simulateOutage', () => ({ eventId: 'cloudflare-2025-11-18', at: null }));
  ask('tracking.getStatus', () => ({ today }));
  ask('tracking.listAccounts', (run) => ({ trackId: track.id, offset: deep(run) }), 'deep');
  ask('tracking.listAccounts', (run) => ({ trackId: track.id, state: 'migrated', offset: run * 10 }), 'state');
  ask('tracking.listAccounts', (run) => ({ trackId: track.id, waveId: wave(run) }), 'wave');
  ask('tracking.listAccounts', (run) => ({ trackId: track.id, search: `anna.b${run}` }), 'search');
  for (const sort of ['login', 'state', 'since'] as const) {
    ask(
      'tracking.listAccounts',
      (run) => ({ trackId: track.id, sort, direction: run % 2 === 0 ? 'ascending' : 'descending', offset: deep(run) }),
      `by ${sort}`,
    );
  }
  ask('tracking.listAccountIds', (run) => ({ trackId: track.id, offset: deep(run), limit: 1000 }));
  ask('tracking.listUnits', (run) => ({ trackId: track.id, sort: run % 2 === 0 ? 'path' : 'problem' }));
  ask('tracking.getForecast', () => ({ today }));
  ask('scenario.list', () => ({}));
  const name = 'Measured';
  const known = (await core.call('baseline.list', {})).find((baseline) => baseline.name === name);
  const baselineId = known?.id ?? (await core.call('baseline.set', { commandId: crypto.randomUUID(), name, approvedOn: today })).baselineId;
  ask('baseline.list', () => ({}));
  ask('baseline.get', () => ({ baselineId }));
  ask('baseline.compare', () => ({ baselineId }));
  ask('view.list', () => ({}));
  ask('history.list', () => ({}));
  ask('history.listBuiltUpon', () => ({ sequence: 1 }));
  ask('report.listFormats', () => ({ locale }));
  ask('catalogue.list', () => ({}));
  ask('catalogue.search', () => ({ text: 'office' }));
  ask('catalogue.listAxes', (run) => ({ offset: run }));
  ask('catalogue.listProviders', (run) => ({ offset: run }));
  ask('catalogue.listEvents', () => ({ locale }));
  ask('catalogue.findSource', () => ({ url: 'https://www.libreoffice.org/' }));
  ask('catalogue.get', () => ({ id: 'libreoffice', locale }));
  ask('catalogue.check', () => ({}));
  ask('catalogue.matchNames', () => ({ names }), '100 names');
  // Not a page's reading but work that is asked for and waited for: whole plans made anew, every byte of the file checked, a table read, a document set.
  for (const work of ['tracking.previewReplan', 'tracking.previewRest', 'report.verifyPlan', 'inventory.previewTable', 'report.preview'] as const)
    covered.add(work);
  const forgotten = (Object.keys(contract) as OperationName[]).filter((name) => contract[name].kind === 'query' && !covered.has(name));
  if (forgotten.length > 0) throw new Error(`not measured: ${forgotten.join(', ')}`);
  return asked;
}
