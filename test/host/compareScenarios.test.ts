import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../core/contract/contract.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import { filledSample } from '../support/filledSample.ts';

async function planWithScenarios() {
  const { core } = await filledSample();
  await core.call('scenario.add', { commandId: randomUUID(), name: 'Später', changes: { startsOn: isoDate('2027-06-01') } });
  await core.call('scenario.add', { commandId: randomUUID(), name: 'Schneller', changes: { accountsPerWeek: { office: 2000 } } });
  return core;
}

describe('comparing scenarios', () => {
  it('says how far it is and gives the plan and each scenario by name', async () => {
    const core = await planWithScenarios();
    const told: Progress<'scenario.compare'>[] = [];
    const { plan, scenarios } = await core.call('scenario.compare', {}, { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toEqual({ stepKey: 'app.step.scenarios', done: 0, total: 3 });
    expect(scenarios.map(({ name }) => name)).toEqual(['Schneller', 'Später']);
    expect(scenarios[1]?.figures.finish?.localeCompare(plan.finish ?? '')).toBe(1);
  });

  it('stops when it is told to, and leaves the plan as it was', async () => {
    const core = await planWithScenarios();
    const before = (await core.call('history.list', { limit: 1 })).revision;
    const stop = new AbortController();
    const call = core.call('scenario.compare', {}, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect((await core.call('history.list', { limit: 1 })).revision).toBe(before);
    expect((await core.call('scenario.compare', {})).scenarios).toHaveLength(2);
  });
});
