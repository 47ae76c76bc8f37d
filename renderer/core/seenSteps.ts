import { create } from 'zustand';
import { useRoute } from './route.ts';

/** Steps of a first plan that leave no trace in the plan: by plan, what this person has looked at. */
type Seen = {
  readonly byPlan: Readonly<Record<string, readonly string[]>>;
  note(plan: string, step: string): void;
};

const storageKey = 'seenSteps';
const keptPlans = 50;

function stored(): Seen['byPlan'] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Seen['byPlan']) : {};
  } catch {
    return {};
  }
}

export const useSeenSteps = create<Seen>()((set, get) => ({
  byPlan: stored(),
  note: (plan, step) => {
    const { byPlan } = get();
    const steps = byPlan[plan] ?? [];
    if (steps.includes(step)) return;
    const next = Object.fromEntries([...Object.entries(byPlan).filter(([key]) => key !== plan), [plan, [...steps, step]]].slice(-keptPlans));
    set({ byPlan: next });
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // Kept for as long as the window is open.
    }
  },
}));

/** A plan has no id of its own that survives a copy, and need not: the same name and start are the same work. */
export function seenKeyOf(plan: { readonly name: string; readonly startsOn: string }): string {
  return `${plan.startsOn} ${plan.name}`;
}

let watched: string | null = null;

/** From now on looking at the costs counts for this plan, by whatever way somebody got there. */
export function watchSteps(plan: string): void {
  watched = plan;
}
useRoute.subscribe(({ page }) => {
  if (watched !== null && page === 'costs') useSeenSteps.getState().note(watched, 'costs');
});
