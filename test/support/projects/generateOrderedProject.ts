import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';

export type OrderedShape = {
  /** Without the source and the sink. */
  readonly activities: number;
  /** Share of all pairs of activities of which one must wait for the other, directly or not. */
  readonly orderStrength: number;
  /** Resources that every activity needs, of four. */
  readonly resourceUse: number;
  /** Mean demand of those that need a resource, as a share of its capacity. */
  readonly resourceConstrainedness: number;
  readonly seed: number;
};

const capacity = 10;
const resources = 4;
const longest = 10;

/**
 * A project by the measures of RanGen (Demeulemeester, Vanhoucke, Herroelen 2003), by which the set RG300 was made: pairs
 * are ordered at random until the order strength is reached. Four resources of 10 units, durations from 1 to 10. The same
 * shape gives the same project.
 */
export function generateOrderedProject(shape: OrderedShape): ResourceProject {
  const random = createRandom(shape.seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const count = shape.activities;
  const reaches = new Uint8Array(count * count);
  const isOnWay = (from: number, to: number) => from === to || reaches[from * count + to] === 1;
  let ordered = 0;
  while (ordered < (shape.orderStrength * count * (count - 1)) / 2) {
    const from = Math.floor(random() * count);
    const to = Math.floor(random() * count);
    if (from >= to || isOnWay(from, to)) continue;
    for (let first = 0; first <= from; first += 1) {
      if (!isOnWay(first, from)) continue;
      for (let last = to; last < count; last += 1) {
        if (!isOnWay(to, last) || isOnWay(first, last)) continue;
        reaches[first * count + last] = 1;
        ordered += 1;
      }
    }
  }
  const mean = shape.resourceConstrainedness * capacity;
  const [least, most] = [Math.max(1, Math.round(2 * mean - capacity)), Math.min(capacity, Math.round(2 * mean - 1))];
  const dummy = { duration: 0, demands: new Array<number>(resources).fill(0) };
  const real = Array.from({ length: count }, (_, from): ProjectActivity => {
    const demands = [...dummy.demands];
    for (let used = 0; used < shape.resourceUse; ) {
      const resource = Math.floor(random() * resources);
      if (demands[resource] !== 0) continue;
      demands[resource] = between(least, most);
      used += 1;
    }
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
