import type { CostLine } from '../../cost/costInput.ts';
import { sumCents } from '../../money.ts';
import type { BaselineCost, BaselineTask } from './baseline.ts';
import type { Timeline } from '../timeline/timeline.ts';

/**
 * What a baseline keeps of a plan: each task with its days and accounts, and what moving costs by year and track, the
 * kinds of cost added up. What belongs to no track has a row for every year, also of 0, so that the years that were
 * counted are known; a track's years without cost are left out. The sum over all rows is the plan's total to the cent. A
 * cost on a track that the plan does not have counts as belonging to none.
 *
 * Example: licence 10.00 and training 5.00 on mail in 2027 are one row: 2027, mail, 15.00.
 */
export function freezeBaseline(
  timeline: Pick<Timeline, 'tracks' | 'tasks'>,
  costs: { readonly years: readonly number[]; readonly lines: readonly Pick<CostLine, 'track' | 'byYear'>[] },
): { readonly tasks: readonly BaselineTask[]; readonly costs: readonly BaselineCost[] } {
  const trackIds = new Map(timeline.tracks.map((track) => [track.key, track.id]));
  const owners = [...timeline.tracks.map((track) => track.id), null];
  return {
    tasks: timeline.tasks.map(({ id, trackId, kind, phase, name, accountCount, startsOn, finishesOn }) => ({
      taskId: id,
      trackId,
      kind,
      phase,
      name,
      accountCount,
      startsOn,
      finishesOn,
    })),
    costs: owners.flatMap((trackId) => {
      const own = costs.lines.filter((line) => ((line.track === null ? null : trackIds.get(line.track)) ?? null) === trackId);
      return costs.years.flatMap((year, index) => {
        const costCents = sumCents(own.flatMap((line) => line.byYear[index] ?? []));
        return costCents === 0 && trackId !== null ? [] : [{ year, trackId, costCents }];
      });
    }),
  };
}
