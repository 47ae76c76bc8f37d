import type { TaskId, WaveId } from '../../ids.ts';
import type { Task, Timeline } from './timeline.ts';

/**
 * Which tasks are done and have dates, by their places in the timeline: waves of which no account is open, and whatever
 * else such a wave waits for, directly or by way of others that are no waves: without its gate it could not have been moved.
 * `openByWave` says how many accounts of a wave are still to be moved; waves that it does not name have not begun.
 *
 * Example: of preparation → pilot → gate → second wave the pilot is done: so is the preparation, and not the gate.
 */
export function doneTasks(timeline: Timeline, openByWave: ReadonlyMap<WaveId, number>): readonly boolean[] {
  const doneWaves = timeline.tasks.filter((task) => task.waveId !== null && task.accountCount > 0 && openByWave.get(task.waveId) === 0);
  if (doneWaves.length === 0) return timeline.tasks.map(() => false);
  const isDone = new Set<TaskId>();
  const taskOf = new Map(timeline.tasks.map((task) => [task.id, task]));
  const before = new Map<TaskId, TaskId[]>();
  for (const { from, to } of timeline.links) {
    const others = before.get(to);
    if (others) others.push(from);
    else before.set(to, [from]);
  }
  const mark = (task: Task) => {
    if (isDone.has(task.id) || task.startsOn === null || task.finishesOn === null) return;
    isDone.add(task.id);
    for (const from of before.get(task.id) ?? []) {
      const other = taskOf.get(from);
      if (other && other.waveId === null) mark(other);
    }
  };
  for (const wave of doneWaves) mark(wave);
  return timeline.tasks.map(({ id }) => isDone.has(id));
}
