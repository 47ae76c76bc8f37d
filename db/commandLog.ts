import type { Database } from 'better-sqlite3';
import type { CommandLabel, HistoryEntry, Page } from '../core/ports/planStore.ts';

export type CommandKind = 'do' | 'undo' | 'redo';

export type StoredCommand = {
  readonly sequence: number;
  readonly operation: string;
  readonly kind: CommandKind;
  readonly label: CommandLabel;
  readonly result: unknown;
  readonly changed: number;
  readonly rowCount: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
};

type CommandRow = Omit<StoredCommand, 'label' | 'result'> & { readonly labelKey: string; readonly params: string; readonly result: string };
type HistoryRow = Omit<HistoryEntry, 'params'> & { readonly params: string };

export type NewCommand = { readonly commandId: string; readonly operation: string; readonly kind: CommandKind; readonly targetSequence: number | null };
export type Answer = { readonly label: CommandLabel; readonly result: unknown; readonly changed: number };

export type CommandLog = {
  /** Sequence of the last command; commands are never removed, so this is also their number. */
  lastSequence(): number;
  find(commandId: string): StoredCommand | null;
  /** Null where the command does not stand: it was undone, replaced, or changed nothing. */
  standing(sequence: number): StoredCommand | null;
  entry(sequence: number): HistoryEntry | null;
  toUndo(): StoredCommand | null;
  toRedo(): StoredCommand | null;
  /** Opens the command: from here on the triggers let writes pass. `undo` and `redo` are not logged row by row. */
  begin(sequence: number, command: NewCommand): void;
  /** Stores the answer and closes the command; answers how many rows it changed. */
  end(sequence: number, answer: Answer): number;
  setState(sequence: number, state: 'done' | 'undone'): void;
  /** Null for what is no command of the user's: undo and redo have no state that anybody could go back to. */
  stateOf(sequence: number): 'done' | 'undone' | 'discarded' | null;
  /** A new command takes the place of those that were undone. */
  discardUndone(): void;
  history(page: Page): {
    readonly total: number;
    readonly entries: readonly HistoryEntry[];
    readonly undo: HistoryEntry | null;
    readonly redo: HistoryEntry | null;
  };
};

const commandColumns =
  'sequence, operation, kind, label_key AS labelKey, params, result, changed, row_count AS rowCount, first_position AS firstPosition, last_position AS lastPosition';
const historyColumns = "sequence, at, actor, operation, label_key AS labelKey, params, row_count AS rows, iif(state = 'done', 'done', 'undone') AS state";
const undoable = "kind = 'do' AND state = 'done' AND row_count > 0";
const redoable = "kind = 'do' AND state = 'undone'";

/** The list of commands: what was done, by whom, and what can be undone and redone. */
export function createCommandLog(database: Database, context: { readonly now: () => string; readonly actor: string; readonly appVersion: string }): CommandLog {
  const selectLast = database.prepare('SELECT coalesce(max(sequence), 0) FROM commands').pluck();
  const selectById = database.prepare(`SELECT ${commandColumns} FROM commands WHERE command_id = ?`);
  const selectUndo = database.prepare(`SELECT ${commandColumns} FROM commands WHERE ${undoable} ORDER BY sequence DESC LIMIT 1`);
  const selectStanding = database.prepare(`SELECT ${commandColumns} FROM commands WHERE ${undoable} AND sequence = ?`);
  const selectRedo = database.prepare(`SELECT ${commandColumns} FROM commands WHERE ${redoable} ORDER BY sequence LIMIT 1`);
  const selectPage = database.prepare(`SELECT ${historyColumns} FROM commands WHERE kind = 'do' ORDER BY sequence DESC LIMIT ? OFFSET ?`);
  const selectTotal = database.prepare("SELECT count(*) FROM commands WHERE kind = 'do'").pluck();
  const selectEntry = database.prepare(`SELECT ${historyColumns} FROM commands WHERE sequence = ?`);
  const lastPosition = database.prepare('SELECT coalesce(max(position), 0) FROM changes').pluck();
  const countRows = database.prepare('SELECT coalesce(sum(coalesce(bulk_row_count, 1)), 0) FROM changes WHERE position >= ?').pluck();
  const openState = database.prepare('UPDATE log_state SET command_sequence = ?, logs_rows = ?');
  const update = database.prepare(
    'UPDATE commands SET label_key = ?, params = ?, result = ?, changed = ?, row_count = ?, last_position = ? WHERE sequence = ?',
  );
  const selectState = database.prepare("SELECT state FROM commands WHERE sequence = ? AND kind = 'do'").pluck();
  const updateState = database.prepare('UPDATE commands SET state = ? WHERE sequence = ?');
  const discard = database.prepare(`UPDATE commands SET state = 'discarded' WHERE ${redoable}`);
  const selectFirst = database.prepare('SELECT first_position FROM commands WHERE sequence = ?').pluck();
  const insert = database.prepare(`
    INSERT INTO commands (sequence, command_id, operation, kind, target_sequence, state, at, actor, app_version, label_key, params, result, changed, row_count, first_position, last_position)
    VALUES (?, ?, ?, ?, ?, 'done', ?, ?, ?, '', '{}', 'null', 0, 0, ?, ?)`);

  const command = (row: unknown): StoredCommand | null => {
    if (row === undefined) return null;
    const { labelKey, params, result, ...rest } = row as CommandRow;
    return { ...rest, label: { labelKey, params: JSON.parse(params) as CommandLabel['params'] }, result: JSON.parse(result) as unknown };
  };
  const entry = (row: unknown): HistoryEntry => ({ ...(row as HistoryRow), params: JSON.parse((row as HistoryRow).params) as HistoryEntry['params'] });
  const toUndo = () => command(selectUndo.get());
  const toRedo = () => command(selectRedo.get());
  const entryOf = (found: StoredCommand | null) => found && entry(selectEntry.get(found.sequence));

  return {
    lastSequence: () => selectLast.get() as number,
    find: (commandId) => command(selectById.get(commandId)),
    standing: (sequence) => command(selectStanding.get(sequence)),
    entry: (sequence) => {
      const row = selectEntry.get(sequence);
      return row === undefined ? null : entry(row);
    },
    toUndo,
    toRedo,
    begin(sequence, { commandId, operation, kind, targetSequence }) {
      const last = lastPosition.get() as number;
      insert.run(sequence, commandId, operation, kind, targetSequence, context.now(), context.actor, context.appVersion, last + 1, last);
      openState.run(sequence, kind === 'do' ? 1 : 0);
    },
    end(sequence, { label, result, changed }) {
      const rows = countRows.get(selectFirst.get(sequence)) as number;
      update.run(label.labelKey, JSON.stringify(label.params), JSON.stringify(result ?? null), changed, rows, lastPosition.get(), sequence);
      openState.run(null, null);
      return rows;
    },
    stateOf: (sequence) => (selectState.get(sequence) as 'done' | 'undone' | 'discarded' | undefined) ?? null,
    setState: (sequence, state) => void updateState.run(state, sequence),
    discardUndone: () => void discard.run(),
    history: ({ offset, limit }) => ({
      total: selectTotal.get() as number,
      entries: selectPage.all(limit, offset).map(entry),
      undo: entryOf(toUndo()),
      redo: entryOf(toRedo()),
    }),
  };
}
