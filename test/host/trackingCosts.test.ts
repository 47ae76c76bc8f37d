import { onTestFinished, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { change, openPlan, temporaryPlanPath } from '../support/temporaryPlan.ts';

const day = isoDate('2027-03-01');
const trackId = sampleId('track', 1);
let number = 0;
const commandId = () => `command-${String(number++).padStart(4, '0')}`;

/** A core over the sample plan; on the office track some have moved, some have a problem, one is an exception. */
function coreOfSample() {
  const path = temporaryPlanPath();
  const store = openPlan(path, 'create');
  fillSamplePlan(store, { accounts: 700, units: 60, items: 20, tracks: 7 });
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => sampleId('account', from + index));
  change(store, (writer) => {
    writer.setAccountStates(trackId, ids(0, 100), 'migrated', '', day);
    writer.setAccountStates(trackId, ids(100, 120), 'problem', 'Calendar', day);
    writer.setAccountStates(trackId, ids(120, 121), 'exception', 'Register', day);
  });
  store.close();
  const running = createCore({ plan: { path, mode: 'write' }, actor: 'test' });
  onTestFinished(() => running.close());
  return running.core;
}

describe('tracking.setStates by filter', () => {
  it('takes all that the list finds, but for those left out, and no others', async () => {
    const core = coreOfSample();
    const before = await core.call('tracking.listAccounts', { trackId, state: 'problem', search: 'calendar' });
    const [first] = before.accounts;
    if (!first) throw new Error('no problem');
    const done = await core.call('tracking.setStates', {
      commandId: commandId(),
      trackId,
      state: 'migrated',
      on: day,
      accounts: { by: 'filter', state: 'problem', search: 'calendar', exceptAccountIds: [first.accountId] },
    });
    expect([done.matched, done.changed]).toEqual([before.total - 1, before.total - 1]);
    const after = await core.call('tracking.listAccounts', { trackId, state: 'problem' });
    expect(after.accounts.map(({ accountId }) => accountId)).toEqual([first.accountId]);
  });

  it('of a wave’s planned accounts leaves its problems and exceptions alone', async () => {
    const core = coreOfSample();
    const status = await core.call('tracking.getStatus', { today: day });
    const wave = status.waves.find((one) => one.trackId === trackId && one.states.planned > 0 && one.states.problem + one.states.exception > 0);
    if (!wave) throw new Error('no mixed wave');
    const done = await core.call('tracking.setStates', {
      commandId: commandId(),
      trackId,
      state: 'migrated',
      on: day,
      accounts: { by: 'filter', waveId: wave.waveId, state: 'planned' },
    });
    expect(done.changed).toBe(wave.states.planned);
    const after = (await core.call('tracking.getStatus', { today: day })).waves.find(({ waveId }) => waveId === wave.waveId);
    expect(after?.states).toEqual({ ...wave.states, planned: 0, migrated: wave.states.migrated + wave.states.planned });
  });
});

describe('tracking.listUnits', () => {
  it('counts sub-units in, as a change of the whole unit does', async () => {
    const core = coreOfSample();
    const { total, units } = await core.call('tracking.listUnits', { trackId, limit: 1000 });
    expect(units).toHaveLength(total);
    const unit = units.find(({ subUnits, states }) => subUnits > 0 && states.planned > 0);
    if (!unit) throw new Error('no unit with sub-units');
    const accounts = { by: 'filter', unitId: unit.unitId, state: 'planned' } as const;
    const done = await core.call('tracking.setStates', { commandId: commandId(), trackId, state: 'migrated', on: day, accounts });
    expect(done.changed).toBe(unit.states.planned);
    expect((await core.call('tracking.listAccounts', { trackId, unitId: unit.unitId })).total).toBe(unit.accounts);
  });

  it('sorts, finds and pages', async () => {
    const core = coreOfSample();
    const { units, total } = await core.call('tracking.listUnits', { trackId, sort: 'planned', direction: 'descending', limit: 1000 });
    const figures = units.map(({ states }) => states.planned);
    expect(figures).toEqual(figures.toSorted((one, other) => other - one));
    const pages = await Promise.all(
      [0, 1].map((page) => core.call('tracking.listUnits', { trackId, sort: 'planned', direction: 'descending', offset: page * 20, limit: 20 })),
    );
    expect(pages.flatMap((page) => page.units)).toEqual(units.slice(0, 40));
    const found = await core.call('tracking.listUnits', { trackId, search: units[0]?.name.toUpperCase() ?? '' });
    expect(found.units.map(({ unitId }) => unitId)).toContain(units[0]?.unitId);
    expect(found.total).toBeLessThanOrEqual(total);
  });
});

