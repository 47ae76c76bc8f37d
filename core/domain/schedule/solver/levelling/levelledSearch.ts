import { chainsOf, orderOf } from '../chains.ts';
import type { FixedProject } from '../fixedProject.ts';
import type { FoundSchedule, ScheduleSearch, SearchOptions } from '../geneticSearch.ts';
import { createGeneration } from '../serialGeneration.ts';
import { createTurner } from '../turnedList.ts';
import { createLevellingPrices } from './levellingPrices.ts';
import { createStartsInOrder } from './startsInOrder.ts';
import { createWorkProfile } from './workProfile.ts';

/** The mean in which overuse is seen: a share of the makespan at the beginning, units of time in the end. */
const firstWidth = 0.6;
const lastWidth = 3;
/** How far activities go in a step, in mean durations, at the beginning and in the end. */
const firstStride = 0.35;
const lastStride = 0.003;
/** No activity goes further in one step, in strides. */
const longestMove = 3;
/** Chance moves everything up to half as many strides to either side. */
const disturbance = 5;
/** How much of its last direction an activity keeps. */
const inertia = 0.9;
/** All work is to be possible so much before the end of the best schedule. */
const aheadOfBest = 0.02;
const stepsBetweenSchedules = 200;
const justifications = 3;

/**
 * Resource levelling as a search for short schedules, for projects too large for a population. The starts of all
 * activities move at once, step by step, away from where too much is used and towards where less is (`createLevellingPrices`),
 * and are put back in order after every step (`createStartsInOrder`). Overuse is seen first in broad means, then in
 * ever narrower ones, while the strides and what is left to chance become smaller: first the work of years is spread evenly
 * over all resources, then that of weeks. From time to time the starts are a list for the serial scheme, whose schedule
 * is justified.
 *
 * A search over lists does not see that one resource is used up early and another one is left over for the end. This one
 * sees nothing else, and is worse than a population where the project is small.
 *
 * Source: analytic placement of circuits as in `createLevellingPrices`; justification as in `createTurner`.
 *
 * Example: a schedule that is as short as the bound is given back without a step.
 */
export function createLevelledSearch(project: FixedProject, from: FoundSchedule, options: Pick<SearchOptions, 'random' | 'bound'>): ScheduleSearch {
  const { random, bound } = options;
  const { count, duration } = project;
  const order = orderOf(project, 'forward');
  const chains = chainsOf(project);
  const profile = createWorkProfile(project, from.makespan);
  const prices = createLevellingPrices(profile, from.makespan);
  const putInOrder = createStartsInOrder(project, order, chains);
  const schedule = createScheduling(project, order);
  const meanDuration = Math.max(1, duration.reduce((sum, length) => sum + length, 0) / count);
  const allWork = Math.max(bound, ...profile.work);

  const best = from.start.slice();
  let { makespan } = from;
  let end = makespan;
  let passes = 0;
  let steps = 0;
  const start = Float64Array.from(chains.head, (head, activity) => (head + end - (chains.tail[activity] as number)) / 2);
  const slope = new Float64Array(count);
  const speed = new Float64Array(count);

  const look = () => {
    schedule(start, (starts, length) => {
      passes += 1;
      if (length >= makespan) return;
      makespan = length;
      best.set(starts);
    });
    end = Math.min(end, makespan);
  };

  const step = (share: number) => {
    const widest = Math.max(lastWidth, firstWidth * end);
    const stride = meanDuration * firstStride * (lastStride / firstStride) ** share;
    // Early on no time is given away, or work settles too far right for good; later no more is asked than was ever reached.
    const reached = Math.max(allWork, makespan * (1 - aheadOfBest));
    profile.fill(start);
    prices.set(widest * (lastWidth / widest) ** share, allWork + (reached - allWork) * share);
    profile.slopes(start, prices.price, slope);
    let squares = 0;
    for (let activity = 0; activity < count; activity += 1) {
      const now = inertia * (speed[activity] as number) + (1 - inertia) * (slope[activity] as number);
      speed[activity] = now;
      squares += now * now;
    }
    const scale = squares === 0 ? 0 : stride / Math.sqrt(squares / count);
    const most = longestMove * stride;
    for (let activity = 0; activity < count; activity += 1) {
      const move = Math.max(-most, Math.min(most, scale * (speed[activity] as number)));
      start[activity] = (start[activity] as number) - move + disturbance * stride * (random() - 0.5);
    }
    putInOrder(start, end);
    steps += 1;
    passes += 1;
    if (steps % stepsBetweenSchedules === 0) look();
  };

  return {
    advance(more, share) {
      for (const until = passes + more; passes < until && makespan > bound; ) step(Math.min(1, share));
    },
    adopt(found) {
      if (found.makespan >= makespan) return;
      makespan = found.makespan;
      best.set(found.start);
    },
    get makespan() {
      return makespan;
    },
    start: best,
    get passes() {
      return passes;
    },
  };
}

/** Tells every schedule that the order of these starts gives, and its justified ones; activities that start together keep the order of precedence. */
function createScheduling(project: FixedProject, order: Int32Array) {
  const [forward, backward] = [createGeneration(project, 'forward'), createGeneration(project, 'backward')];
  const [turnForward, turnBackward] = [createTurner(project, 'forward'), createTurner(project, 'backward')];
  const starts = new Int32Array(project.count);
  return (wished: Float64Array, tell: (starts: Int32Array, makespan: number) => void) => {
    const list = order.slice().sort((one, other) => (wished[one] as number) - (wished[other] as number));
    let length = forward(list, starts);
    tell(starts, length);
    for (let round = 0; round < justifications; round += 1) {
      turnForward(starts, length, list);
      length = backward(list, starts);
      turnBackward(starts, length, list);
      length = forward(list, starts);
      tell(starts, length);
    }
  };
}
