import type { Output } from '../../../core/contract/contract.ts';

type List = Output<'history.list'>;
export type Standing = 'current' | 'done' | 'undone' | 'replaced';

/**
 * Whether an entry stands, is the last that stands, can be brought back, or was replaced. What can be redone begins at
 * the oldest entry that redo would take: older undone ones lost their place to a later command.
 */
export function standingOf(entry: List['entries'][number], { undo, redo }: Pick<List, 'undo' | 'redo'>): Standing {
  if (entry.state === 'done') return entry.sequence === undo?.sequence ? 'current' : 'done';
  return redo !== null && entry.sequence >= redo.sequence ? 'undone' : 'replaced';
}
