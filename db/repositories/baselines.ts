import type { BaselineCost, BaselineHead, BaselineTask } from '../../core/domain/schedule/baseline/baseline.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb } from './readDb.ts';
import type { BulkRow, WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'baselines' | 'baseline'>;
type Write = Pick<PlanWriter, 'insertBaseline' | 'removeBaseline'>;

const heads = 'SELECT id, name, approved_on AS approvedOn, approved_by AS approvedBy, fingerprint FROM baselines';

export function baselineReads(db: ReadDb): Read {
  const selectAll = db.rows<BaselineHead>(`${heads} ORDER BY approved_on, name, id`);
  const selectOne = db.rows<BaselineHead>(`${heads} WHERE id = ?`);
  const selectTasks = db.rows<BaselineTask>(`
    SELECT task.task_id AS taskId, track.id AS trackId, task.kind, task.phase, task.name, task.account_count AS accountCount,
      task.starts_on AS startsOn, task.finishes_on AS finishesOn
    FROM baseline_tasks AS task JOIN tracks AS track ON track.number = task.track_number WHERE task.baseline_id = ? ORDER BY task.position, task.task_id`);
  const selectCosts = db.rows<BaselineCost>(`
    SELECT cost.year, track.id AS trackId, cost.cost_cents AS costCents
    FROM baseline_costs AS cost LEFT JOIN tracks AS track ON track.number = cost.track_number WHERE cost.baseline_id = ? ORDER BY cost.position`);
  return {
    baselines: () => selectAll.all(),
    baseline(id) {
      const head = selectOne.get(id);
      return head ? { ...head, tasks: selectTasks.all(id), costs: selectCosts.all(id) } : null;
    },
  };
}

export function baselineWrites(db: WriteDb): Write {
  const insert = db.change('INSERT INTO baselines (id, name, approved_on, approved_by, fingerprint) VALUES (?, ?, ?, ?, ?)');
  const remove = db.change('DELETE FROM baselines WHERE id = ?');
  const parts = [
    {
      table: 'baseline_costs',
      select: db.values<string>(
        'SELECT json_array(json_array(baseline_id, position), json_array(year, track_number, cost_cents)) FROM baseline_costs WHERE baseline_id = ?',
      ),
    },
    {
      table: 'baseline_tasks',
      select: db.values<string>(
        `SELECT json_array(json_array(baseline_id, task_id), json_array(position, track_number, kind, phase, name, account_count, starts_on, finishes_on))
        FROM baseline_tasks WHERE baseline_id = ?`,
      ),
    },
  ] as const;
  return {
    insertBaseline({ id, name, approvedOn, approvedBy, fingerprint, tasks, costs, ...rest }) {
      nothingLeft(rest);
      insert(id, name, approvedOn, approvedBy, fingerprint);
      const trackNumber = keptNumbersById(db, 'tracks');
      db.bulkInsert(
        'baseline_tasks',
        tasks.map((task, position) => taskRow(id, task, position, trackNumber)),
      );
      db.bulkInsert(
        'baseline_costs',
        costs.map((cost, position) => costRow(id, cost, position, trackNumber)),
      );
    },
    removeBaseline(id) {
      for (const { table, select } of parts)
        db.bulkDelete(
          table,
          select.all(id).map((row) => JSON.parse(row) as BulkRow),
        );
      return remove(id);
    },
  };
}

function taskRow(baselineId: string, task: BaselineTask, position: number, trackNumber: (id: string) => number): BulkRow {
  const { taskId, trackId, kind, phase, name, accountCount, startsOn, finishesOn, ...rest } = task;
  nothingLeft(rest);
  return [
    [baselineId, taskId],
    [position, trackNumber(trackId), kind, phase, name, accountCount, startsOn, finishesOn],
  ];
}

function costRow(baselineId: string, { year, trackId, costCents, ...rest }: BaselineCost, position: number, trackNumber: (id: string) => number): BulkRow {
  nothingLeft(rest);
  return [
    [baselineId, position],
    [year, trackId === null ? null : trackNumber(trackId), costCents],
  ];
}
