import { create } from 'zustand';

export type Drawing = 'byYear' | 'addedUp';
type CostsView = {
  readonly drawing: Drawing;
  /** Calendar years counted; null leaves it to the plan's finish. */
  readonly years: number | null;
  readonly isExact: boolean;
  /** Kinds whose tracks are shown. */
  readonly openKinds: readonly string[];
  readonly showsUnused: boolean;
  setDrawing(drawing: Drawing): void;
  setYears(years: number | null): void;
  toggleExact(): void;
  toggleKind(kind: string): void;
  toggleUnused(): void;
};

export const useCostsView = create<CostsView>()((set) => ({
  drawing: 'byYear',
  years: null,
  isExact: false,
  openKinds: [],
  showsUnused: false,
  setDrawing: (drawing) => set({ drawing }),
  setYears: (years) => set({ years }),
  toggleExact: () => set(({ isExact }) => ({ isExact: !isExact })),
  toggleKind: (kind) => set(({ openKinds }) => ({ openKinds: openKinds.includes(kind) ? openKinds.filter((open) => open !== kind) : [...openKinds, kind] })),
  toggleUnused: () => set(({ showsUnused }) => ({ showsUnused: !showsUnused })),
}));
