import { create } from 'zustand';

/** How far somebody had seen a plan's history when they had it open last on this computer. */
export type Visit = { readonly sequence: number; readonly at: string };
/** The visit before this one, and how far the history went when this one began; null where this is the first. */
export type SinceVisit = { readonly plan: string; readonly last: Visit | null; readonly openedAt: number };

type Visits = {
  readonly since: SinceVisit | null;
  /** The plan is open and its history goes this far: begins a visit, or goes on with it. */
  note(plan: string, sequence: number, now: Date): void;
  /** No plan is open any more. */
  end(): void;
};

const storageKey = 'lastVisits';
const keptPlans = 50;

function stored(): Readonly<Record<string, Visit>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, Visit>) : {};
  } catch {
    return {};
  }
}

/** Visits by plan; they belong to the person, not to the plan, and so are kept where the settings of the window are. */
export const useLastVisit = create<Visits>()((set, get) => ({
  since: null,
  note: (plan, sequence, now) => {
    const visits = stored();
    const known = visits[plan];
    if (get().since?.plan !== plan) set({ since: { plan, last: known ?? null, openedAt: sequence } });
    const others = Object.entries(visits).filter(([key]) => key !== plan);
    try {
      localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries([...others, [plan, { sequence, at: now.toISOString() }]].slice(-keptPlans))));
    } catch {
      // A browser that keeps nothing shows the latest changes instead.
    }
  },
  end: () => set({ since: null }),
}));
