import type { Database } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import type { CommandOutcome, CommandRequest, PlanReader, PlanStore } from '../core/ports/planStore.ts';
import { createBulkLog } from './bulkLog.ts';
import { readShapes } from './changeShapes.ts';
import { verifyPlan } from './checks.ts';
import { createCommandLog, type StoredCommand } from './commandLog.ts';
import { createPlanReader } from './repositories/planReader.ts';
import { createPlanWriter } from './repositories/planWriter.ts';
import { createReadDb } from './repositories/readDb.ts';
import { createWriteDb } from './repositories/writeDb.ts';
import { withAppErrors } from './sqliteErrors.ts';
import { builtUpon } from './builtUpon.ts';
import { createReplay } from './undo.ts';

export type PlanStoreParts = {
  readonly database: Database;
  readonly isReadOnly: boolean;
  readonly now: () => string;
  readonly actor: string;
  readonly appVersion: string;
  /** Runs before the first command of the session touches the file. */
  readonly beforeFirstWrite: () => void;
  readonly close: () => void;
};

/** A command that changes more rows than people do by hand. */
const importedRows = 10_000;

type Committed<Result> = {
  readonly revision: number;
  readonly label: StoredCommand['label'];
  readonly changed: number;
  readonly result: Result;
  readonly wasRepeated: boolean;
};