describe('plan.resetAssumption', () => {
  it('brings the template’s value and its source back, and can be undone', async () => {
    const core = coreOfSample();
    const rate = async () => (await core.call('plan.listAssumptions', { locale: 'en' })).find(({ key }) => key === 'discount.rate');
    const before = await rate();
    expect(before).toMatchObject({ isChanged: false, templateValue: before?.value });
    await core.call('plan.changeAssumption', { commandId: commandId(), key: 'discount.rate', value: 3 });
    expect(await rate()).toMatchObject({ isChanged: true, value: 3, templateValue: before?.value, sourceTitle: null });
    await core.call('plan.resetAssumption', { commandId: commandId(), key: 'discount.rate' });
    expect(await rate()).toEqual(before);
    await core.call('history.undo', { commandId: commandId() });
    expect(await rate()).toMatchObject({ isChanged: true, value: 3 });
    await expect(core.call('plan.resetAssumption', { commandId: commandId(), key: 'no.such' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('cost.getBand', () => {
  it('has the costs in its middle, and widens with the share that is assumed where no range is published', async () => {
    const core = coreOfSample();
    const costs = await core.call('cost.getCosts', { locale: 'en' });
    const before = await core.call('cost.getBand', {});
    expect(before.base.totalsByYear).toEqual(costs.totalsByYear);
    expect(before.base.paybackOn).toBe(costs.paybackOn);
    expect(before.low.totalCents).toBeLessThan(costs.totalCents);
    expect(before.high.totalCents).toBeGreaterThan(costs.totalCents);
    const rangeOf = async (key: string) => (await core.call('plan.listAssumptions', { locale: 'en' })).find((assumption) => assumption.key === key)?.range;
    expect(await rangeOf('crew.ratePerHour')).toEqual({ low: 6400, high: 9600, sources: [] });
    expect(await rangeOf('migration.office')).toMatchObject({ low: 8000, high: 20_857, sources: [{ publisher: 'Silicon.fr' }, { publisher: 'derStandard' }] });
    expect(await rangeOf('discount.rate')).toBeNull();

    await core.call('plan.changeAssumption', { commandId: commandId(), key: 'range.share', value: 50 });
    const wider = await core.call('cost.getBand', {});
    expect(wider.base).toEqual(before.base);
    expect(wider.low.totalCents).toBeLessThan(before.low.totalCents);
    expect(wider.high.totalCents).toBeGreaterThan(before.high.totalCents);
    await core.call('plan.changeAssumption', { commandId: commandId(), key: 'migration.office', value: 10_000 });
    expect(await rangeOf('migration.office')).toEqual({ low: 5000, high: 15_000, sources: [] });
    expect((await core.call('cost.getBand', { years: 5 })).years).toHaveLength(5);
  });
});

describe('the accounts that a plan moves', () => {
  it('are as many on the start page as on the tracks, exceptions among them', async () => {
    const core = coreOfSample();
    const { migratedAccountTracks, plannedAccountTracks } = await core.call('plan.getSummary', { today: day });
    const { tracks } = await core.call('tracking.getStatus', { today: day });
    const sum = (value: (track: (typeof tracks)[number]) => number) => tracks.reduce((total, track) => total + value(track), 0);
    expect(sum(({ states }) => states.exception)).toBe(1);
    expect([migratedAccountTracks, plannedAccountTracks]).toEqual([sum(({ states }) => states.migrated), sum(({ accounts }) => accounts)]);
  });
});
