import type { IsoDate } from '../../calendar.ts';
import type { TrackKey } from '../../catalogue/catalogue.ts';
import type { FreezeId, TaskId, TrackId, UnitId, WaveId } from '../../ids.ts';
import type { PhaseKind } from './planTemplate.ts';

/** A track of one plan: the template's, then as its owner changed it. */
export type Track = {
  readonly id: TrackId;
  readonly key: TrackKey;
  readonly name: string;
  readonly position: number;
  readonly movesAccounts: boolean;
  readonly accountsPerWeek: number;
  readonly trainingMinutesPerAccount: number;
  readonly crewMinutesPerAccount: number;
  /** Working days of each phase that is not made of waves; a phase not named is left out. */
  readonly phases: readonly { readonly kind: PhaseKind; readonly workingDays: number }[];
};

/** Accounts `firstRank` to `lastRank` of one unit; `lastRank` null goes on to the unit's end, later arrivals included. */
export type WavePart = { readonly unitId: UnitId; readonly firstRank: number; readonly lastRank: number | null; readonly accountCount: number };

/** A group of accounts that moves at once on one track. */
export type Wave = {
  readonly id: WaveId;
  readonly trackId: TrackId;
  /** From 1 within the track, in the order of moving. */
  readonly number: number;
  readonly isPilot: boolean;
  readonly accountCount: number;
  readonly parts: readonly WavePart[];
};

/** A bar or a milestone of the timeline. Days are inclusive: a task of one day starts and finishes on it. */
export type Task = {
  readonly id: TaskId;
  readonly trackId: TrackId;
  readonly kind: 'phase' | 'wave' | 'gate';
  readonly phase: PhaseKind;
  readonly waveId: WaveId | null;
  readonly name: string;
  /** 0 for a gate. */
  readonly workingDays: number;
  readonly accountCount: number;
  readonly startsOn: IsoDate | null;
  readonly finishesOn: IsoDate | null;
  /** The day before which the owner does not want it to start; the schedule honours it. */
  readonly notBefore: IsoDate | null;
};

export type TaskLink = { readonly from: TaskId; readonly to: TaskId; readonly lagWorkingDays: number; readonly reasonKey: string };

/** Days on which nothing may be cut over: elections, budget closing, school start. Null means every track. */
export type Freeze = {
  readonly id: FreezeId;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly finishesOn: IsoDate;
  readonly trackId: TrackId | null;
};

/** People's hours that all tracks share on one working day. */
export type Capacity = { readonly resource: 'trainers' | 'crew'; readonly minutesPerDay: number };

/** What can be seen of a timeline: all but the links, of which two thousand waves have forty thousand. */
export type ShownTimeline = Omit<Timeline, 'links'>;

export type Timeline = {
  readonly tracks: readonly Track[];
  readonly waves: readonly Wave[];
  readonly tasks: readonly Task[];
  readonly links: readonly TaskLink[];
  readonly freezes: readonly Freeze[];
  readonly capacities: readonly Capacity[];
};
