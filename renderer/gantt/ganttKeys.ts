import type { ChartRow } from './chartRows.ts';

export type KeyPress = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean };

type GanttAction =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'open' | 'close'; readonly key: string }
  | { readonly kind: 'show'; readonly key: string }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'shift'; readonly key: string; readonly days: number };

export const zoomFactor = 1.4;

/**
 * What a key does on a row, as in every treegrid: up and down between rows, right opens a row or goes to the first one
 * under it, left closes it or goes to the one above it. Enter shows the row's details; with Shift, left and right propose
 * a week earlier or later; + and − zoom, 0 shows all.
 *
 * Example: Left on the third row of an open track goes to the track.
 */
export function ganttAction(rows: readonly ChartRow[], focusKey: string | null, press: KeyPress, pageRows: number): GanttAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey || rows.length === 0) return null;
  if (press.key === '+' || press.key === '=') return { kind: 'zoom', factor: zoomFactor };
  if (press.key === '-') return { kind: 'zoom', factor: 1 / zoomFactor };
  if (press.key === '0') return { kind: 'fit' };
  const at = Math.max(
    0,
    rows.findIndex((row) => row.node.key === focusKey),
  );
  const row = rows[at] as ChartRow;
  const { key } = row.node;
  if (press.shiftKey) {
    if (press.key === 'ArrowLeft' || press.key === 'ArrowRight')
      return row.node.taskId === null ? null : { kind: 'shift', key, days: press.key === 'ArrowLeft' ? -7 : 7 };
    return null;
  }
  const to = (index: number): GanttAction => ({ kind: 'focus', key: (rows[Math.min(rows.length - 1, Math.max(0, index))] as ChartRow).node.key });
  switch (press.key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + pageRows);
    case 'PageUp':
      return to(at - pageRows);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.node.children.length === 0) return null;
      return row.isOpen ? to(at + 1) : { kind: 'open', key };
    case 'ArrowLeft':
      if (row.isOpen) return { kind: 'close', key };
      return row.parentKey === null ? null : { kind: 'focus', key: row.parentKey };
    case 'Enter':
    case ' ':
      return { kind: 'show', key };
    default:
      return null;
  }
}
