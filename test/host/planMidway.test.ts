import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../core/domain/calendar.ts';
import { openPlan } from '../support/temporaryPlan.ts';
import { filledSample } from '../support/filledSample.ts';

/** The sample, its first wave migrated and the second one in part; `today` is in the middle of the move and later than it was planned. */
async function planMidway() {
  const { core, path } = await filledSample();
  const timeline = () => core.call('schedule.getTimeline', {});
  const tasks = async () => (await timeline()).timeline.tasks;
  const trackId = (await tasks()).find(({ kind }) => kind === 'wave')?.trackId;
  const [pilot, second] = (await tasks()).filter((task) => task.kind === 'wave' && task.trackId === trackId);
  if (!trackId || !pilot?.waveId || !pilot.finishesOn || !second?.waveId || !second.finishesOn || !second.startsOn)
    throw new Error('the sample has waves with dates');
  await core.call('tracking.setStates', {
    commandId: randomUUID(),
    trackId,
    state: 'migrated',
    on: pilot.finishesOn,
    accounts: { by: 'wave', waveId: pilot.waveId },
  });
  const accountIds = (await core.call('tracking.listAccountIds', { trackId, waveId: second.waveId })).slice(0, 5);
  await core.call('tracking.setStates', { commandId: randomUUID(), trackId, state: 'migrated', on: second.startsOn, accounts: { by: 'account', accountIds } });
  const today = addDays(second.finishesOn, 30);
  const build = async (objective: 'finish' | 'cost' | 'changes') =>
    (await core.call('schedule.build', { commandId: randomUUID(), locale: 'de', objective, timeLimitMs: objective === 'finish' ? 0 : 1500, today })).result;
  return { core, path, pilot, second, today, timeline, tasks, build };
}

type Dated = { readonly id: string; readonly startsOn: string | null; readonly finishesOn: string | null };
const datesOf = (id: string, list: readonly Dated[]) => list.filter((task) => task.id === id).map((task) => [task.startsOn, task.finishesOn]);

