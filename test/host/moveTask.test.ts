import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../core/domain/calendar.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

let commands = 0;
const commandId = () => `move-task-${commands++}`;

async function samplePlan() {
  const { core } = await filledSample();
  if ((await core.call('schedule.getTimeline', {})).timeline.tasks.length === 0) await core.call('schedule.build', { commandId: commandId(), locale: 'de' });
  return core;
}

const dates = (
  tasks: readonly { readonly id: string; readonly startsOn: string | null; readonly finishesOn: string | null; readonly notBefore: string | null }[],
) => Object.fromEntries(tasks.map((task) => [task.id, `${task.startsOn} ${task.finishesOn} ${task.notBefore}`]));

describe('moving a task of a sample plan', () => {
  it('does what the preview said, task by task, in one step that can be undone', async () => {
    const core = await samplePlan();
    const before = await core.call('schedule.getTimeline', {});
    expect(before).toMatchObject({ brokenTasks: [] });
    expect(before.criticalTasks.length).toBeGreaterThan(0);
    const lastCritical = before.timeline.tasks.find((task) => task.id === before.criticalTasks[0]);
    if (!lastCritical?.startsOn) throw new Error('the sample plan has a critical chain');
    const notBefore = addDays(lastCritical.startsOn, 28);

    const preview = await core.call('schedule.previewHold', { taskId: lastCritical.id, notBefore });
    expect((await core.call('schedule.getTimeline', {})).timeline).toEqual(before.timeline);
    expect(preview.finishBefore).toBe(before.finishesOn);
    expect(preview.finishShiftDays).toBeGreaterThan(0);
    expect(preview.moved.find((move) => move.taskId === lastCritical.id)?.shiftDays).toBeGreaterThanOrEqual(28);

    const done = await core.call('schedule.moveTask', { commandId: commandId(), taskId: lastCritical.id, notBefore, revision: preview.revision });
    expect(done).toMatchObject({ labelKey: 'history.moveTask', changed: preview.moved.length, finish: preview.finish });
    const after = await core.call('schedule.getTimeline', {});
    const moved = new Map(preview.moved.map((move) => [move.taskId, move]));
    for (const task of before.timeline.tasks) {
      const expected = moved.get(task.id) ?? task;
      expect(after.timeline.tasks.find(({ id }) => id === task.id)).toMatchObject({ startsOn: expected.startsOn, finishesOn: expected.finishesOn });
    }
    expect(after.brokenTasks).toEqual([]);
    expect(after.finishesOn).toBe(preview.finish);

    await core.call('history.undo', { commandId: commandId() });
    expect(dates((await core.call('schedule.getTimeline', {})).timeline.tasks)).toEqual(dates(before.timeline.tasks));
  });

  it('names the contracts that would then renew, with the cost of the whole difference', async () => {
    const core = await samplePlan();
    const { timeline } = await core.call('schedule.getTimeline', {});
    const costs = await core.call('cost.getCosts', { locale: 'de' });
    const switchOffs = timeline.tasks.filter((task) => task.phase === 'switchOff');
    const previews = await Promise.all(
      switchOffs.map((task) => core.call('schedule.previewHold', { taskId: task.id, notBefore: addDays(task.startsOn ?? sampleStart, 800) })),
    );
    const missed = previews.flatMap((preview) => preview.renewalsMissed);
    expect(missed.length).toBeGreaterThan(0);
    const known = new Set(costs.missedRenewals.map(({ contractId, renewsOn }) => `${contractId} ${renewsOn}`));
    expect(missed.filter(({ contractId, renewsOn }) => known.has(`${contractId} ${renewsOn}`))).toEqual([]);
    expect(previews.every((preview) => preview.renewalsAvoided.length === 0)).toBe(true);
  });

  it('is refused where the plan was changed since the preview', async () => {
    const core = await samplePlan();
    const { timeline } = await core.call('schedule.getTimeline', {});
    const taskId = timeline.tasks[0]?.id;
    if (!taskId) throw new Error('the sample plan has tasks');
    const { revision } = await core.call('schedule.previewHold', { taskId, notBefore: isoDate('2027-06-01') });
    await core.call('schedule.addFreeze', { commandId: commandId(), name: 'Wahl', startsOn: isoDate('2027-05-01'), finishesOn: isoDate('2027-05-31') });
    const move = core.call('schedule.moveTask', { commandId: commandId(), taskId, notBefore: isoDate('2027-06-01'), revision });
    await expect(move).rejects.toMatchObject({ code: 'stale' });
    const unknown = core.call('schedule.previewHold', { taskId: 'nobody' as never, notBefore: null });
    await expect(unknown).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.taskUnknown' });
  });
});
