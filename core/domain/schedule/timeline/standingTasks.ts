import type { IsoDate } from '../../calendar.ts';
import type { TaskId, WaveId } from '../../ids.ts';
import type { Task, Timeline } from './timeline.ts';

/**
 * Which tasks stand on their dates because they are done, by their places in the timeline: waves of which no account is
 * open, and whatever else such a wave waits for, directly or by way of others that are no waves: without its gate it could
 * not have been moved. From a status on, `openFrom` being the first day after it, phases and gates stand too that began
 * before it, if all that they wait for stands: nobody reports on them, so they are taken as they were planned.
 * `openByWave` says how many accounts of a wave are still to be moved; waves that it does not name have not begun.
 *
 * Example: of preparation → pilot → gate → second wave the pilot is done: so is the preparation, and the gate if it was
 * planned for a day before `openFrom`.
 */
export function standingTasks(timeline: Timeline, openByWave: ReadonlyMap<WaveId, number>, openFrom: IsoDate | null): readonly boolean[] {
  const doneWaves = timeline.tasks.filter((task) => task.waveId !== null && task.accountCount > 0 && openByWave.get(task.waveId) === 0);
  if (doneWaves.length === 0 && openFrom === null) return timeline.tasks.map(() => false);
  const stands = new Map<TaskId, boolean>();
  const taskOf = new Map(timeline.tasks.map((task) => [task.id, task]));
  const before = new Map<TaskId, Task[]>();
  for (const { from, to } of timeline.links) {
    const other = taskOf.get(from);
    if (!other) continue;
    const others = before.get(to);
    if (others) others.push(other);
    else before.set(to, [other]);
  }
  const markDone = (task: Task) => {
    if (stands.get(task.id) || task.startsOn === null || task.finishesOn === null) return;
    stands.set(task.id, true);
    for (const other of before.get(task.id) ?? []) if (other.waveId === null) markDone(other);
  };
  for (const wave of doneWaves) markDone(wave);

  const hasBegun = (task: Task): boolean => {
    const known = stands.get(task.id);
    if (known !== undefined) return known;
    // Set before what it waits for is asked: a task of a circle waits for itself.
    stands.set(task.id, false);
    const { startsOn, finishesOn, waveId } = task;
    if (openFrom === null || waveId !== null || startsOn === null || finishesOn === null || startsOn >= openFrom) return false;
    const result = (before.get(task.id) ?? []).every(hasBegun);
    stands.set(task.id, result);
    return result;
  };
  return timeline.tasks.map(hasBegun);
}
