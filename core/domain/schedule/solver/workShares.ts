import type { FixedProject } from './fixedProject.ts';

/**
 * How much of its project each activity is: duration times the sum of the shares of capacity that it takes.
 *
 * Example: 4 units of time with half of one resource and a quarter of another are 3.
 */
export function workShares(project: FixedProject): Float64Array {
  const work = new Float64Array(project.count);
  for (let activity = 0; activity < project.count; activity += 1) {
    let shares = 0;
    for (let resource = 0; resource < project.resources; resource += 1) {
      const capacity = project.capacity[resource] as number;
      if (capacity > 0) shares += (project.demand[activity * project.resources + resource] as number) / capacity;
    }
    work[activity] = (project.duration[activity] as number) * shares;
  }
  return work;
}
