import type { ResourceProject } from '../../core/domain/schedule/solver/project.ts';

/**
 * Shortest makespan of a tiny project with several modes and minimum lags, by trying every order and every mode; null
 * when no choice of modes keeps within the budgets. Slow and plain on purpose: nothing of the search is used.
 */
export function exhaustiveModes(project: ResourceProject): number | null {
  const { activities, renewable, nonRenewable } = project;
  const placed = new Map<number, { readonly start: number; readonly finish: number; readonly demands: readonly number[] }>();
  let best: number | null = null;

  const explore = (makespan: number): void => {
    if (best !== null && makespan >= best) return;
    if (placed.size === activities.length) {
      best = makespan;
      return;
    }
    for (const [index, activity] of activities.entries()) {
      if (placed.has(index)) continue;
      const links = activities.flatMap(({ successors }, from) => successors.filter(({ to }) => to === index).map(({ lag }) => ({ from, lag })));
      if (links.some(({ from }) => !placed.has(from))) continue;
      const earliest = links.reduce((at, { from, lag }) => {
        const other = placed.get(from);
        return Math.max(at, lag === 'afterFinish' ? (other?.finish ?? 0) : (other?.start ?? 0) + lag);
      }, 0);
      for (const { duration, demands } of activity.modes) {
        if (duration > 0 && renewable.some((capacity, resource) => (demands[resource] ?? 0) > capacity)) continue;
        const isTooDear = nonRenewable.some((limit, budget) => {
          const place = renewable.length + budget;
          return [...placed.values()].reduce((sum, other) => sum + (other.demands[place] ?? 0), demands[place] ?? 0) > limit;
        });
        if (isTooDear) continue;
        let start = earliest;
        while (!fits(start, duration, demands)) start += 1;
        placed.set(index, { start, finish: start + duration, demands });
        explore(Math.max(makespan, start + duration));
        placed.delete(index);
      }
    }
  };
  const fits = (start: number, duration: number, demands: readonly number[]): boolean => {
    for (let time = start; time < start + duration; time += 1) {
      for (const [resource, capacity] of renewable.entries()) {
        const busy = [...placed.values()].filter((other) => other.start <= time && time < other.finish);
        if (busy.reduce((sum, other) => sum + (other.demands[resource] ?? 0), demands[resource] ?? 0) > capacity) return false;
      }
    }
    return true;
  };
  explore(0);
  return best;
}
