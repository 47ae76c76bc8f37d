import type { Database } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import type { PlanStore } from '../core/ports/planStore.ts';

type Finding = ReturnType<PlanStore['verify']>[number];

/** The check at every opening: whole pages, whole rows, references that lead somewhere. */
export function checkAtOpening(database: Database, file: string): void {
  // The tables' CHECKs take four fifths of the time and find no damage of pages; `verifyPlan` does not leave them out.
  database.pragma('ignore_check_constraints = ON');
  const damage = database.pragma('quick_check(1)', { simple: true }) as string;
  database.pragma('ignore_check_constraints = OFF');
  if (damage !== 'ok') throw new AppError('storage', 'storage.fileIsDamaged', { params: { file } });
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new AppError('storage', 'storage.referencesAreBroken', { params: { file, rows: broken.length } });
}

/** Sums of our own that no constraint holds; each counts the rows that break it. */
export const ownSums: readonly { readonly messageKey: string; readonly sql: string }[] = [
  {
    messageKey: 'storage.statePlaceDiffers',
    sql: `SELECT count(*) FROM account_states AS stored JOIN accounts AS account ON account.number = stored.account_number
      WHERE (stored.unit_number, stored.unit_rank, stored.account_kind) IS NOT (account.unit_number, account.unit_rank, account.kind)`,
  },
  {
    messageKey: 'storage.rankNotGiven',
    sql: 'SELECT count(*) FROM accounts AS account JOIN units AS unit ON unit.number = account.unit_number WHERE account.unit_rank >= unit.next_rank',
  },
  { messageKey: 'storage.rankGivenTwice', sql: 'SELECT count(*) FROM (SELECT 1 FROM accounts GROUP BY unit_number, unit_rank HAVING count(*) > 1)' },
  {
    messageKey: 'storage.wavesOverlap',
    sql: `SELECT count(*) FROM (
        SELECT part.first_rank, max(coalesce(part.last_rank, 2147483647)) OVER (
          PARTITION BY wave.track_number, part.unit_number ORDER BY part.first_rank ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reached
        FROM wave_parts AS part JOIN waves AS wave ON wave.id = part.wave_id
      ) WHERE first_rank <= reached`,
  },
  {
    messageKey: 'storage.waveOfOtherTrack',
    sql: 'SELECT count(*) FROM tasks AS task JOIN waves AS wave ON wave.id = task.wave_id WHERE wave.track_number <> task.track_number',
  },
  { messageKey: 'storage.historyHasGaps', sql: 'SELECT coalesce(max(sequence), 0) - count(*) FROM commands' },
  {
    messageKey: 'storage.changesAreMissing',
    sql: `SELECT (SELECT coalesce(sum(row_count), 0) FROM commands WHERE kind = 'do') - (SELECT coalesce(sum(coalesce(bulk_row_count, 1)), 0) FROM changes)`,
  },
  { messageKey: 'storage.commandLeftOpen', sql: 'SELECT count(*) FROM log_state WHERE command_sequence IS NOT NULL' },
];

/** SQLite's full checks and our own sums. An empty list is a whole file. */
export function verifyPlan(database: Database): readonly Finding[] {
  const damage = (database.pragma('integrity_check(100)') as { readonly integrity_check: string }[]).filter((row) => row.integrity_check !== 'ok');
  const findings: Finding[] = damage.map((row) => ({ messageKey: 'storage.integrityCheckSays', params: { finding: row.integrity_check } }));
  const broken = database.pragma('foreign_key_check') as { readonly table: string; readonly parent: string }[];
  for (const table of new Set(broken.map((row) => row.table))) {
    findings.push({ messageKey: 'storage.tableReferencesAreBroken', params: { table, rows: broken.filter((row) => row.table === table).length } });
  }
  for (const { messageKey, sql } of ownSums) {
    const rows = database.prepare(sql).pluck().get() as number;
    if (rows !== 0) findings.push({ messageKey, params: { rows: Math.abs(rows) } });
  }
  return findings;
}
