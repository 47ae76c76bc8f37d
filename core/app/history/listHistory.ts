import type { Output, Parsed } from '../../contract/contract.ts';
import type { HistoryEntry } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';

export function listHistory(context: AppContext, input: Parsed<'history.list'>): Output<'history.list'> {
  const { total, entries, undo, redo } = openStore(context).history(input);
  return { total, entries: entries.map(toLine), undo: undo && toLine(undo), redo: redo && toLine(redo) };
}

function toLine(entry: HistoryEntry) {
  return { ...entry, params: { ...entry.params } };
}
