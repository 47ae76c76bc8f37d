import { create } from 'zustand';

const storageKey = 'singleKeys';

type PaletteState = {
  readonly open: 'find' | 'shortcuts' | null;
  /** What was typed before the search's field was there. */
  readonly typed: string;
  /** Somebody who dictates, or whose hands tremble, can turn shortcuts of one character off (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean;
  show(what: 'find' | 'shortcuts'): void;
  close(): void;
  type(change: (typed: string) => string): void;
  setSingleKeys(isOn: boolean): void;
};

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export const usePalette = create<PaletteState>()((set) => ({
  open: null,
  hasSingleKeys: stored(),
  typed: '',
  show: (open) => set({ open, typed: '' }),
  type: (change) => set(({ typed }) => ({ typed: change(typed) })),
  close: () => set({ open: null }),
  setSingleKeys: (hasSingleKeys) => {
    try {
      localStorage.setItem(storageKey, hasSingleKeys ? 'on' : 'off');
    } catch {
      // Kept for as long as the window is open.
    }
    set({ hasSingleKeys });
  },
}));
