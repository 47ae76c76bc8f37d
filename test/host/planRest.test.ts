import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { addDays } from '../../core/domain/calendar.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

it('plans the rest anew at the real speed as it was foreseen, in one step that can be taken back', async () => {
  const { core } = await filledSample();
  const { timeline: before } = await core.call('schedule.getTimeline', {});
  const track = before.tracks.find(({ key }) => key === 'office');
  const waves = before.tasks.filter((task) => task.trackId === track?.id && task.kind === 'wave');
  const [pilot, second] = waves;
  if (!track || !pilot?.waveId || !second?.waveId || second.finishesOn === null) throw new Error('the sample has waves');

  const early = { today: addDays(sampleStart, 1) };
  expect((await core.call('tracking.previewRest', early)).tracks.every(({ realPerWeek }) => realPerWeek === null)).toBe(true);
  await expect(core.call('tracking.planRest', { commandId: randomUUID(), ...early })).rejects.toMatchObject({ code: 'rule', messageKey: 'app.noRealSpeed' });

  // Two waves in five weeks: far behind.
  const on = second.finishesOn;
  for (const { waveId } of [pilot, second])
    await core.call('tracking.setStates', {
      commandId: randomUUID(),
      trackId: track.id,
      state: 'migrated',
      on,
      accounts: { by: 'wave', waveId: waveId as never },
    });
  const today = addDays(on, 35);
  const preview = await core.call('tracking.previewRest', { today });
  const office = preview.tracks.find(({ key }) => key === 'office');
  expect(office?.realPerWeek).toBeGreaterThan(0);
  expect(office?.shiftDays).toBeGreaterThan(0);
  expect(preview.movedTasks).toBeGreaterThan(0);

  const done = await core.call('tracking.planRest', { commandId: randomUUID(), today, revision: preview.revision });
  expect(done).toMatchObject({ labelKey: 'history.planRest', params: { tracks: 1 }, changed: preview.movedTasks, finish: preview.finish });
  const { timeline: after } = await core.call('schedule.getTimeline', {});
  const dated = (id: string, list: typeof after.tasks) => list.filter((task) => task.id === id).map((task) => [task.startsOn, task.finishesOn]);
  for (const task of [pilot, second]) expect(dated(task.id, after.tasks)).toEqual(dated(task.id, before.tasks));
  for (const task of waves.slice(2)) expect(after.tasks.find(({ id }) => id === task.id)?.startsOn?.localeCompare(today)).toBe(1);
  expect(await core.call('tracking.previewRest', { today })).toMatchObject({ finish: preview.finish, finishBefore: preview.finish, movedTasks: 0 });

  await core.call('history.undo', { commandId: randomUUID() });
  expect((await core.call('schedule.getTimeline', {})).timeline).toEqual(before);
});
