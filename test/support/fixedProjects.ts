import { fixModes } from '../../core/domain/schedule/solver/fixedProject.ts';
import type { FixedProject } from '../../core/domain/schedule/solver/fixedProject.ts';
import type { ProjectLink } from '../../core/domain/schedule/solver/project.ts';

/** A small project drawn from a stream of numbers: minimum lags forwards, some maximum lags back, one to three resources. */
export function drawProject(random: () => number, most: number, withMaximumLags: boolean): FixedProject {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const count = whole(2, most);
  const renewable = Array.from({ length: whole(1, 3) }, () => whole(1, 4));
  const durations = Array.from({ length: count }, () => (random() < 0.1 ? 0 : whole(1, 4)));
  const activities = durations.map((duration, activity) => {
    const successors: ProjectLink[] = [];
    for (let other = 0; other < count; other += 1) {
      if (other > activity && random() < 0.25) successors.push({ to: other, lag: random() < 0.6 ? 'afterFinish' : whole(0, 4) });
      else if (withMaximumLags && other < activity && random() < 0.2) successors.push({ to: other, lag: -whole(0, 6) - 1 });
    }
    return { modes: [{ duration, demands: renewable.map((capacity) => (random() < 0.3 ? 0 : whole(0, capacity))) }], successors };
  });
  return fixModes(
    { activities, renewable, nonRenewable: [] },
    activities.map(() => 0),
  );
}

/** First rule that a schedule breaks, time unit by time unit; null for one that keeps them all. */
export function brokenRule(project: FixedProject, start: ArrayLike<number>): string | null {
  const { count, duration, resources, demand, capacity, after, maximum } = project;
  const startOf = (activity: number) => start[activity] ?? Number.NaN;
  let last = 0;
  for (let activity = 0; activity < count; activity += 1) {
    if (!Number.isInteger(startOf(activity)) || startOf(activity) < 0) return `start of ${activity}`;
    last = Math.max(last, startOf(activity) + (duration[activity] as number));
    for (const links of [after, maximum]) {
      for (let place = links.offset[activity] as number; place < (links.offset[activity + 1] as number); place += 1) {
        const other = links.other[place] as number;
        if (startOf(other) < startOf(activity) + (links.lag[place] as number)) return `lag from ${activity} to ${other}`;
      }
    }
  }
  for (let resource = 0; resource < resources; resource += 1) {
    for (let time = 0; time < last; time += 1) {
      let units = 0;
      for (let activity = 0; activity < count; activity += 1)
        if (startOf(activity) <= time && time < startOf(activity) + (duration[activity] as number)) units += demand[activity * resources + resource] as number;
      if (units > (capacity[resource] as number)) return `resource ${resource} at ${time}`;
    }
  }
  return null;
}
