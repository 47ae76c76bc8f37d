import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';

export type OrderedShape = {
  /** Without the source and the sink. */
  readonly activities: number;
  /** Share of all pairs of activities of which one must wait for the other, directly or not. */
  readonly orderStrength: number;
  /** Activities in the longest chain. */
  readonly levels: number;
  /** Resources that every activity needs, of four. */
  readonly resourceUse: number;
  /** Mean demand of those that need a resource, as a share of its capacity. */
  readonly resourceConstrainedness: number;
  readonly seed: number;
};

const capacity = 10;
const resources = 4;
const longest = 10;

/** Levels are up to so much wider or narrower than they are on average, as a share. */
const widthSpread = 0.6;

/**
 * A project by the measures of RanGen (Demeulemeester, Vanhoucke, Herroelen 2003), by which the set RG300 was made: every
 * activity has a level and follows one of the level before; then pairs of any two levels are ordered at random until the
 * order strength is reached. Four resources of 10 units, each needed by equally many, durations from 1 to 10. The same
 * shape gives the same project.
 */
export function generateOrderedProject(shape: OrderedShape): ResourceProject {
  const random = createRandom(shape.seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const count = shape.activities;
  const level = drawLevels(count, shape.levels, random);
  const reaches = new Uint8Array(count * count);
  const isOnWay = (from: number, to: number) => from === to || reaches[from * count + to] === 1;
  let ordered = 0;
  const order = (from: number, to: number) => {
    for (let first = 0; first <= from; first += 1) {
      if (!isOnWay(first, from)) continue;
      for (let last = to; last < count; last += 1) {
        if (!isOnWay(to, last) || isOnWay(first, last)) continue;
        reaches[first * count + last] = 1;
        ordered += 1;
      }
    }
  };
  const firstOf = (wanted: number) => level.indexOf(wanted);
  for (const [activity, own] of level.entries()) if (own > 0) order(between(firstOf(own - 1), firstOf(own) - 1), activity);
  while (ordered < (shape.orderStrength * count * (count - 1)) / 2) {
    const [from, to] = [Math.floor(random() * count), Math.floor(random() * count)];
    if ((level[from] as number) < (level[to] as number) && !isOnWay(from, to)) order(from, to);
  }
  const mean = shape.resourceConstrainedness * capacity;
  const [least, most] = [Math.max(1, Math.round(2 * mean - capacity)), Math.min(capacity, Math.round(2 * mean - 1))];
  const needed = shareOut(count, shape.resourceUse, random);
  const dummy = { duration: 0, demands: new Array<number>(resources).fill(0) };
  const real = Array.from({ length: count }, (_, from): ProjectActivity => {
    const demands = [...dummy.demands];
    for (const resource of needed[from] ?? []) demands[resource] = between(least, most);
    const followers: ProjectLink[] = [];
    for (let to = from + 1; to < count; to += 1) {
      if (!isOnWay(from, to)) continue;
      let isDirect = true;
      for (let middle = from + 1; middle < to && isDirect; middle += 1) isDirect = !(isOnWay(from, middle) && isOnWay(middle, to));
      if (isDirect) followers.push({ to: to + 1, lag: 'afterFinish' });
    }
    return { modes: [{ duration: between(1, longest), demands }], successors: followers.length > 0 ? followers : [{ to: count + 1, lag: 'afterFinish' }] };
  });
  const first = real.flatMap((_, to): ProjectLink[] => {
    for (let from = 0; from < to; from += 1) if (isOnWay(from, to)) return [];
    return [{ to: to + 1, lag: 'afterFinish' }];
  });
  return {
    activities: [{ modes: [dummy], successors: first }, ...real, { modes: [dummy], successors: [] }],
    renewable: new Array<number>(resources).fill(capacity),
    nonRenewable: [],
  };
}

/** The level of each activity, the first ones first. */
function drawLevels(count: number, levels: number, random: () => number): readonly number[] {
  const widths = Array.from({ length: levels }, () => 1 + widthSpread * (2 * random() - 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let before = 0;
  const ends = widths.map((width) => {
    before += width;
    return Math.round((before / total) * count);
  });
  return Array.from({ length: count }, (_, activity) => ends.findIndex((end) => activity < end));
}

/** Which resources each activity needs: every choice of so many of the four equally often, in a random order. */
function shareOut(count: number, use: number, random: () => number): readonly (readonly number[])[] {
  const choices = Array.from({ length: 2 ** resources }, (_, bits) =>
    Array.from({ length: resources }, (__, resource) => resource).filter((resource) => (bits >> resource) & 1),
  ).filter(({ length }) => length === use);
  const shared = Array.from({ length: count }, (_, activity) => choices[activity % choices.length] ?? []);
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [shared[place], shared[other]] = [shared[other] ?? [], shared[place] ?? []];
  }
  return shared;
}
