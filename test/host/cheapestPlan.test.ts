import { describe, expect, it } from 'vitest';
import { checkSchedule } from '../support/checkSchedule.ts';
import { openPlan } from '../support/temporaryPlan.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

let commands = 0;
const commandId = () => `cheapest-${commands++}`;

describe('a plan for the lowest cost', () => {
  it('costs no more than the shortest one, finishes in the same year, keeps every rule and says how far it can be from the best', async () => {
    const { core, path } = await filledSample();
    const shortest = (await core.call('schedule.build', { commandId: commandId(), locale: 'de' })).result;
    const cheapest = (await core.call('schedule.build', { commandId: commandId(), locale: 'de', objective: 'cost' })).result;
    expect(cheapest.costCents).toBeLessThan(shortest.costCents);
    expect(cheapest.finish?.slice(0, 4)).toBe(shortest.finish?.slice(0, 4));
    expect(shortest.costGap).toBeNull();
    expect(cheapest.costGap).toBeGreaterThan(0);
    expect(cheapest.costGap).toBeLessThan(0.2);

    const { holidays } = await core.call('schedule.getTimeline', {});
    const timeline = openPlan(path, 'read').read((reader) => reader.timeline());
    expect(checkSchedule(timeline, sampleStart, new Set(holidays.map(({ date }) => date)))).toEqual([]);
    const costs = await core.call('cost.getCosts', { locale: 'de' });
    expect(costs.totalCents).toBe(cheapest.costCents);
  });

  it('is the same plan for the same seed, and can be undone as one step', async () => {
    const { core } = await filledSample();
    await core.call('schedule.build', { commandId: commandId(), locale: 'de' });
    const before = (await core.call('schedule.getTimeline', {})).timeline.tasks;
    const build = () => core.call('schedule.build', { commandId: commandId(), locale: 'de', objective: 'cost', seed: 5 });
    const once = await build();
    const again = await build();
    expect(again.result).toEqual(once.result);
    expect([once.changed > 0, again.changed]).toEqual([true, 0]);
    // What changed nothing is no step of its own.
    await core.call('history.undo', { commandId: commandId() });
    expect((await core.call('schedule.getTimeline', {})).timeline.tasks).toEqual(before);
  });
});
