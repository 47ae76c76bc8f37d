import { useEffect } from 'react';
import { usePalette } from './paletteStore.ts';

/** Keeps what is typed between calling the search and its field being there: people type on without looking. */
export function useEarlyTyping(isWaiting: boolean): void {
  const type = usePalette((state) => state.type);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) type((typed) => typed + event.key);
      else if (event.key === 'Backspace') type((typed) => typed.slice(0, -1));
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isWaiting, type]);
}