describe('a plan that is built anew in the middle of a move', () => {
  it.each(['finish', 'cost', 'changes'] as const)('leaves what has begun and plans the rest for the days to come, with the goal %s', async (objective) => {
    const { pilot, second, today, timeline, tasks, build } = await planMidway();
    const before = await tasks();
    const result = await build(objective);
    const after = await tasks();
    expect(datesOf(pilot.id, after)).toEqual(datesOf(pilot.id, before));
    const goesOn = after.find(({ id }) => id === second.id);
    expect(goesOn?.startsOn).toBe(second.startsOn);
    expect(goesOn?.finishesOn && goesOn.finishesOn > today).toBe(true);
    expect(goesOn?.accountCount).toBe(second.accountCount);
    const open = after.filter(({ kind, id }) => kind === 'wave' && id !== pilot.id && id !== second.id);
    expect(open.length).toBeGreaterThan(3);
    expect(open.filter((task) => task.startsOn === null || task.startsOn <= today)).toEqual([]);
    // Phases that were planned for days that have passed stand; whatever moved, moved into the days to come.
    const moved = after.filter(({ id, kind }) => kind !== 'wave' && datesOf(id, after).join() !== datesOf(id, before).join());
    expect(moved.filter((task) => task.startsOn === null || task.startsOn <= today)).toEqual([]);
    const standing = after.filter(({ id, kind }) => kind !== 'wave' && datesOf(id, after).join() === datesOf(id, before).join());
    expect(standing.length).toBeGreaterThan(0);

    const { statusOn, brokenTasks, gap, finishesOn } = await timeline();
    expect([statusOn, brokenTasks, finishesOn]).toEqual([today, [], result.finish]);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(0.2);
    if (objective === 'cost') expect(result.costGap).toBeGreaterThanOrEqual(0);
  });

  it('says why something waits for these days, and moves nothing behind them when one task is moved', async () => {
    const { core, second, today, tasks, build } = await planMidway();
    await build('finish');
    const planned = await tasks();
    const reasons = async (taskId: (typeof planned)[number]['id']) =>
      (await core.call('schedule.explainTask', { taskId })).reasons.map(({ messageKey }) => messageKey);
    const first = planned
      .filter(({ kind, startsOn }) => kind === 'wave' && startsOn !== null && startsOn > today)
      .sort((one, other) => ((one.startsOn as string) < (other.startsOn as string) ? -1 : 1))[0];
    if (!first?.startsOn) throw new Error('there are open waves');
    expect(await reasons(first.id)).toContain('schedule.why.openFrom');
    expect(await reasons(second.id)).not.toContain('schedule.why.openFrom');

    await core.call('schedule.moveTask', { commandId: randomUUID(), taskId: first.id, notBefore: addDays(first.startsOn as IsoDate, 21) });
    const moved = await tasks();
    expect(datesOf(first.id, moved)).not.toEqual(datesOf(first.id, planned));
    expect(datesOf(second.id, moved)).toEqual(datesOf(second.id, planned));
    const open = moved.filter(
      ({ kind, waveId, startsOn }) => kind === 'wave' && waveId !== second.waveId && startsOn !== null && startsOn > (second.startsOn as string),
    );
    expect(open.filter((task) => (task.startsOn as string) <= today)).toEqual([]);
  });

  it('lets what has begun be moved by hand to where it really stood', async () => {
    const { core, pilot, second, timeline, tasks, build } = await planMidway();
    await build('finish');
    const { startsOn: begin } = await timeline();
    const planned = await tasks();
    const phase = planned.find(({ kind, startsOn: day }) => kind === 'phase' && day === begin);
    if (!phase) throw new Error('phases begin with the plan');
    const later = async (task: { readonly id: (typeof planned)[number]['id']; readonly startsOn: IsoDate | null }) => {
      const notBefore = addDays(task.startsOn as IsoDate, 7);
      const { moved } = await core.call('schedule.previewHold', { taskId: task.id, notBefore });
      return [moved.find(({ taskId }) => taskId === task.id)?.startsOn, notBefore];
    };
    for (const task of [phase, pilot, second]) {
      const [day, notBefore] = await later(task);
      expect(day && notBefore && day >= notBefore && day <= addDays(notBefore, 6), `${task.id}: ${day} and not ${notBefore}`).toBe(true);
    }
  });

  it('forgets the day when the step is undone, or when nothing is migrated any more', async () => {
    const { core, pilot, second, today, timeline, build } = await planMidway();
    await build('finish');
    await core.call('history.undo', { commandId: randomUUID() });
    expect((await timeline()).statusOn).toBeNull();
    await core.call('history.redo', { commandId: randomUUID() });
    expect((await timeline()).statusOn).toBe(today);
    for (const { waveId, trackId } of [pilot, second])
      await core.call('tracking.setStates', {
        commandId: randomUUID(),
        trackId,
        state: 'planned',
        on: today,
        accounts: { by: 'wave', waveId: waveId as NonNullable<typeof waveId> },
      });
    const { finish } = await build('finish');
    expect((await timeline()).statusOn).toBeNull();
    expect(finish && finish > today).toBe(true);
  });

  it('is what scenarios are compared with and become: what has begun stands in them too', async () => {
    const { core, path, pilot, second, today, timeline, tasks, build } = await planMidway();
    const { finish } = await build('finish');
    const before = await tasks();
    const { tracks } = (await timeline()).timeline;
    const accountsPerWeek = Object.fromEntries(
      tracks.filter(({ movesAccounts }) => movesAccounts).map(({ key, accountsPerWeek: planned }) => [key, Math.ceil(planned / 2)]),
    );
    const { scenarioId } = await core.call('scenario.add', { commandId: randomUUID(), name: 'Halb so schnell', changes: { accountsPerWeek } });
    const compared = await core.call('scenario.compare', { today });
    expect(compared.plan.finish).toBe(finish);
    expect((compared.scenarios[0]?.figures.finish as string) > (finish as string)).toBe(true);
    await core.call('scenario.adopt', { commandId: randomUUID(), scenarioId, locale: 'de', today });
    const after = await tasks();
    expect(after.find(({ id }) => id === pilot.id)).toEqual(before.find(({ id }) => id === pilot.id));
    expect(after.find(({ id }) => id === second.id)?.startsOn).toBe(second.startsOn);
    const isOpen = ({ kind, id }: (typeof after)[number]) => kind === 'wave' && id !== pilot.id && id !== second.id;
    expect(after.filter(isOpen).length).toBeGreaterThan(before.filter(isOpen).length);
    expect(after.filter((task) => isOpen(task) && (task.startsOn as string) <= today)).toEqual([]);
    expect(openPlan(path, 'read').read((reader) => reader.statusOn())).toBe(today);
  });
});
