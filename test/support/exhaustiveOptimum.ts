import type { FixedProject } from '../../core/domain/schedule/solver/fixedProject.ts';

/**
 * The least makespan of a tiny project by trying every start of every activity, time unit by time unit; null where no
 * schedule finishes by `horizon`.
 */
export function exhaustiveOptimum(project: FixedProject, horizon: number): number | null {
  const { count, duration, resources, demand, capacity, after, maximum } = project;
  const start = new Array<number>(count).fill(0);
  const used = Array.from({ length: resources }, () => new Array<number>(horizon).fill(0));
  let best: number | null = null;
  /** Lags to or from an activity and one before it, which has its start by then. */
  const lagsOf: (readonly [number, number, number])[][] = Array.from({ length: count }, () => []);
  for (const links of [after, maximum])
    for (let from = 0; from < count; from += 1)
      for (let place = links.offset[from] as number; place < (links.offset[from + 1] as number); place += 1)
        lagsOf[Math.max(from, links.other[place] as number)]?.push([from, links.other[place] as number, links.lag[place] as number]);

  const keepsLags = (activity: number) => (lagsOf[activity] ?? []).every(([from, to, lag]) => (start[to] as number) >= (start[from] as number) + lag);
  const eachCell = (activity: number, visit: (profile: number[], time: number, units: number, most: number) => void) => {
    for (const [resource, profile] of used.entries())
      for (let time = start[activity] as number; time < (start[activity] as number) + (duration[activity] as number); time += 1)
        visit(profile, time, demand[activity * resources + resource] as number, capacity[resource] as number);
  };
  const add = (activity: number, sign: number) =>
    eachCell(activity, (profile, time, units) => {
      profile[time] = (profile[time] as number) + sign * units;
    });
  const fits = (activity: number) => {
    let doesFit = true;
    eachCell(activity, (profile, time, _, most) => {
      if ((profile[time] as number) > most) doesFit = false;
    });
    return doesFit;
  };
  const put = (activity: number, finish: number) => {
    if (activity === count) {
      best = finish;
      return;
    }
    for (let at = 0; at + (duration[activity] as number) <= horizon; at += 1) {
      const end = Math.max(finish, at + (duration[activity] as number));
      if (best !== null && end >= best) return;
      start[activity] = at;
      if (!keepsLags(activity)) continue;
      add(activity, 1);
      if (fits(activity)) put(activity + 1, end);
      add(activity, -1);
    }
  };
  put(0, 0);
  return best;
}
