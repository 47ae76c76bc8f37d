import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../core/domain/calendar.ts';
import { checkSchedule } from '../support/checkSchedule.ts';
import { openPlan } from '../support/temporaryPlan.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

async function samplePlan() {
  const { core, path } = await filledSample();
  const build = async (objective: 'finish' | 'cost' | 'changes') =>
    (await core.call('schedule.build', { commandId: randomUUID(), locale: 'de', objective, ...(objective === 'changes' ? { timeLimitMs: 1500 } : {}) })).result;
  return { core, path, build, tasks: async () => (await core.call('schedule.getTimeline', {})).timeline.tasks };
}

type Dated = { readonly id: string; readonly startsOn: string | null; readonly finishesOn: string | null };
const moved = <Task extends Dated>(before: readonly Dated[], after: readonly Task[]) => {
  const former = new Map(before.map((task) => [task.id, task]));
  return after.filter(({ id, startsOn, finishesOn }) => former.get(id)?.startsOn !== startsOn || former.get(id)?.finishesOn !== finishesOn);
};

describe('a plan with few changed dates', () => {
  it('is the plan as it stands, and proven so, where nothing else was changed', async () => {
    const { build, tasks } = await samplePlan();
    const { finish } = await build('finish');
    const before = await tasks();
    const again = await build('changes');
    expect([again.finish, again.changes]).toEqual([finish, { tasks: 0, waves: 0, accounts: 0, gap: 0 }]);
    expect(await tasks()).toEqual(before);
  });

  it('moves fewer tasks of a cheap plan than the shortest one after a freeze was added, keeps every rule and counts what it moved', async () => {
    const { core, path, build, tasks } = await samplePlan();
    await build('cost');
    const before = await tasks();
    const inTheMiddle = before.filter(({ kind }) => kind === 'wave')[3]?.startsOn as string;
    await core.call('schedule.addFreeze', {
      commandId: randomUUID(),
      name: 'Wahl',
      startsOn: isoDate(inTheMiddle),
      finishesOn: addDays(isoDate(inTheMiddle), 11),
    });
    await build('finish');
    const movedByFinish = moved(before, await tasks());
    await core.call('history.undo', { commandId: randomUUID() });
    const { changes, finish } = await build('changes');
    const after = await tasks();
    const movedByChanges = moved(before, after);
    expect(movedByChanges.length).toBeGreaterThan(0);
    expect(movedByChanges.length).toBeLessThan(movedByFinish.length);
    const waves = movedByChanges.filter(({ kind }) => kind === 'wave');
    expect(changes).toMatchObject({
      tasks: movedByChanges.length,
      waves: waves.length,
      accounts: waves.reduce((sum, { accountCount }) => sum + accountCount, 0),
    });
    expect(changes?.gap).toBeLessThanOrEqual(1);
    expect(finish).toBe(
      after
        .map(({ finishesOn }) => finishesOn ?? '')
        .sort()
        .at(-1),
    );

    const { holidays } = await core.call('schedule.getTimeline', {});
    const timeline = openPlan(path, 'read').read((reader) => reader.timeline());
    expect(checkSchedule(timeline, sampleStart, new Set(holidays.map(({ date }) => date)))).toEqual([]);
  });

  it('is the shortest plan where no dates stand yet', async () => {
    const { core, build } = await samplePlan();
    for (let steps = 0; (await core.call('schedule.getTimeline', {})).timeline.tasks.length > 0 && steps < 50; steps += 1)
      await core.call('history.undo', { commandId: randomUUID() });
    expect((await build('changes')).changes).toBeNull();
  });
});

describe('a plan that is built anew while accounts move', () => {
  it.each(['changes', 'finish', 'cost'] as const)('leaves what is done where it is, with the goal %s', async (objective) => {
    const { core, path, build, tasks } = await samplePlan();
    await build('finish');
    const before = await tasks();
    const [pilot, second] = before.filter(({ kind, trackId }) => kind === 'wave' && trackId === before.find((task) => task.kind === 'wave')?.trackId);
    if (!pilot?.waveId || !second?.startsOn || !pilot.startsOn || !pilot.finishesOn) throw new Error('the sample has waves with dates');
    await core.call('tracking.setStates', {
      commandId: randomUUID(),
      trackId: pilot.trackId,
      state: 'migrated',
      on: pilot.finishesOn,
      accounts: { by: 'wave', waveId: pilot.waveId },
    });
    await core.call('schedule.addFreeze', { commandId: randomUUID(), name: 'Wahl', startsOn: pilot.startsOn, finishesOn: second.startsOn });
    const { changes } = await build(objective);
    const after = await tasks();
    const datesOf = (id: string, list: readonly Dated[]) => list.filter((task) => task.id === id).map((task) => [task.startsOn, task.finishesOn]);
    expect(datesOf(pilot.id, after)).toEqual(datesOf(pilot.id, before));
    expect(datesOf(second.id, after)).not.toEqual(datesOf(second.id, before));
    if (objective === 'changes') {
      expect(changes?.waves).toBeGreaterThan(0);
      expect(changes?.gap).toBeLessThan(0.9);
    }
    const timeline = openPlan(path, 'read').read((reader) => reader.timeline());
    const { holidays, gap } = await core.call('schedule.getTimeline', {});
    const broken = checkSchedule(timeline, sampleStart, new Set(holidays.map(({ date }) => date)));
    expect(broken.filter((text) => !text.startsWith(pilot.name))).toEqual([]);
    expect(broken).not.toEqual([]);
    expect(gap).toBeGreaterThanOrEqual(0);
  });
});
