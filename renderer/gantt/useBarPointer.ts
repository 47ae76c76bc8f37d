import { type PointerEvent as ReactPointerEvent, useCallback, useRef } from 'react';
import type { DayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';
import { useBarDrag } from './dragStore.ts';

/** Less than this is a click with an unsteady hand. */
const leastMove = 4;

/**
 * Clicks on bars and drags of bars, for a whole chart at once. Bars carry `data-task`, and those that can be dragged
 * `data-first` and `data-last`. Escape lets go.
 */
export function useBarPointer(input: {
  readonly pxPerDay: number;
  readonly onClick: (taskId: TaskId) => void;
  readonly onDrop: (taskId: TaskId, day: DayNumber) => void;
}): (event: ReactPointerEvent) => void {
  const latest = useRef(input);
  latest.current = input;
  return useCallback((event: ReactPointerEvent) => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task]') : null;
    if (!bar || event.button !== 0) return;
    const taskId = bar.dataset.task as TaskId;
    const first = bar.dataset.first === undefined ? null : Number(bar.dataset.first);
    const days = first === null ? 1 : Number(bar.dataset.last) - first + 1;
    const { clientX } = event;
    let day: DayNumber | null = null;
    const stop = () => {
      useBarDrag.setState({ drag: null });
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
    };
    const onMove = (move: PointerEvent) => {
      if (first === null || (day === null && Math.abs(move.clientX - clientX) < leastMove)) return;
      const next = first + Math.round((move.clientX - clientX) / latest.current.pxPerDay);
      if (next === day) return;
      day = next;
      useBarDrag.setState({ drag: { taskId, day, days } });
    };
    const onUp = () => {
      stop();
      if (day === null) latest.current.onClick(taskId);
      else if (day !== first) latest.current.onDrop(taskId, day);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      stop();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
  }, []);
}
