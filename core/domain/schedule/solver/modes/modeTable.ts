import { greatestCommonDivisor } from '../commonUnit.ts';
import type { ProjectActivity, ProjectMode, ResourceProject } from '../project.ts';
import type { ReducedModes } from './reduceModes.ts';

/** Cells of the time axis that a profile may have; a longer project is planned in coarser units of time. */
const longestHorizon = 1 << 20;

const largestQuantity = 2 ** 30 - 1;

/** Stands in `ModeLinks.lag` for the duration of the mode chosen for the activity that the link comes from. */
export const afterFinish = -1;

/**
 * A project with several modes as numbers: what the search, the bounds and the proof below work on. Modes are numbered
 * through all activities; `firstMode[activity]` to `firstMode[activity + 1] - 1` belong to an activity, the shortest first.
 */
export type ModeTable = {
  readonly count: number;
  /** Units of time of the project in one unit here. Durations and lags are rounded up, so a schedule stays one. */
  readonly unit: number;
  /** Nothing was rounded. */
  readonly isExact: boolean;
  /** Predecessors first. */
  readonly order: Int32Array;
  readonly firstMode: Int32Array;
  /** Place of a mode in its activity of the project. */
  readonly place: Int32Array;
  readonly duration: Int32Array;
  readonly resources: number;
  readonly capacity: Int32Array;
  /** By mode and renewable resource; 0 for a mode without duration. */
  readonly demand: Int32Array;
  /**
   * The same demands, several resources side by side in one word, each with a guard bit above it. `free - need` keeps all
   * guard bits exactly when every resource has enough: one subtraction instead of one comparison a resource.
   */
  readonly words: number;
  readonly need: Int32Array;
  readonly full: Int32Array;
  readonly guard: Int32Array;
  readonly budgets: number;
  /** Budgets less what the thriftiest modes of all activities need anyway. */
  readonly budget: Float64Array;
  /** By mode and budget: what it needs more than the thriftiest mode of its activity. */
  readonly cost: Float64Array;
  /** Not null: the last budget is a relaxation with this bound, see `withRelaxation`. */
  readonly relaxedBound: number | null;
  readonly before: ModeLinks;
  readonly after: ModeLinks;
  /** No list of activities needs more time than this, in either direction. */
  readonly horizon: number;
};

/** Entries `offset[activity]` to `offset[activity + 1] - 1` belong to an activity. A lag of 0 or more is from start to start. */
export type ModeLinks = { readonly offset: Int32Array; readonly other: Int32Array; readonly lag: Int32Array };

/**
 * Writes down what `reduceModes` left of a project; maximum lags are left out. Quantities stay below 2^30.
 *
 * Example: durations of 5 and 10 days without lags become 1 and 2 units of 5 days.
 */
