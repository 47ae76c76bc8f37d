import { create } from 'zustand';
import type { DayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';

/** The bar that is being dragged, and the day on which it would start. Apart from the rest, so that only its row follows the pointer. */
export const useBarDrag = create<{ readonly drag: { readonly taskId: TaskId; readonly day: DayNumber; readonly days: number } | null }>()(() => ({
  drag: null,
}));
