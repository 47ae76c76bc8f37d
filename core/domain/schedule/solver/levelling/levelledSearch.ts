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
/** Chance moves an activity up to half as many strides to either side, every fourth one in a step: schedules came out as short as with all of them. */
const disturbance = 10;
const disturbed = 4;
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
    const length = schedule.pass();
    if (length === null || length >= makespan) return;
    makespan = length;
    best.set(schedule.start);
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
      start[activity] = (start[activity] as number) - move;
    }
    for (let activity = steps % disturbed; activity < count; activity += disturbed)
      start[activity] = (start[activity] as number) + disturbance * stride * (random() - 0.5);
    putInOrder(start, end);
    steps += 1;
    if (steps % stepsBetweenSchedules === 0 || share === 1) schedule.begin(start);
  };

  return {
    advance(more, share) {
      for (const until = passes + more; passes < until && makespan > bound; passes += 1) {
        if (schedule.isBusy()) look();
        else step(Math.min(1, share));
      }
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

/**
 * Turns an order of starts into schedules, one pass at a time: the serial scheme first, then justification to and fro.
 * Activities that start together keep the order of precedence.
 */
function createScheduling(project: FixedProject, order: Int32Array) {
  const [forward, backward] = [createGeneration(project, 'forward'), createGeneration(project, 'backward')];
  const [turnForward, turnBackward] = [createTurner(project, 'forward'), createTurner(project, 'backward')];
  const list = new Int32Array(project.count);
  const start = new Int32Array(project.count);
  let passesLeft = 0;
  return {
    start,
    isBusy: () => passesLeft > 0,
    begin(wished: Float64Array) {
      list.set(order);
      list.sort((one, other) => (wished[one] as number) - (wished[other] as number));
      passesLeft = 1 + 2 * justifications;
    },
    /** Makes one pass and answers with its makespan where `start` is a schedule counted from the beginning, with null otherwise. */
    pass(): number | null {
      passesLeft -= 1;
      const isForward = passesLeft % 2 === 0;
      const makespan = isForward ? forward(list, start) : backward(list, start);
      if (passesLeft > 0) (isForward ? turnForward : turnBackward)(start, makespan, list);
      return isForward ? makespan : null;
    },
  };
}
