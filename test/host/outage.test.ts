import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ProductId, ProviderId } from '../../core/domain/ids.ts';
import { createCore } from '../../host/createCore.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `outage-test-${++command}`;
const microsoft = { providerIds: ['microsoft' as ProviderId], at: null };

describe('an outage', () => {
  it('is replayed over the catalogue where no plan is open, and the catalogue is there to be read', async () => {
    const { core, close } = createCore({ actor: 'Anna Beispiel' });
    onTestFinished(close);
    const outage = await core.call('sovereignty.simulateOutage', microsoft);
    expect(outage).toMatchObject({ services: [], accountsAffected: 0, accountsAtMost: 0, later: [] });
    expect(outage.catalogueServices.map(({ productId }) => productId)).toContain('exchange-online');
    expect((await core.call('catalogue.listAxes', {})).total).toBeGreaterThan(100);
    expect((await core.call('catalogue.listProviders', {})).total).toBeGreaterThan(100);
    await expect(core.call('sovereignty.getExposure', { at: null })).rejects.toMatchObject({ messageKey: 'app.noPlanOpen' });
  });

  it('is told of today before anything is planned, and of each end of a track once there are dates', async () => {
    const { core, close } = createCore({ plan: { path: join(temporaryFolder(), 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
    onTestFinished(close);
    expect(await core.call('sovereignty.simulateOutage', microsoft)).toMatchObject({ services: [], later: [] });
    await core.call('plan.create', {
      commandId: commandId(),
      templateId: 'schleswig-holstein',
      name: 'Plan',
      administration: 'Stadt',
      startsOn: isoDate('2027-01-04'),
      locale: 'de',
    });
    await core.call('inventory.addUnit', { commandId: commandId(), name: 'Bauamt', accounts: 30 });
    await core.call('inventory.addItem', { commandId: commandId(), name: 'Exchange Online', productId: 'exchange-online' as ProductId, accounts: 30 });
    const today = await core.call('sovereignty.simulateOutage', microsoft);
    expect(today).toMatchObject({ services: [{ productId: 'exchange-online', accounts: 30 }], accountsAffected: 30, later: [] });

    await core.call('mapping.acceptProposals', { commandId: commandId() });
    await core.call('schedule.build', { commandId: commandId(), locale: 'de' });
    const { later } = await core.call('sovereignty.simulateOutage', microsoft);
    const mail = later.findIndex(({ tracks }) => tracks.includes('mail'));
    expect(mail).toBeGreaterThanOrEqual(0);
    expect(later.map(({ at }) => at)).toEqual(later.map(({ at }) => at).toSorted());
    expect(later.slice(0, mail).every(({ items, accountsAffected }) => items === 1 && accountsAffected === 30)).toBe(true);
    expect(later.slice(mail).every(({ items, accountsAffected }) => items === 0 && accountsAffected === 0)).toBe(true);
  });
});