/** A plan file that is open: queries, and commands as one synchronous transaction each. */
export function createPlanStore({ database, isReadOnly, now, actor, appVersion, beforeFirstWrite, close }: PlanStoreParts): PlanStore {
  const commandLog = createCommandLog(database, { now, actor, appVersion });
  const shapes = readShapes(database);
  const bulkLog = createBulkLog(database, shapes);
  const replay = createReplay(database, shapes, bulkLog);
  let isInCommand = false;
  let hasWritten = false;
  const revision = () => commandLog.lastSequence();
  const stored = createPlanReader(createReadDb(database), revision, () => isInCommand);
  // While a command runs its own row is the last one.
  const writer = createPlanWriter(createWriteDb(database, bulkLog, revision), { ...stored, computedOnce: (_, compute) => compute() });

  const kept = new Map<string, unknown>();
  let keptRevision = -1;
  /** A page's queries ask for these again and again, and they change only with the revision; inside a command, with every row. */
  function computedOnce<Value>(name: string, compute: () => Value): Value {
    if (isInCommand) return compute();
    const current = revision();
    if (keptRevision !== current) kept.clear();
    keptRevision = current;
    if (!kept.has(name)) kept.set(name, compute());
    // A name stands for one computation.
    return kept.get(name) as Value;
  }
  const reader: PlanReader = {
    ...stored,
    computedOnce,
    timeline: () => computedOnce('timeline', stored.timeline),
    fingerprint: () => computedOnce('fingerprint', stored.fingerprint),
  };

  /** One transaction with its entry in the log; `work` answers what the command answers. */
  function command<Result>(request: CommandRequest, work: () => CommandOutcome<Result>): Committed<Result> {
    if (isReadOnly) throw new AppError('rule', 'storage.openedReadOnly');
    if (isInCommand) throw new AppError('internal', 'storage.commandInCommand');
    const earlier = commandLog.find(request.commandId);
    if (earlier) return repeated<Result>(earlier, request);
    const current = revision();
    if (request.revision !== undefined && request.revision !== current) {
      throw new AppError('stale', 'storage.planChangedSince', { params: { based: request.revision, current } });
    }
    if (!hasWritten) beforeFirstWrite();
    hasWritten = true;
    isInCommand = true;
    database.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      database.exec('COMMIT');
      // The pages of an import were held for the commit alone; what the next queries need comes back from the file.
      if (answer.changed > importedRows) database.pragma('shrink_memory');
      return { revision: current + 1, label: answer.label, changed: answer.changed, result: answer.result, wasRepeated: false };
    } catch (error) {
      // SQLite rolls back by itself after some errors, a full disk among them.
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      isInCommand = false;
    }
  }

  function undoOrRedo(request: CommandRequest, kind: 'undo' | 'redo') {
    const {
      revision: reached,
      label,
      changed,
      wasRepeated,
    } = command(request, () => {
      const target = kind === 'undo' ? commandLog.toUndo() : commandLog.toRedo();
      if (!target) throw new AppError('rule', kind === 'undo' ? 'storage.nothingToUndo' : 'storage.nothingToRedo');
      const sequence = revision() + 1;
      const answer = { label: target.label, result: null, changed: target.rowCount };
      commandLog.begin(sequence, { ...request, kind, targetSequence: target.sequence });
      database.pragma('defer_foreign_keys = ON');
      replay({ first: target.firstPosition, last: target.lastPosition }, kind === 'undo' ? 'back' : 'forward');
      commandLog.setState(target.sequence, kind === 'undo' ? 'undone' : 'done');
      commandLog.end(sequence, answer);
      return answer;
    });
    return { revision: reached, label, changed, wasRepeated };
  }

  /** Each step is a command of its own in the log, as if it had been asked for by hand; the last one answers for all. */
  function restore(request: CommandRequest, sequence: number) {
    const { result, changed, wasRepeated } = command(request, () => {
      let steps = 0;
      let touched = 0;
      database.pragma('defer_foreign_keys = ON');
      for (;;) {
        const kind = directionTo(sequence);
        const target = kind === 'undo' ? commandLog.toUndo() : kind === 'redo' ? commandLog.toRedo() : null;
        if (kind === null || target === null) break;
        steps += 1;
        touched += target.rowCount;
        const own = revision() + 1;
        commandLog.begin(own, { commandId: `${request.commandId}/${steps}`, operation: request.operation, kind, targetSequence: target.sequence });
        replay({ first: target.firstPosition, last: target.lastPosition }, kind === 'undo' ? 'back' : 'forward');
        commandLog.setState(target.sequence, kind === 'undo' ? 'undone' : 'done');
        commandLog.end(own, { label: target.label, result: null, changed: target.rowCount });
      }
      const own = revision() + 1;
      const answer = { label: { labelKey: 'history.restored', params: { steps } }, result: { steps }, changed: touched };
      commandLog.begin(own, { ...request, kind: 'undo', targetSequence: sequence });
      commandLog.end(own, answer);
      return answer;
    });
    return { revision: revision(), steps: result.steps, changed, wasRepeated };
  }

  /** Takes one command back by a new one, with all that came later in its place; refused where something was built on it. */
  function rollBack(request: CommandRequest, sequence: number) {
    return command(request, () => {
      const target = commandLog.standing(sequence);
      if (!target) throw new AppError('rule', 'storage.stepNotStanding');
      const own = revision() + 1;
      commandLog.begin(own, { ...request, kind: 'do', targetSequence: null });
      database.pragma('defer_foreign_keys = ON');
      const answer = { label: { ...target.label, labelKey: `${target.label.labelKey}RolledBack` }, result: null, changed: target.rowCount };
      const later = builtUpon(database, shapes, sequence);
      if (later.length > 0) throw new AppError('rule', 'storage.builtUpon', { params: { steps: later.length } });
      replay({ first: target.firstPosition, last: target.lastPosition }, 'back');
      if (commandLog.end(own, answer) > 0) commandLog.discardUndone();
      return answer;
    });
  }

  /** Which way the moment lies at which this command was the last that stood; null when that is now. */
  function directionTo(sequence: number): 'undo' | 'redo' | null {
    const state = commandLog.stateOf(sequence);
    if (state === null || state === 'discarded') throw new AppError('rule', 'storage.momentGone');
    if (state === 'undone') return 'redo';
    return (commandLog.toUndo()?.sequence ?? 0) > sequence ? 'undo' : null;
  }

  return {
    isReadOnly,
    read: (work) => withAppErrors(() => work(reader)),
    write: (request, work) =>
      withAppErrors(() =>
        command(request, () => {
          const sequence = revision() + 1;
          commandLog.begin(sequence, { ...request, kind: 'do', targetSequence: null });
          const answer = work(writer);
          if (answer instanceof Promise) throw new AppError('internal', 'storage.commandIsAsynchronous');
          const rows = commandLog.end(sequence, answer);
          // A command that changed nothing takes nothing from what can be redone.
          if (rows > 0) commandLog.discardUndone();
          return answer;
        }),
      ),
    undo: (request) => withAppErrors(() => undoOrRedo(request, 'undo')),
    redo: (request) => withAppErrors(() => undoOrRedo(request, 'redo')),
    restore: (request, sequence) => withAppErrors(() => restore(request, sequence)),
    rollBack: (request, sequence) => withAppErrors(() => rollBack(request, sequence)),
    historyEntry: (sequence) => withAppErrors(() => commandLog.entry(sequence)),
    builtUpon: (sequence) => withAppErrors(() => builtUpon(database, shapes, sequence).flatMap((later) => commandLog.entry(later) ?? [])),
    history: (page) => withAppErrors(() => commandLog.history(page)),
    verify: () => withAppErrors(() => verifyPlan(database)),
    close,
  };
}

function repeated<Result>(earlier: StoredCommand, request: CommandRequest): Committed<Result> {
  if (earlier.operation !== request.operation) throw new AppError('conflict', 'storage.commandIdTaken', { params: { operation: earlier.operation } });
  return { revision: earlier.sequence, label: earlier.label, changed: earlier.changed, result: earlier.result as Result, wasRepeated: true };
}
