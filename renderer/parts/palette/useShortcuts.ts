import { useEffect } from 'react';
import { useRoute } from '../../core/route.ts';
import { usePalette } from './paletteStore.ts';

/** The keys that work everywhere in the window; undo and redo stand with their buttons. */
export function useShortcuts(hasPlan: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { open, show, close, hasSingleKeys } = usePalette.getState();
      const isControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const key = event.key.toLowerCase();
      const isEditing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (isControl && key === 'k') {
        if (open === 'find') close();
        else show('find');
      } else if (isControl && key === 'p') {
        // Printing is the report's: the browser would print the window.
        if (hasPlan) useRoute.getState().go('report');
      } else if (event.key === 'F1' || (event.key === '?' && hasSingleKeys && !isEditing)) {
        show('shortcuts');
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hasPlan]);
}
