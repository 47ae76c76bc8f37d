import { create } from 'zustand';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { BaselineId, ContractId, TaskId, TrackId, UnitId } from '../../../core/domain/ids.ts';
import { clampZoom } from '../../gantt/ganttScale.ts';
import type { LoadMeasure } from '../../gantt/loadShapes.ts';

type TimelinePanel =
  | { readonly kind: 'task'; readonly taskId: TaskId }
  | { readonly kind: 'track'; readonly trackId: TrackId }
  | { readonly kind: 'unit'; readonly unitId: UnitId }
  | { readonly kind: 'contracts'; readonly contractIds: readonly ContractId[] }
  | { readonly kind: 'capacity' }
  | { readonly kind: 'baseline' }
  | { readonly kind: 'problems' };

/** A task that somebody would like elsewhere; nothing of it is in the plan. */
export type MoveDraft = { readonly taskId: TaskId; readonly notBefore: IsoDate | null };

type TimelineView = {
  readonly rowsBy: 'tracks' | 'units';
  readonly open: ReadonlySet<string>;
  readonly zoom: number | 'fit';
  /** Pixels a day that `zoom` comes to, also while it is `fit`. */
  readonly pxPerDay: number;
  readonly focusKey: string | null;
  readonly panel: TimelinePanel | null;
  /** The task whose rows must still be opened. */
  readonly wanted: TaskId | null;
  readonly draft: MoveDraft | null;
  readonly measure: LoadMeasure;
  /** The approved plan under the bars. */
  readonly baseline: BaselineId | 'latest' | 'none';
  showBy(rowsBy: 'tracks' | 'units'): void;
  setOpen(keys: readonly string[], isOpen: boolean): void;
  setZoom(zoom: number | 'fit'): void;
  /** So many times as near as now, or all days in view. */
  zoomBy(factor: number | 'fit'): void;
  zoomsTo(pxPerDay: number): void;
  focusRow(key: string): void;
  /** Shows it in the panel; a task that is not in view is looked for in the chart and its rows are opened. */
  show(panel: TimelinePanel | null, isInView?: boolean): void;
  found(): void;
  /** Shows the task with its new place; null takes the proposal back. */
  propose(draft: MoveDraft | null): void;
  setMeasure(measure: LoadMeasure): void;
  showBaseline(baseline: BaselineId | 'latest' | 'none'): void;
};

/** How the timeline is looked at; nothing here is part of the plan. */
export const useTimelineView = create<TimelineView>()((set) => ({
  rowsBy: 'tracks',
  open: new Set(),
  zoom: 'fit',
  pxPerDay: 1,
  focusKey: null,
  panel: null,
  wanted: null,
  draft: null,
  measure: 'accounts',
  baseline: 'latest',
  showBy: (rowsBy) => set({ rowsBy, focusKey: null }),
  setOpen: (keys, isOpen) =>
    set(({ open }) => {
      const next = new Set(open);
      for (const key of keys) {
        if (isOpen) next.add(key);
        else next.delete(key);
      }
      return { open: next };
    }),
  setZoom: (zoom) => set({ zoom }),
  zoomBy: (factor) => set(({ pxPerDay }) => ({ zoom: factor === 'fit' ? factor : clampZoom(pxPerDay * factor) })),
  zoomsTo: (pxPerDay) => set({ pxPerDay }),
  focusRow: (focusKey) => set({ focusKey }),
  found: () => set({ wanted: null }),
  show: (panel, isInView = false) =>
    set(({ draft }) => ({
      panel,
      wanted: panel?.kind === 'task' && !isInView ? panel.taskId : null,
      draft: panel?.kind === 'task' && draft?.taskId === panel.taskId ? draft : null,
    })),
  propose: (draft) => set(draft === null ? { draft } : { draft, panel: { kind: 'task', taskId: draft.taskId } }),
  setMeasure: (measure) => set({ measure }),
  showBaseline: (baseline) => set({ baseline }),
}));
