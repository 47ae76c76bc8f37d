import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { chainsOf, orderOf } from '../../../../core/domain/schedule/solver/chains.ts';
import { type FixedProject, fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { firstSchedule } from '../../../../core/domain/schedule/solver/firstSchedule.ts';
import { createLevelledSearch } from '../../../../core/domain/schedule/solver/levelling/levelledSearch.ts';
import { createLevellingPrices } from '../../../../core/domain/schedule/solver/levelling/levellingPrices.ts';
import { createStartsInOrder } from '../../../../core/domain/schedule/solver/levelling/startsInOrder.ts';
import { createWorkProfile } from '../../../../core/domain/schedule/solver/levelling/workProfile.ts';
import { checkProject } from '../../../support/checkProject.ts';
import { allFirst, fixed, listable } from '../../../support/projects/listableProjects.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';
import { expectSoundSearch } from '../../../support/projects/soundSearch.ts';

const hard = generateProject({ activities: 60, networkComplexity: 1.5, resourceFactor: 0.75, resourceStrength: 0.2, seed: 3 });
const hardFixed = fixModes(hard, allFirst(hard));

function startsAnywhere({ count }: FixedProject, horizon: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => horizon * random());
}

describe('work profile', () => {
  it('uses both ends in part where a start lies between two units', () => {
    const project = fixed({ durations: [2], demands: [[1]], capacity: [4] });
    const profile = createWorkProfile(project, 4);
    profile.fill(Float64Array.of(0.5));
    expect(Array.from(profile.use.subarray(0, 4))).toEqual([0.125, 0.25, 0.125, 0]);
    expect(Array.from(profile.work)).toEqual([0.5]);
  });

  it('adds up to all work, and slopes are what a small shift changes', () => {
    const { makespan } = firstSchedule(hardFixed, { mostPasses: 1, bound: 0 });
    const horizon = makespan + 20;
    const profile = createWorkProfile(hardFixed, horizon);
    const start = startsAnywhere(hardFixed, makespan, 7);
    const random = createRandom(5);
    const price = Float64Array.from(profile.use, () => random());
    const paid = (starts: Float64Array) => {
      profile.fill(starts);
      return profile.use.reduce((sum, share, place) => sum + share * (price[place] as number), 0);
    };
    const before = paid(start);
    for (let resource = 0; resource < profile.resources; resource += 1) {
      const used = profile.use.subarray(resource * profile.length, (resource + 1) * profile.length).reduce((sum, share) => sum + share, 0);
      expect(used).toBeCloseTo(profile.work[resource] as number, 9);
    }
    const slope = new Float64Array(hardFixed.count);
    profile.slopes(start, price, slope);
    const step = 1e-6;
    let differing = 0;
    for (let activity = 0; activity < hardFixed.count; activity += 1) {
      const moved = start.slice();
      moved[activity] = (moved[activity] as number) + step;
      expect((paid(moved) - before) / step).toBeCloseTo(slope[activity] as number, 3);
      if (slope[activity] !== 0) differing += 1;
    }
    expect(differing).toBeGreaterThan(hardFixed.count / 2);
  });
});

describe('levelling prices', () => {
  it('are high where two fill the same resource, and moving either to the right pays', () => {
    const project = fixed({ durations: [2, 2], demands: [[1], [1]], capacity: [1] });
    const profile = createWorkProfile(project, 4);
    const prices = createLevellingPrices(profile, 4);
    const start = Float64Array.of(0, 0);
    profile.fill(start);
    prices.set(1, 4);
    expect(prices.price[0]).toBe(1);
    expect(prices.price[2]).toBeLessThan(0);
    expect(prices.price[2]).toBeGreaterThan(-0.1);
    const slope = new Float64Array(2);
    profile.slopes(start, prices.price, slope);
    expect(Math.max(...slope)).toBeLessThan(-0.9);
  });

  it('draw to the left what leaves too much for the end, although nothing is overused', () => {
    const project = fixed({ durations: [2, 2], demands: [[1], [1]], capacity: [1] });
    const profile = createWorkProfile(project, 6);
    const prices = createLevellingPrices(profile, 6);
    const start = Float64Array.of(2, 4);
    const slope = new Float64Array(2);
    profile.fill(start);
    prices.set(1, 4);
    profile.slopes(start, prices.price, slope);
    expect(Math.min(...slope)).toBeGreaterThan(0);
    prices.set(1, 6);
    profile.slopes(start, prices.price, slope);
    expect(Array.from(slope)).toEqual([0, 0]);
  });
});

describe('starts in order', () => {
  it('mends a broken lag half from each side', () => {
    const project = fixed({ durations: [2, 2] }, [0, 1]);
    const start = Float64Array.of(3, 4);
    createStartsInOrder(project, orderOf(project, 'forward'), chainsOf(project))(start, 10);
    expect(Array.from(start)).toEqual([2.5, 4.5]);
  });

  it('keeps every lag and the end of any project, and changes nothing that keeps them', () => {
    fc.assert(
      fc.property(listable, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 5 }), (project, seed, room) => {
        const here = fixModes(project, allFirst(project));
        const chains = chainsOf(here);
        const end = chains.criticalPath + room;
        const start = startsAnywhere(here, end + 4, seed).map((value) => value - 2);
        const putInOrder = createStartsInOrder(here, orderOf(here, 'forward'), chains);
        putInOrder(start, end);
        for (let activity = 0; activity < here.count; activity += 1) {
          expect(start[activity]).toBeGreaterThanOrEqual(0);
          expect((start[activity] as number) + (here.duration[activity] as number)).toBeLessThanOrEqual(end);
          for (let entry = here.after.offset[activity] as number; entry < (here.after.offset[activity + 1] as number); entry += 1)
            expect((start[here.after.other[entry] as number] as number) - (start[activity] as number)).toBeGreaterThanOrEqual(
              (here.after.lag[entry] as number) - 1e-9,
            );
        }
        const once = start.slice();
        putInOrder(start, end);
        for (const [activity, value] of start.entries()) expect(value).toBeCloseTo(once[activity] as number, 9);
      }),
    );
  });
});

describe('levelled search', () => {
  it('gives back what is as short as the bound without a step', () => {
    const project = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });
    const search = createLevelledSearch(project, { start: Int32Array.of(0, 3), makespan: 6 }, { random: createRandom(1), bound: 6 });
    search.advance(100, 1);
    expect([search.makespan, search.passes]).toEqual([6, 0]);
  });

  it('finds schedules that keep every rule, never longer than the first one, the same for the same seed', () => {
    expectSoundSearch((project, first, random) => {
      const search = createLevelledSearch(project, first, { random, bound: 0 });
      for (let share = 0; share < 1; share += 0.1) search.advance(60, share);
      return search;
    });
  });

  it('makes a first schedule shorter', () => {
    const first = firstSchedule(hardFixed, { mostPasses: 1, bound: 0 });
    const search = createLevelledSearch(hardFixed, first, { random: createRandom(1), bound: 0 });
    while (search.passes < 3000) search.advance(20, search.passes / 3000);
    expect(search.makespan).toBeLessThan(first.makespan);
    expect(checkProject(hard, { makespan: search.makespan, start: Array.from(search.start), mode: allFirst(hard) })).toEqual([]);
  });
});
