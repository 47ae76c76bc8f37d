import { AppError } from '../../core/contract/errors.ts';
import type { IsoDate } from '../../core/domain/calendar.ts';
import type { WaveId } from '../../core/domain/ids.ts';
import type { Task, TaskLink, Wave, WavePart } from '../../core/domain/schedule/timeline/timeline.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb, Value } from './readDb.ts';
import { trackReads } from './tracks.ts';
import { rowDifference } from './rowDifference.ts';
import type { BulkRow, WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'timeline' | 'statusOn'>;
type Write = Pick<PlanWriter, 'replaceSchedule' | 'setTaskNotBefore' | 'setStatusOn'>;
type WaveRow = Omit<Wave, 'isPilot' | 'parts'> & { readonly isPilot: number };

export function scheduleReads(db: ReadDb): Read {
  const tracks = trackReads(db);
  const selectWaves = db.rows<WaveRow>(`
    SELECT wave.id, track.id AS trackId, wave.number, wave.is_pilot AS isPilot, wave.account_count AS accountCount
    FROM waves AS wave JOIN tracks AS track ON track.number = wave.track_number ORDER BY track.position, track.number, wave.number`);
  const selectParts = db.rows<WavePart & { readonly waveId: WaveId }>(`
    SELECT part.wave_id AS waveId, unit.id AS unitId, part.first_rank AS firstRank, part.last_rank AS lastRank, part.account_count AS accountCount
    FROM wave_parts AS part JOIN units AS unit ON unit.number = part.unit_number ORDER BY part.wave_id, part.position`);
  const selectTasks = db.rows<Task>(`
    SELECT task.id, track.id AS trackId, task.kind, task.phase, task.wave_id AS waveId, task.name, task.working_days AS workingDays, task.account_count AS accountCount,
      task.starts_on AS startsOn, task.finishes_on AS finishesOn, task.not_before AS notBefore
    FROM tasks AS task JOIN tracks AS track ON track.number = task.track_number ORDER BY task.position, task.id`);
  const selectLinks = db.rows<TaskLink>(`
    SELECT from_task_id AS "from", to_task_id AS "to", lag_working_days AS lagWorkingDays, reason_key AS reasonKey
    FROM task_links ORDER BY from_task_id, to_task_id, reason_key`);
  const selectStatus = db.values<IsoDate>('SELECT status_on FROM status');

  function waves(): readonly Wave[] {
    const parts = new Map<WaveId, WavePart[]>();
    for (const { waveId, ...part } of selectParts.all()) {
      const list = parts.get(waveId);
      if (list) list.push(part);
      else parts.set(waveId, [part]);
    }
    return selectWaves.all().map((row) => ({ ...row, isPilot: row.isPilot === 1, parts: parts.get(row.id) ?? [] }));
  }
  return {
    timeline: () => ({
      tracks: tracks.tracks(),
      waves: waves(),
      tasks: selectTasks.all(),
      links: selectLinks.all(),
      freezes: tracks.freezes(),
      capacities: tracks.capacities(),
    }),
    statusOn: () => selectStatus.get() ?? null,
  };
}

/** Tables of the schedule, parents before children, with SQL that reads each row as [key, values]. */
const scheduleTables = [
  { table: 'waves', stored: 'SELECT json_array(json_array(id), json_array(track_number, number, is_pilot, account_count)) FROM waves' },
  {
    table: 'wave_parts',
    stored: 'SELECT json_array(json_array(wave_id, position), json_array(unit_number, first_rank, last_rank, account_count)) FROM wave_parts',
  },
  {
    table: 'tasks',
    stored: `SELECT json_array(json_array(id), json_array(position, track_number, kind, phase, wave_id, name, working_days, account_count, starts_on, finishes_on, not_before))
      FROM tasks`,
  },
  { table: 'task_links', stored: 'SELECT json_array(json_array(from_task_id, to_task_id, reason_key), json_array(lag_working_days)) FROM task_links' },
] as const;

export function scheduleWrites(db: WriteDb): Write {
  const tables = scheduleTables.map(({ table, stored }) => ({ table, stored: db.values<string>(stored) }));
  const setNotBefore = db.change('UPDATE tasks SET not_before = ?2 WHERE id = ?1 AND not_before IS NOT ?2');
  const upsertStatus = db.change(
    'INSERT INTO status (number, status_on) VALUES (1, ?) ON CONFLICT (number) DO UPDATE SET status_on = excluded.status_on WHERE status_on IS NOT excluded.status_on',
  );
  const deleteStatus = db.change('DELETE FROM status');
  const taskExists = db.values<number>('SELECT 1 FROM tasks WHERE id = ?');
  return {
    replaceSchedule({ waves, tasks, links }) {
      const trackNumber = keptNumbersById(db, 'tracks');
      const unitNumber = keptNumbersById(db, 'units');
      const wanted = {
        waves: waves.map((wave) => waveRow(wave, trackNumber)),
        wave_parts: waves.flatMap((wave) => wave.parts.map((part, position) => partRow(wave.id, part, position, unitNumber))),
        tasks: tasks.map((task, position) => taskRow(task, position, trackNumber)),
        task_links: links.map(linkRow),
      };
      const rows = tables.map(({ table, stored }) => ({
        table,
        standing: stored.all().map((row) => JSON.parse(row) as BulkRow),
        wanted: wanted[table],
      }));
      const isKept = rows.every(({ table, standing }) => table !== 'waves' || numbersStay(standing, wanted.waves));
      const differences = rows.map(({ table, standing, wanted: next }) => ({
        table,
        ...(isKept ? rowDifference(standing, next) : { gone: standing, changed: [], added: next }),
      }));
      const [removeWaves, ...removeChildren] = differences.map(
        ({ table, gone }) =>
          () =>
            db.bulkDelete(table, gone),
      );
      for (const remove of removeChildren.toReversed()) remove();
      if (!isKept) removeWaves?.();
      for (const { table, changed, added } of differences) {
        db.bulkInsert(table, added);
        db.bulkUpdate(table, changed);
      }
      // Not before tasks that stay have let go of them.
      if (isKept) removeWaves?.();
      return differences.reduce((sum, { gone, changed, added }) => sum + gone.length + changed.length + added.length, 0);
    },
    setTaskNotBefore(id, notBefore) {
      if (taskExists.get(id) === undefined) throw new AppError('notFound', 'storage.taskUnknown', { params: { id } });
      return setNotBefore(id, notBefore);
    },
    setStatusOn: (statusOn) => (statusOn === null ? deleteStatus() : upsertStatus(statusOn)),
  };
}

/** No wave takes the number of another one, so that one row after the other can be written: the numbers of a track are unique. */
function numbersStay(standing: readonly BulkRow[], wanted: readonly BulkRow[]): boolean {
  const numberOf = ([, [track, number]]: BulkRow) => `${track} ${number}`;
  const holder = new Map(standing.map((wave) => [numberOf(wave), wave[0][0]]));
  return wanted.every((wave) => (holder.get(numberOf(wave)) ?? wave[0][0]) === wave[0][0]);
}

function waveRow({ id, trackId, number, isPilot, accountCount, parts: _parts, ...rest }: Wave, trackNumber: (id: string) => number): BulkRow {
  nothingLeft(rest);
  return [[id], [trackNumber(trackId), number, isPilot ? 1 : 0, accountCount]];
}

function partRow(
  waveId: WaveId,
  { unitId, firstRank, lastRank, accountCount, ...rest }: WavePart,
  position: number,
  unitNumber: (id: string) => number,
): BulkRow {
  nothingLeft(rest);
  return [
    [waveId, position],
    [unitNumber(unitId), firstRank, lastRank, accountCount],
  ];
}

function taskRow(task: Task, position: number, trackNumber: (id: string) => number): BulkRow {
  const { id, trackId, kind, phase, waveId, name, workingDays, accountCount, startsOn, finishesOn, notBefore, ...rest } = task;
  nothingLeft(rest);
  const values: Value[] = [position, trackNumber(trackId), kind, phase, waveId, name, workingDays, accountCount, startsOn, finishesOn, notBefore];
  return [[id], values];
}

function linkRow({ from, to, lagWorkingDays, reasonKey, ...rest }: TaskLink): BulkRow {
  nothingLeft(rest);
  return [[from, to, reasonKey], [lagWorkingDays]];
}
