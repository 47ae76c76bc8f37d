import type { ProjectActivity, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';

const shortest = ({ modes }: ProjectActivity) => Math.min(...modes.map(({ duration }) => duration));

/** Length of the longest way with the shortest modes, minimum lags counted and maximum lags left aside: what no capacity shortens. */
export function criticalPath({ activities }: Pick<ResourceProject, 'activities'>): number {
  const start = activities.map(() => 0);
  const waitsFor = activities.map(() => 0);
  const links = activities.map((activity) =>
    activity.successors.flatMap(({ to, lag }) => (lag === 'afterFinish' ? [{ to, lag: shortest(activity) }] : lag >= 0 ? [{ to, lag }] : [])),
  );
  for (const own of links) for (const { to } of own) waitsFor[to] = (waitsFor[to] as number) + 1;
  const next = [...activities.keys()].filter((activity) => waitsFor[activity] === 0);
  for (let from = next.pop(); from !== undefined; from = next.pop()) {
    for (const { to, lag } of links[from] ?? []) {
      start[to] = Math.max(start[to] as number, (start[from] as number) + lag);
      waitsFor[to] = (waitsFor[to] as number) - 1;
      if (waitsFor[to] === 0) next.push(to);
    }
  }
  return Math.max(...activities.map((activity, index) => (start[index] as number) + shortest(activity)));
}

/** The longer of the critical path and, for each resource, all the work divided by its capacity. */
export function trivialBound(project: ResourceProject): number {
  const work = project.renewable.map((capacity, resource) => {
    const units = project.activities.reduce(
      (sum, { modes }) => sum + Math.min(...modes.map(({ duration, demands }) => duration * (demands[resource] ?? 0))),
      0,
    );
    return capacity === 0 ? 0 : Math.ceil(units / capacity);
  });
  return Math.max(criticalPath(project), ...work);
}
