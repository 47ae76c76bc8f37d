/**
 * A resource-constrained project without a calendar, as the literature writes it: time is counted in whole units
 * from 0, activities are not interrupted. The first activity is the source, the last one the sink; both may be dummies.
 */
export type ResourceProject = {
  readonly activities: readonly ProjectActivity[];
  /** Units of each renewable resource that are there in every unit of time. */
  readonly renewable: readonly number[];
  /** Units of each non-renewable resource that are there for the whole project. */
  readonly nonRenewable: readonly number[];
};

export type ProjectActivity = {
  /** Exactly one is chosen; at least one is there. */
  readonly modes: readonly ProjectMode[];
  readonly successors: readonly ProjectLink[];
};

export type ProjectMode = {
  readonly duration: number;
  /** The renewable resources first, then the non-renewable ones; as long as both lists together. */
  readonly demands: readonly number[];
};

export type ProjectLink = {
  /** Place in `activities`. */
  readonly to: number;
  /**
   * From start to start: `start(to) >= start(this) + lag`. A negative lag is a maximum lag seen from the other end:
   * `start(this) <= start(to) - lag`. `afterFinish` stands for the duration of the mode chosen for this activity.
   */
  readonly lag: number | 'afterFinish';
};