export function buildModeTable(project: ResourceProject, reduced: ReducedModes, order: readonly number[]): ModeTable {
  const { activities } = project;
  const renewable = project.renewable.map((capacity) => Math.min(capacity, largestQuantity));
  const modes = reduced.kept.flatMap((places, activity) =>
    places
      .map((place) => ({ place, activity, mode: (activities[activity] as ProjectActivity).modes[place] as ProjectMode }))
      .sort((a, b) => a.mode.duration - b.mode.duration || a.place - b.place),
  );
  const firstMode = new Int32Array(activities.length + 1);
  for (const { activity } of modes) firstMode[activity + 1] = (firstMode[activity + 1] as number) + 1;
  for (let activity = 0; activity < activities.length; activity += 1)
    firstMode[activity + 1] = (firstMode[activity + 1] as number) + (firstMode[activity] as number);

  const links = activities.flatMap(({ successors }, from) =>
    successors.flatMap(({ to, lag }) => (lag === 'afterFinish' ? [{ from, to, lag: afterFinish }] : lag >= 0 ? [{ from, to, lag }] : [])),
  );
  const longest = activities.map((_, activity) => modes[(firstMode[activity + 1] as number) - 1]?.mode.duration ?? 0);
  const longestLag = activities.map(() => 0);
  for (const { from, to, lag } of links) for (const end of [from, to]) longestLag[end] = Math.max(longestLag[end] as number, lag);
  const length = longest.reduce((sum, value, activity) => sum + value + (longestLag[activity] as number), 0);
  const divisor = [...modes.map(({ mode }) => mode.duration), ...links.map(({ lag }) => Math.max(0, lag))].reduce(greatestCommonDivisor, 0) || 1;
  const unit = Math.ceil(length / divisor / longestHorizon) <= 1 ? divisor : Math.ceil(length / longestHorizon);
  const scaled = links.map((link) => ({ ...link, lag: link.lag === afterFinish ? afterFinish : Math.ceil(link.lag / unit) }));

  const demand = new Int32Array(modes.length * renewable.length);
  for (const [index, { mode }] of modes.entries())
    if (mode.duration > 0) for (const resource of renewable.keys()) demand[index * renewable.length + resource] = mode.demands[resource] ?? 0;
  const budgetDemand = (mode: ProjectMode, budget: number) => mode.demands[renewable.length + budget] ?? 0;
  const least = reduced.budgets.map((budget) =>
    activities.map((_, activity) =>
      modes
        .slice(firstMode[activity], firstMode[activity + 1])
        .reduce((value, { mode }) => Math.min(value, budgetDemand(mode, budget)), Number.POSITIVE_INFINITY),
    ),
  );
  return {
    count: activities.length,
    unit,
    isExact: unit === divisor,
    order: Int32Array.from(order),
    firstMode,
    place: Int32Array.from(modes, ({ place }) => place),
    duration: Int32Array.from(modes, ({ mode }) => Math.ceil(mode.duration / unit)),
    resources: renewable.length,
    capacity: Int32Array.from(renewable),
    demand,
    ...packDemands(renewable, demand, modes.length),
    budgets: reduced.budgets.length,
    budget: Float64Array.from(
      reduced.budgets,
      (budget, index) => (project.nonRenewable[budget] as number) - (least[index] as number[]).reduce((sum, value) => sum + value, 0),
    ),
    cost: Float64Array.from(
      modes.flatMap(({ mode, activity }) =>
        reduced.budgets.map((budget, index) => budgetDemand(mode, budget) - ((least[index] as number[])[activity] as number)),
      ),
    ),
    relaxedBound: null,
    before: groupLinks(activities.length, scaled, 'to', 'from'),
    after: groupLinks(activities.length, scaled, 'from', 'to'),
    horizon: longest.reduce((sum, value, activity) => sum + Math.ceil(value / unit) + Math.ceil((longestLag[activity] as number) / unit), 1),
  };
}

/** Side by side while 31 bits last; the order of the resources stays. */
function packDemands(renewable: readonly number[], demand: Int32Array, modes: number): Pick<ModeTable, 'words' | 'need' | 'full' | 'guard'> {
  const places: { readonly word: number; readonly shift: number; readonly bits: number }[] = [];
  let word = 0;
  let shift = 0;
  for (const capacity of renewable) {
    const bits = Math.max(1, 32 - Math.clz32(capacity));
    if (shift + bits + 1 > 31) {
      word += 1;
      shift = 0;
    }
    places.push({ word, shift, bits });
    shift += bits + 1;
  }
  const words = word + 1;
  const need = new Int32Array(modes * words);
  const full = new Int32Array(words);
  const guard = new Int32Array(words);
  for (const [resource, place] of places.entries()) {
    const guardBit = 1 << (place.shift + place.bits);
    guard[place.word] = (guard[place.word] as number) | guardBit;
    full[place.word] = (full[place.word] as number) | guardBit | ((renewable[resource] as number) << place.shift);
    for (let mode = 0; mode < modes; mode += 1) {
      const at = mode * words + place.word;
      need[at] = (need[at] as number) | ((demand[mode * renewable.length + resource] as number) << place.shift);
    }
  }
  return { words, need, full, guard };
}

type Link = { readonly from: number; readonly to: number; readonly lag: number };

function groupLinks(count: number, links: readonly Link[], by: 'from' | 'to', other: 'from' | 'to'): ModeLinks {
  const offset = new Int32Array(count + 1);
  for (const link of links) offset[link[by] + 1] = (offset[link[by] + 1] as number) + 1;
  for (let activity = 0; activity < count; activity += 1) offset[activity + 1] = (offset[activity + 1] as number) + (offset[activity] as number);
  const sorted = [...links].sort((a, b) => a[by] - b[by]);
  return { offset, other: Int32Array.from(sorted, (link) => link[other]), lag: Int32Array.from(sorted, (link) => link.lag) };
}
