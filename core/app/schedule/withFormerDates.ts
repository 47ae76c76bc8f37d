import type { WaveId } from '../../domain/ids.ts';
import type { Timeline, Wave } from '../../domain/schedule/timeline/timeline.ts';
import type { TimelineSource } from './draftTimeline.ts';

/** Waves and tasks that were built anew with the dates that they had, and how many accounts of these waves are still to be moved. */
export function withFormerDates(source: TimelineSource, built: Timeline): { readonly former: Timeline; readonly open: ReadonlyMap<WaveId, number> } {
  const formerOf = new Map(source.stands.tasks.map((task) => [task.id, task]));
  const tasks = built.tasks.map((task) => {
    const { startsOn = null, finishesOn = null } = formerOf.get(task.id) ?? {};
    return { ...task, startsOn, finishesOn };
  });
  return { former: { ...built, tasks }, open: openOfSameWaves(source.openByWave(), source.stands.waves, built.waves) };
}

/** Of a wave that now has other accounts than it had, the states of the former ones say nothing. */
function openOfSameWaves(open: ReadonlyMap<WaveId, number>, before: readonly Wave[], now: readonly Wave[]): ReadonlyMap<WaveId, number> {
  const partsBefore = new Map(before.map((wave) => [wave.id, JSON.stringify(wave.parts)]));
  const isSame = new Set(now.filter((wave) => partsBefore.get(wave.id) === JSON.stringify(wave.parts)).map(({ id }) => id));
  return new Map([...open].filter(([waveId]) => isSame.has(waveId)));
}
