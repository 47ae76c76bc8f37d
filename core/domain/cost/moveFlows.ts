import type { TrackId } from '../ids.ts';
import type { Track } from '../schedule/timeline/timeline.ts';
import { accrueByYear, roundCents, type Flow, type Horizon } from './flow.ts';
import type { TrackDates } from './trackDates.ts';

/** Reads an assumption and remembers that it was used; one that is missing counts as 0 and is reported. */
export type ReadAssumption = (key: string) => number;

/**
 * What moving the accounts of one track costs, wave by wave. On the finish of a wave, once: migration
 * (accounts × hours of the crew × `crew.ratePerHour`, and accounts × `migration.<track>`) and training (accounts × hours ×
 * `training.ratePerHour`). From the day after it, every year: the replacement (accounts × `replacement.<track>`), and for
 * one year, where `withSupport` is set, the help desk's extra work (accounts × `support.account`, counted as migration).
 * From the first wave's start to the switch-off both systems run for all of the track's accounts
 * (accounts × `doubleRunning.<track>` a year). Each amount is rounded to the cent by itself.
 *
 * Example: 10 accounts, 30 minutes of the crew each, 80.00 an hour and 5.00 an account are 450.00 of migration.
 */
export function moveFlows(dates: TrackDates, read: ReadAssumption, withSupport: boolean, horizon: Horizon): readonly Flow[] {
  const { track, waves, switchOffDay } = dates;
  const flows: Flow[] = [];
  if (waves.length === 0) return flows;
  const crewRate = track.crewMinutesPerAccount > 0 ? read('crew.ratePerHour') : 0;
  const trainingRate = track.trainingMinutesPerAccount > 0 ? read('training.ratePerHour') : 0;
  const migration = read(`migration.${track.key}`);
  const replacement = read(`replacement.${track.key}`);
  const support = withSupport ? read('support.account') : 0;
  const doubleRunning = read(`doubleRunning.${track.key}`);

  for (const wave of waves) {
    const once = (kind: 'migration' | 'training', amount: number) => {
      const amountCents = roundCents(amount);
      const isCounted = wave.finishDay >= horizon.firstDay && wave.finishDay <= horizon.lastDay;
      if (amountCents !== 0 && isCounted) flows.push({ track: track.key, kind, fromDay: wave.finishDay, toDay: wave.finishDay, amountCents });
    };
    once('migration', (wave.accounts * track.crewMinutesPerAccount * crewRate) / 60);
    once('migration', wave.accounts * migration);
    once('training', (wave.accounts * track.trainingMinutesPerAccount * trainingRate) / 60);
    const after = wave.finishDay + 1;
    flows.push(
      ...accrueByYear(roundCents(wave.accounts * replacement), after, horizon.lastDay, horizon).map(
        (part): Flow => ({ ...part, track: track.key, kind: 'replacement' }),
      ),
    );
    flows.push(
      ...accrueByYear(roundCents(wave.accounts * support), after, after + 364, horizon).map((part): Flow => ({ ...part, track: track.key, kind: 'migration' })),
    );
  }
  if (switchOffDay !== null) {
    const accounts = waves.reduce((sum, wave) => sum + wave.accounts, 0);
    const from = Math.min(...waves.map((wave) => wave.startDay));
    flows.push(
      ...accrueByYear(roundCents(accounts * doubleRunning), from, switchOffDay, horizon).map(
        (part): Flow => ({ ...part, track: track.key, kind: 'doubleRunning' }),
      ),
    );
  }
  return flows;
}

/**
 * The track that moves most accounts, the first one by position where several do: on it the help desk's extra work is
 * counted. Null where no track moves any.
 *
 * Example: office moves 100 accounts, mail and identity 300 each, and identity stands before mail: identity.
 */
export function busiestTrack(tracks: readonly { readonly track: Track; readonly accounts: number }[]): TrackId | null {
  let best: { readonly id: TrackId; readonly accounts: number } | null = null;
  for (const { track, accounts } of [...tracks].sort((a, b) => a.track.position - b.track.position))
    if (accounts > (best?.accounts ?? 0)) best = { id: track.id, accounts };
  return best?.id ?? null;
}
