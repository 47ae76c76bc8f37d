import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';
import { historyLine } from './historyLine.ts';

export function listHistory(context: AppContext, input: Parsed<'history.list'>): Output<'history.list'> {
  const store = openStore(context);
  const { total, entries, undo, redo } = store.history(input);
  const [first] = total === 0 ? [] : store.history({ offset: total - 1, limit: 1 }).entries;
  return {
    total,
    entries: entries.map(historyLine),
    undo: undo && historyLine(undo),
    redo: redo && historyLine(redo),
    revision: store.read((reader) => reader.revision()),
    beganAt: first?.at ?? null,
  };
}
