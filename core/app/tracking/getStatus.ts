import type { Output, Parsed } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { countPlannedByToday } from '../../domain/tracking/plannedAccounts.ts';
import { progressByWeek } from '../../domain/tracking/progressByWeek.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { accountsOf, trackProgress } from './trackProgress.ts';

export function getStatus(context: AppContext, input: Parsed<'tracking.getStatus'>): Output<'tracking.getStatus'> {
  return openStore(context).read((reader) => {
    planOf(reader);
    return statusOf(reader, input.today);
  });
}

export function statusOf(reader: PlanReader, today: IsoDate): Output<'tracking.getStatus'> {
  const reasons = reader.problemReasons();
  const waveStates = reader.waveStates();
  const { tasks, waves } = reader.timeline();
  const taskOfWave = new Map(tasks.flatMap((task) => (task.waveId === null ? [] : [[task.waveId, task] as const])));
  return {
    today,
    tracks: trackProgress(reader).map(({ track, states, waves: planned, migratedByDay }) => ({
      trackId: track.id,
      key: track.key,
      name: track.name,
      accounts: accountsOf(states),
      states: { ...states },
      plannedByToday: countPlannedByToday(planned, today),
      weeks: progressByWeek(planned, migratedByDay, today).map((week) => ({ ...week })),
      problems: reasons.filter((row) => row.trackId === track.id).map(({ reason, accounts }) => ({ reason, accounts })),
    })),
    waves: waves.map((wave) => {
      const states = waveStates.get(wave.id) ?? { planned: wave.accountCount, migrated: 0, problem: 0, exception: 0 };
      return {
        waveId: wave.id,
        trackId: wave.trackId,
        number: wave.number,
        accounts: accountsOf(states),
        states: { ...states },
        isPilot: wave.isPilot,
        startsOn: taskOfWave.get(wave.id)?.startsOn ?? null,
        finishesOn: taskOfWave.get(wave.id)?.finishesOn ?? null,
      };
    }),
  };
}
