import { createRandom } from '../../core/domain/schedule/search/random.ts';
import type { ProjectMode, ResourceProject } from '../../core/domain/schedule/solver/project.ts';

type Design = {
  readonly seed: number;
  /** Without the two dummies. */
  readonly activities: number;
  /** 0: capacities just suffice for the smallest demands; 1: they never bind. */
  readonly resourceStrength: number;
  /** 0: budgets suffice for the thriftiest modes only; 1: for the most wasteful. */
  readonly budgetStrength: number;
  /** Part of the demands that is not 0. */
  readonly resourceFactor?: number;
  readonly modes?: number;
};

/**
 * A project in the manner of the multi-mode sets of PSPLIB (Kolisch, Sprecher, Drexl 1995): three modes, durations and
 * demands from 1 to 10, two renewable and two non-renewable resources, about 1.8 links an activity. Half of the demands
 * fall with the duration, the others stay the same in all modes; none of the modes replaces another one.
 */
export function generateModes({ seed, activities, resourceStrength, budgetStrength, resourceFactor = 0.5, modes = 3 }: Design): ResourceProject {
  const random = createRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const count = activities + 2;
  const successors = Array.from({ length: count }, (): Set<number> => new Set());
  for (let index = 4; index < count - 1; index += 1) successors[whole(Math.max(1, index - Math.max(6, activities / 6)), index - 1)]?.add(index);
  for (let index = 1; index < count - 4; index += 1)
    if (successors[index]?.size === 0) successors[index]?.add(whole(index + 1, Math.min(count - 2, index + Math.max(6, Math.ceil(activities / 6)))));
  for (let tries = 0; tries < 0.6 * activities; tries += 1) {
    const from = whole(1, count - 5);
    const to = whole(Math.max(4, from + 1), Math.min(count - 2, from + Math.max(6, Math.ceil(activities / 6))));
    if ((successors[from]?.size ?? 3) < 3) successors[from]?.add(to);
  }
  for (const first of [1, 2, 3]) successors[0]?.add(first);
  const reached = new Set(successors.flatMap((list) => [...list]));
  for (let index = 1; index < count - 1; index += 1) {
    if (!reached.has(index)) successors[0]?.add(index);
    if (successors[index]?.size === 0) successors[index]?.add(count - 1);
  }

  const resources = 4;
  const drawModes = (): ProjectMode[] => {
    const durations = Array.from({ length: modes }, () => whole(1, 10)).sort((a, b) => a - b);
    const demands = durations.map((): number[] => []);
    for (let resource = 0; resource < resources; resource += 1) {
      const levels = durations.map(() => whole(1, 10)).sort((a, b) => b - a);
      const isFalling = random() < 0.5;
      for (const [place, list] of demands.entries()) list.push(random() < resourceFactor ? ((isFalling ? levels[place] : levels[0]) ?? 0) : 0);
    }
    return durations.map((duration, place) => ({ duration, demands: demands[place] ?? [] }));
  };
  const modesOf = Array.from({ length: count }, (_, index): ProjectMode[] => {
    if (index === 0 || index === count - 1) return [{ duration: 0, demands: [0, 0, 0, 0] }];
    let drawn = drawModes();
    for (let tries = 0; tries < 200 && drawn.some((mode) => drawn.some((other) => other !== mode && isNeedless(mode, other))); tries += 1) drawn = drawModes();
    return drawn;
  });

  const start = new Array<number>(count).fill(0);
  for (let index = 0; index < count; index += 1)
    for (const to of successors[index] ?? []) start[to] = Math.max(start[to] ?? 0, (start[index] ?? 0) + (modesOf[index]?.[0]?.duration ?? 0));
  const capacities = Array.from({ length: resources }, (_, resource) => {
    const least = modesOf.map((list) => Math.min(...list.map(({ demands }) => demands[resource] ?? 0)));
    const most = modesOf.map((list) => Math.max(...list.map(({ demands }) => demands[resource] ?? 0)));
    if (resource >= 2) {
      const floor = least.reduce((sum, value) => sum + value, 0);
      return Math.round(floor + budgetStrength * (most.reduce((sum, value) => sum + value, 0) - floor));
    }
    const load = new Map<number, number>();
    for (const [index, list] of modesOf.entries())
      for (let time = start[index] ?? 0; time < (start[index] ?? 0) + (list[0]?.duration ?? 0); time += 1)
        load.set(time, (load.get(time) ?? 0) + (most[index] ?? 0));
    const floor = Math.max(...least);
    return Math.max(1, Math.round(floor + resourceStrength * (Math.max(floor, ...load.values()) - floor)));
  });
  return {
    activities: modesOf.map((list, index) => ({ modes: list, successors: [...(successors[index] ?? [])].map((to) => ({ to, lag: 'afterFinish' as const })) })),
    renewable: capacities.slice(0, 2),
    nonRenewable: capacities.slice(2),
  };
}

function isNeedless(mode: ProjectMode, other: ProjectMode): boolean {
  return other.duration <= mode.duration && other.demands.every((units, resource) => units <= (mode.demands[resource] ?? 0));
}
