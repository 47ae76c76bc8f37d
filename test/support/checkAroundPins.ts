import type { Timeline } from '../../core/domain/schedule/timeline/timeline.ts';
import { checkSchedule } from './checkSchedule.ts';

/**
 * What a schedule breaks (`checkSchedule`) that its pinned tasks do not break already where they stand alone. Links that
 * lead to a pinned task do not count; nor do weeks, which days imply everywhere but around pinned tasks that crowd a lane.
 */
export function checkAroundPins(timeline: Timeline, isPinned: (index: number) => boolean, projectStart: string): readonly string[] {
  const pinned = new Set(timeline.tasks.filter((_, index) => isPinned(index)).map(({ id }) => id));
  const links = timeline.links.filter(({ to }) => !pinned.has(to));
  const alone = timeline.tasks.map((task) => (pinned.has(task.id) ? task : { ...task, startsOn: null, finishesOn: null }));
  const broken = new Set(checkSchedule({ ...timeline, links, tasks: alone }, projectStart, new Set()));
  return checkSchedule({ ...timeline, links }, projectStart, new Set()).filter((text) => !broken.has(text) && !text.startsWith('week '));
}
