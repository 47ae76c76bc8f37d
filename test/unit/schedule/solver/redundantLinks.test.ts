import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FixedProject, fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { prepareProject } from '../../../../core/domain/schedule/solver/prepareProject.ts';
import { withoutRedundantLinks } from '../../../../core/domain/schedule/solver/redundantLinks.ts';
import type { ProjectLink } from '../../../../core/domain/schedule/solver/project.ts';
import { allFirst, fixed, listable } from '../../../support/projects/listableProjects.ts';

function linksOf({ count, after, before }: FixedProject) {
  const read = (links: FixedProject['after'], write: (by: number, other: number, lag: number) => string) =>
    Array.from({ length: count }, (_, by) => by)
      .flatMap((by) =>
        Array.from({ length: (links.offset[by + 1] as number) - (links.offset[by] as number) }, (_, index) => {
          const entry = (links.offset[by] as number) + index;
          return write(by, links.other[entry] as number, links.lag[entry] as number);
        }),
      )
      .sort();
  return { after: read(after, (from, to, lag) => `${from} ${to} ${lag}`), before: read(before, (to, from, lag) => `${from} ${to} ${lag}`) };
}

/** The longest ways between all pairs, by Floyd and Warshall. */
function waysOf({ count, after }: FixedProject): readonly number[] {
  const way = new Array<number>(count * count).fill(Number.NEGATIVE_INFINITY);
  for (let from = 0; from < count; from += 1) {
    for (let entry = after.offset[from] as number; entry < (after.offset[from + 1] as number); entry += 1) {
      const pair = from * count + (after.other[entry] as number);
      way[pair] = Math.max(way[pair] as number, after.lag[entry] as number);
    }
  }
  for (let middle = 0; middle < count; middle += 1) {
    for (let pair = 0; pair < way.length; pair += 1) {
      const over = (way[Math.floor(pair / count) * count + middle] as number) + (way[middle * count + (pair % count)] as number);
      way[pair] = Math.max(way[pair] as number, over);
    }
  }
  return way;
}

describe('redundant links', () => {
  it('are left out, and no others', () => {
    expect(linksOf(withoutRedundantLinks(fixed({ durations: [2, 3, 1] }, [0, 1], [1, 2], [0, 2]))).after).toEqual(['0 1 2', '1 2 3']);
    const chain = fixed({ durations: [2, 3, 1] }, [0, 1], [1, 2]);
    expect(withoutRedundantLinks(chain)).toBe(chain);
  });

  it('stay where their lag is longer than the way, and a shorter one between the same two goes', () => {
    const link = (to: number, lag: ProjectLink['lag']): ProjectLink => ({ to, lag });
    const activity = (duration: number, successors: readonly ProjectLink[]) => ({ modes: [{ duration, demands: [] }], successors });
    const project = { activities: [activity(2, [link(1, 'afterFinish'), link(2, 6), link(2, 1)]), activity(3, [link(2, 'afterFinish')]), activity(1, [])], renewable: [], nonRenewable: [] }; // biome-ignore format: one project
    expect(linksOf(withoutRedundantLinks(fixModes(project, [0, 0, 0]))).after).toEqual(['0 1 2', '0 2 6', '1 2 3']);
  });

  it('say nothing about when an activity may start: all ways stay as long as they were', () => {
    fc.assert(
      fc.property(listable, fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 25 }), (project, more) => {
        const last = project.activities.length - 1;
        const activities = project.activities.map((activity, from) => ({
          ...activity,
          successors: [
            ...activity.successors,
            ...more.flatMap(([one, to]): ProjectLink[] => (one === from && from < to && to <= last ? [{ to, lag: 'afterFinish' }] : [])),
          ],
        }));
        const full = fixModes({ ...project, activities }, allFirst(project));
        fc.pre(prepareProject({ ...project, activities }).kind === 'lists');
        const reduced = withoutRedundantLinks(full);
        expect(waysOf(reduced)).toEqual(waysOf(full));
        const { after, before } = linksOf(reduced);
        expect(before).toEqual(after);
        expect(withoutRedundantLinks(reduced)).toBe(reduced);
      }),
      { numRuns: 2000 },
    );
  });
});
