import { AppError } from '../../core/contract/errors.ts';
import type { TrackId } from '../../core/domain/ids.ts';
import type { Capacity, Freeze, Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import { numbersById } from './numbers.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = { tracks(): readonly Track[]; freezes(): readonly Freeze[]; capacities(): readonly Capacity[] };
type Write = Pick<PlanWriter, 'insertTracks' | 'updateTrack' | 'setCapacity' | 'insertFreeze' | 'removeFreeze'>;
type TrackRow = Omit<Track, 'movesAccounts' | 'phases'> & { readonly movesAccounts: number };

export function trackReads(db: ReadDb): Read {
  const selectTracks = db.rows<TrackRow>(`
    SELECT id, key, name, position, moves_accounts AS movesAccounts, accounts_per_week AS accountsPerWeek, training_minutes_per_account AS trainingMinutesPerAccount,
      crew_minutes_per_account AS crewMinutesPerAccount
    FROM tracks ORDER BY position, number`);
  const selectPhases = db.rows<Track['phases'][number] & { readonly trackId: TrackId }>(`
    SELECT track.id AS trackId, phase.kind, phase.working_days AS workingDays
    FROM track_phases AS phase JOIN tracks AS track ON track.number = phase.track_number ORDER BY phase.track_number, phase.position`);
  const selectFreezes = db.rows<Freeze>(`
    SELECT freeze.id, freeze.name, freeze.starts_on AS startsOn, freeze.finishes_on AS finishesOn, track.id AS trackId
    FROM freezes AS freeze LEFT JOIN tracks AS track ON track.number = freeze.track_number ORDER BY freeze.starts_on, freeze.id`);
  const selectCapacities = db.rows<Capacity>('SELECT resource, minutes_per_day AS minutesPerDay FROM capacities ORDER BY resource DESC');
  return {
    tracks() {
      const phases = selectPhases.all();
      return selectTracks.all().map((row) => ({
        ...row,
        movesAccounts: row.movesAccounts === 1,
        phases: phases.filter(({ trackId }) => trackId === row.id).map(({ kind, workingDays }) => ({ kind, workingDays })),
      }));
    },
    freezes: () => selectFreezes.all(),
    capacities: () => selectCapacities.all(),
  };
}

export function trackWrites(db: WriteDb): Write {
  const number = numbersById(db, 'tracks');
  const insert = db.change(`
    INSERT INTO tracks (id, key, name, position, moves_accounts, accounts_per_week, training_minutes_per_account, crew_minutes_per_account) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.change(`
    UPDATE tracks SET key = ?2, name = ?3, position = ?4, moves_accounts = ?5, accounts_per_week = ?6, training_minutes_per_account = ?7, crew_minutes_per_account = ?8 WHERE id = ?1`);
  const upsertPhase = db.change(`
    INSERT INTO track_phases (track_number, position, kind, working_days) VALUES (?, ?, ?, ?)
    ON CONFLICT (track_number, position) DO UPDATE SET kind = excluded.kind, working_days = excluded.working_days`);
  const removePhasesFrom = db.change('DELETE FROM track_phases WHERE track_number = ? AND position >= ?');
  const upsertCapacity = db.change(`
    INSERT INTO capacities (resource, minutes_per_day) VALUES (?, ?) ON CONFLICT (resource) DO UPDATE SET minutes_per_day = excluded.minutes_per_day`);
  const insertFreeze = db.change('INSERT INTO freezes (id, name, starts_on, finishes_on, track_number) VALUES (?, ?, ?, ?, ?)');
  const removeFreeze = db.change('DELETE FROM freezes WHERE id = ?');

  const split = (track: Track) => {
    const { id, key, name, position, movesAccounts, accountsPerWeek, trainingMinutesPerAccount, crewMinutesPerAccount, phases, ...rest } = track;
    nothingLeft(rest);
    return { values: [id, key, name, position, movesAccounts ? 1 : 0, accountsPerWeek, trainingMinutesPerAccount, crewMinutesPerAccount] as const, phases };
  };
  function storePhases(id: TrackId, phases: Track['phases']): void {
    const track = number(id);
    phases.forEach(({ kind, workingDays, ...rest }, position) => {
      nothingLeft(rest);
      upsertPhase(track, position, kind, workingDays);
    });
    removePhasesFrom(track, phases.length);
  }
  return {
    insertTracks(tracks) {
      for (const track of tracks) {
        const { values, phases } = split(track);
        insert(...values);
        storePhases(track.id, phases);
      }
    },
    updateTrack(track) {
      const { values, phases } = split(track);
      if (update(...values) === 0) throw new AppError('notFound', 'storage.trackUnknown', { params: { id: track.id } });
      storePhases(track.id, phases);
    },
    setCapacity({ resource, minutesPerDay, ...rest }) {
      nothingLeft(rest);
      upsertCapacity(resource, minutesPerDay);
    },
    insertFreeze({ id, name, startsOn, finishesOn, trackId, ...rest }) {
      nothingLeft(rest);
      insertFreeze(id, name, startsOn, finishesOn, trackId === null ? null : number(trackId));
    },
    removeFreeze: (id) => removeFreeze(id),
  };
}
