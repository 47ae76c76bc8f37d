import type { Output, Parsed } from '../../contract/contract.ts';
import type { HistoryEntry } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';

export function listHistory(context: AppContext, input: Parsed<'history.list'>): Output<'history.list'> {
  const store = openStore(context);
  const { total, entries, undo, redo } = store.history(input);
  const [first] = total === 0 ? [] : store.history({ offset: total - 1, limit: 1 }).entries;
  return {
    total,
    entries: entries.map(toLine),
    undo: undo && toLine(undo),
    redo: redo && toLine(redo),
    revision: store.read((reader) => reader.revision()),
    beganAt: first?.at ?? null,
  };
}

function toLine(entry: HistoryEntry) {
  return { ...entry, params: { ...entry.params } };
}
