import type { Timeline } from '../../core/domain/schedule/timeline/timeline.ts';

/**
 * Checks the dates of a timeline against the rules, independently of the scheduler: dates are walked day by day with
 * `Date` in UTC, nothing of `core/domain/schedule` or `core/domain/calendar` is called. Returns one sentence per violation.
 *
 * Rules: work only from Monday to Friday outside holidays; a task has exactly its working days; nothing before the
 * project's start or its own date; a successor starts at least lag working days after its predecessor's end; no wave
 * touches or stretches over a freeze of its track, no gate stands in one, no cut-over ends in one; per day trainers,
 * crew and lane suffice; per ISO week no track moves more accounts than it may.
 */
export function checkSchedule(timeline: Timeline, projectStart: string, holidays: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const isWorking = (date: string) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !holidays.has(date);
  };
  const following = (date: string) => {
    const next = new Date(`${date}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return next.toISOString().slice(0, 10);
  };
  const mondayOf = (date: string) => {
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  };
  const workingDays = (from: string, to: string) => {
    const days: string[] = [];
    for (let date = from; date <= to; date = following(date)) if (isWorking(date)) days.push(date);
    return days;
  };
  /** The `count`-th working day after a date, the date itself not counted. */
  const workingDayAfter = (date: string, count: number) => {
    let day = date;
    for (let left = count; left > 0; ) {
      day = following(day);
      if (isWorking(day)) left -= 1;
    }
    return day;
  };

  const trackById = new Map(timeline.tracks.map((track) => [track.id, track]));
  const taskById = new Map(timeline.tasks.map((task) => [task.id, task]));
  const minutes = new Map<string, number>();
  const laneFifths = new Map<string, number>();
  const weekAccounts = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, amount: number) => map.set(key, (map.get(key) ?? 0) + amount);

  for (const task of timeline.tasks) {
    if (task.startsOn === null || task.finishesOn === null) continue;
    const track = trackById.get(task.trackId);
    const days = workingDays(task.startsOn, task.finishesOn);
    if (!isWorking(task.startsOn) || !isWorking(task.finishesOn)) found.push(`${task.name} starts or finishes on a day off`);
    if (task.startsOn < projectStart) found.push(`${task.name} starts before the project`);
    if (task.notBefore !== null && task.startsOn < task.notBefore) found.push(`${task.name} starts before its own date`);
    if (days.length !== Math.max(1, task.workingDays)) found.push(`${task.name} has ${days.length} working days instead of ${task.workingDays}`);
    if (task.workingDays === 0 && task.startsOn !== task.finishesOn) found.push(`${task.name} is a gate of more than a day`);
    for (const freeze of timeline.freezes) {
      if (freeze.trackId !== null && freeze.trackId !== task.trackId) continue;
      const touches = task.startsOn <= freeze.finishesOn && task.finishesOn >= freeze.startsOn;
      const endsIn = task.finishesOn >= freeze.startsOn && task.finishesOn <= freeze.finishesOn;
      if (task.kind === 'wave' && touches) found.push(`${task.name} touches ${freeze.name}`);
      if (task.kind === 'gate' && touches) found.push(`${task.name} stands in ${freeze.name}`);
      const isCutOver = task.kind === 'phase' && (task.phase === 'switchOff' || (task.phase === 'rollOut' && track?.movesAccounts === false));
      if (isCutOver && endsIn) found.push(`${task.name} cuts over in ${freeze.name}`);
    }
    if (task.kind !== 'wave' || !track || days.length === 0) continue;
    for (const [resource, perAccount] of [
      ['trainers', track.trainingMinutesPerAccount],
      ['crew', track.crewMinutesPerAccount],
    ] as const) {
      const total = perAccount * task.accountCount;
      let given = 0;
      for (const [index, day] of days.entries()) {
        const until = Math.floor((total * (index + 1)) / days.length);
        add(minutes, `${resource} ${day}`, until - given);
        given = until;
      }
    }
    let left = task.accountCount * 5;
    let moved = 0;
    for (const [index, day] of days.entries()) {
      const today = index === days.length - 1 ? left : Math.min(left, track.accountsPerWeek);
      left -= today;
      add(laneFifths, `${track.id} ${day}`, today);
      const movedNow = Math.floor((task.accountCount * 5 - left) / 5);
      add(weekAccounts, `${track.id} ${mondayOf(day)}`, movedNow - moved);
      moved = movedNow;
    }
    if (moved !== task.accountCount) found.push(`${task.name} moves ${moved} of ${task.accountCount} accounts`);
  }

  for (const link of timeline.links) {
    const from = taskById.get(link.from);
    const to = taskById.get(link.to);
    if (!from?.finishesOn || !to?.startsOn) continue;
    // What follows a gate may start on the gate's own day; what follows work starts on the working day after it.
    const steps = link.lagWorkingDays + (from.workingDays === 0 ? 0 : 1);
    if (steps < 0) continue;
    const earliest = workingDayAfter(from.finishesOn, steps);
    if (to.startsOn < earliest) found.push(`${to.name} starts on ${to.startsOn}, before ${earliest}, too early after ${from.name}`);
  }
  for (const capacity of timeline.capacities) {
    for (const [key, used] of minutes) {
      if (key.startsWith(`${capacity.resource} `) && used > capacity.minutesPerDay) found.push(`${key}: ${used} of ${capacity.minutesPerDay} minutes`);
    }
  }
  for (const track of timeline.tracks) {
    for (const [key, used] of laneFifths)
      if (key.startsWith(`${track.id} `) && used > track.accountsPerWeek) found.push(`lane ${key}: ${used / 5} accounts on a day`);
    for (const [key, used] of weekAccounts) if (key.startsWith(`${track.id} `) && used > track.accountsPerWeek) found.push(`week ${key}: ${used} accounts`);
  }
  return found;
}
