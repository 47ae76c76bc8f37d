import type { IsoDate } from '../../calendar.ts';
import type { BaselineId, TaskId, TrackId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import type { Task } from '../timeline/timeline.ts';

/** A task as it was approved. */
export type BaselineTask = { readonly taskId: TaskId } & Pick<Task, 'trackId' | 'kind' | 'phase' | 'name' | 'accountCount' | 'startsOn' | 'finishesOn'>;

/** What moving costs in one calendar year on one track; null is what belongs to none. */
export type BaselineCost = { readonly year: number; readonly trackId: TrackId | null; readonly costCents: Cents };

export type BaselineHead = {
  readonly id: BaselineId;
  readonly name: string;
  readonly approvedOn: IsoDate;
  /** Who approved it, in the plan's own words; empty where nobody was named. */
  readonly approvedBy: string;
  /** The plan's fingerprint when it was approved, as the paper shows it; empty where another program made the approved plan. */
  readonly fingerprint: string;
};

/** An approved plan: its tasks with their days and accounts, and its costs, as they were on the day of approval. */
export type Baseline = BaselineHead & {
  /** In the order of the timeline. */
  readonly tasks: readonly BaselineTask[];
  /** Empty where another program made the approved plan: it knows neither costs nor accounts. */
  readonly costs: readonly BaselineCost[];
};
