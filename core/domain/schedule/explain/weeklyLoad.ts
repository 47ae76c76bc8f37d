import { addDays, fromDayNumber, isoWeek, toDayNumber, weekday } from '../../calendar.ts';
import type { IsoDate } from '../../calendar.ts';
import type { TrackId } from '../../ids.ts';
import { dayDemand } from '../problem/resourceUse.ts';
import type { SchedulingResource } from '../problem/schedulingProblem.ts';
import type { ShownTimeline } from '../timeline/timeline.ts';
import { isWorkingDay } from '../calendar/workingCalendar.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';

export type WeekLoad = {
  readonly year: number;
  readonly week: number;
  /** The week's Monday. */
  readonly startsOn: IsoDate;
  /** Accounts that move in this week, by track; tracks without any are left out. */
  readonly accounts: ReadonlyMap<TrackId, number>;
  readonly trainersMinutes: number;
  readonly crewMinutes: number;
};

/**
 * What every ISO week of a dated timeline holds: accounts moved per track, minutes of trainers and crew. From the week of
 * the first wave to that of the last, empty weeks included. Accounts are whole: a wave that moves 338 of 1,000 accounts a
 * day has moved 338, 676 and 1,000 after its three days, so every account is counted once.
 *
 * Example: 1,000 accounts at 1,690 a week from Thursday on are 676 in this week and 324 in the next.
 */
export function weeklyLoad(timeline: ShownTimeline, calendar: WorkingCalendar): readonly WeekLoad[] {
  const tracks = new Map(timeline.tracks.map((track) => [track.id, track]));
  const weeks = new Map<number, { accounts: Map<TrackId, number>; trainersMinutes: number; crewMinutes: number }>();
  for (const task of timeline.tasks) {
    const track = tracks.get(task.trackId);
    if (!track || task.kind !== 'wave' || task.startsOn === null || task.finishesOn === null) continue;
    const hours: SchedulingResource = { kind: 'even', capacity: Number.POSITIVE_INFINITY, name: 'crew', trackId: null };
    const days: number[] = [];
    for (let day = toDayNumber(task.startsOn); day <= toDayNumber(task.finishesOn); day += 1) if (isWorkingDay(calendar, day)) days.push(day);
    // Shorter than its track's speed allows, it was moved at the higher speed of its time: as much on each of its days.
    const daily = Math.max(track.accountsPerWeek, Math.ceil((task.accountCount * 5) / Math.max(1, days.length)));
    const lane: SchedulingResource = { kind: 'front', capacity: daily, name: 'lane', trackId: track.id };
    let fifths = 0;
    for (const [offset, day] of days.entries()) {
      const monday = day - weekday(day) + 1;
      let load = weeks.get(monday);
      if (!load) {
        load = { accounts: new Map(), trainersMinutes: 0, crewMinutes: 0 };
        weeks.set(monday, load);
      }
      const movedBefore = Math.floor(fifths / 5);
      fifths += dayDemand(lane, task.accountCount * 5, days.length, offset);
      load.accounts.set(track.id, (load.accounts.get(track.id) ?? 0) + Math.floor(fifths / 5) - movedBefore);
      load.trainersMinutes += dayDemand(hours, track.trainingMinutesPerAccount * task.accountCount, days.length, offset);
      load.crewMinutes += dayDemand(hours, track.crewMinutesPerAccount * task.accountCount, days.length, offset);
    }
  }
  if (weeks.size === 0) return [];
  const mondays = [...weeks.keys()];
  const last = fromDayNumber(mondays.reduce((a, b) => Math.max(a, b)));
  const result: WeekLoad[] = [];
  for (let startsOn = fromDayNumber(mondays.reduce((a, b) => Math.min(a, b))); startsOn <= last; startsOn = addDays(startsOn, 7)) {
    const load = weeks.get(toDayNumber(startsOn)) ?? { accounts: new Map<TrackId, number>(), trainersMinutes: 0, crewMinutes: 0 };
    result.push({ ...isoWeek(startsOn), startsOn, ...load });
  }
  return result;
}
