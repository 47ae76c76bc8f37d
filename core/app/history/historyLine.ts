import type { HistoryEntry } from '../../ports/planStore.ts';

/** Imports alone: other steps are small and are put right by hand, where an import is thousands of rows. */
const takenBackAlone: readonly string[] = ['inventory.importFiles', 'tracking.importProgress'];

/** An entry as pages and command line get it. */
export function historyLine(entry: HistoryEntry) {
  return { ...entry, params: { ...entry.params }, mayRollBack: takenBackAlone.includes(entry.operation) };
}
