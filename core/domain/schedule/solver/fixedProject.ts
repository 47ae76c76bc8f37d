import type { ProjectActivity, ProjectMode, ResourceProject } from './project.ts';

/**
 * A project with one mode chosen for every activity, as numbers: what every search below works on. Activities and
 * resources are numbered as in the project; only renewable resources are left.
 */
export type FixedProject = {
  readonly count: number;
  readonly duration: Int32Array;
  readonly resources: number;
  readonly capacity: Int32Array;
  /** Units by activity and resource: `demand[activity * resources + resource]`; 0 for an activity without duration. */
  readonly demand: Int32Array;
  /** Minimum lags (0 or more, from start to start) by the activity they lead to; `other` is where they come from. */
  readonly before: ProjectLinks;
  /** The same lags by the activity they come from; `other` is where they lead to. */
  readonly after: ProjectLinks;
  /** Maximum lags, by the activity they come from: `start(other) >= start(activity) + lag` with a negative lag. */
  readonly maximum: ProjectLinks;
};

/** Entries `offset[activity]` to `offset[activity + 1] - 1` belong to an activity. */
export type ProjectLinks = { readonly offset: Int32Array; readonly other: Int32Array; readonly lag: Int32Array };

/**
 * Writes a project down for the modes chosen (places in `modes`, one for each activity).
 *
 * Example: an activity of 3 units that another one follows has one entry in `after` with lag 3.
 */
export function fixModes(project: ResourceProject, mode: ArrayLike<number>): FixedProject {
  const { activities, renewable } = project;
  const modes = activities.map((activity, index) => activity.modes[mode[index] as number] as ProjectMode);
  const demand = new Int32Array(activities.length * renewable.length);
  for (const [index, { duration, demands }] of modes.entries()) {
    if (duration > 0) for (let resource = 0; resource < renewable.length; resource += 1) demand[index * renewable.length + resource] = demands[resource] ?? 0;
  }
  const links = activities.flatMap((activity: ProjectActivity, from) =>
    activity.successors.map(({ to, lag }) => ({ from, to, lag: lag === 'afterFinish' ? (modes[from] as ProjectMode).duration : lag })),
  );
  const minimum = links.filter(({ lag }) => lag >= 0);
  return {
    count: activities.length,
    duration: Int32Array.from(modes, ({ duration }) => duration),
    resources: renewable.length,
    capacity: Int32Array.from(renewable),
    demand,
    before: groupLags(activities.length, minimum, 'to', 'from'),
    after: groupLags(activities.length, minimum, 'from', 'to'),
    maximum: groupLags(
      activities.length,
      links.filter(({ lag }) => lag < 0),
      'from',
      'to',
    ),
  };
}

/** A lag from the start of one activity to the start of another one. */
export type ProjectLag = { readonly from: number; readonly to: number; readonly lag: number };

/**
 * Puts the lags of each activity, on one of their two sides (`by`), behind each other, in the order given.
 *
 * Example: of 3 activities 2 starts at least 5 after 0, and 3 after 1:
 *
 *   by       offset       other   lag
 *   'to'     0 0 0 2      0 1     5 3
 *   'from'   0 1 2 2      2 2     5 3
 */
export function groupLags(count: number, links: readonly ProjectLag[], by: 'from' | 'to', other: 'from' | 'to'): ProjectLinks {
  const offset = new Int32Array(count + 1);
  for (const link of links) offset[link[by] + 1] = (offset[link[by] + 1] as number) + 1;
  for (let activity = 0; activity < count; activity += 1) offset[activity + 1] = (offset[activity + 1] as number) + (offset[activity] as number);
  const sorted = [...links].sort((a, b) => a[by] - b[by]);
  return { offset, other: Int32Array.from(sorted, (link) => link[other]), lag: Int32Array.from(sorted, (link) => link.lag) };
}
