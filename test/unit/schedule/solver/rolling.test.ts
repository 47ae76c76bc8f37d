import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { firstSchedule } from '../../../../core/domain/schedule/solver/firstSchedule.ts';
import { createLargeSearch, isLarge } from '../../../../core/domain/schedule/solver/largeSearch.ts';
import { createListSearch } from '../../../../core/domain/schedule/solver/listSearch.ts';
import { createProjectSearch } from '../../../../core/domain/schedule/solver/projectSearch.ts';
import { createFreeCapacity } from '../../../../core/domain/schedule/solver/rolling/freeCapacity.ts';
import { createRollingSearch } from '../../../../core/domain/schedule/solver/rolling/rollingSearch.ts';
import { createListPlacing } from '../../../../core/domain/schedule/solver/rolling/listPlacing.ts';
import { copyWindow, orderByKey, raiseKeys } from '../../../../core/domain/schedule/solver/rolling/windowOrder.ts';
import { solveProject } from '../../../../core/domain/schedule/solver/solveProject.ts';
import { workShares } from '../../../../core/domain/schedule/solver/workShares.ts';
import { checkProject } from '../../../support/checkProject.ts';
import { allFirst, fixed } from '../../../support/projects/listableProjects.ts';
import { generateLayeredProject } from '../../../support/projects/generateLayeredProject.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';
import { expectSoundSearch } from '../../../support/projects/soundSearch.ts';

describe('free capacity', () => {
  it.each([2, 1_000_000_000])('places where there is room, with capacities in one word and in several (%i)', (units) => {
    const project = fixed({ durations: [3, 1, 1], demands: [[units / 2, 1], [units, 0], [units / 2, 0]], capacity: [units, units] }); // biome-ignore format: one activity a column
    const free = createFreeCapacity(project, 20);
    expect(free.place(0, 0)).toBe(0);
    expect(free.place(1, 0)).toBe(3);
    expect(free.place(2, 1)).toBe(1);
    free.remove(0, 0);
    free.remove(1, 3);
    expect(free.place(1, 0)).toBe(0);
    expect(free.place(0, 0)).toBe(1);
    free.clear();
    expect(free.place(1, 0)).toBe(0);
  });
});

describe('order of a window', () => {
  it('is that of the keys, and equal keys keep their places', () => {
    const list = Int32Array.of(9, 4, 5, 6, 8);
    orderByKey({ list, from: 1, until: 4, key: Float64Array.of(0, 0, 0, 0, 2, 1, 2, 0, -1, 7) });
    expect(Array.from(list)).toEqual([9, 5, 4, 6, 8]);
  });

  it('is copied with its keys', () => {
    const to = { list: Int32Array.of(0, 0, 0), key: new Float64Array(10) };
    copyWindow({ list: Int32Array.of(7, 8, 9), key: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1, 2, 3) }, to, 1, 3);
    expect([Array.from(to.list), Array.from(to.key)]).toEqual([
      [0, 8, 9],
      [0, 0, 0, 0, 0, 0, 0, 0, 2, 3],
    ]);
  });

  it('raises keys over what is waited for in the window, and only there', () => {
    const project = fixed({ durations: [1, 1, 1] }, [0, 1], [1, 2]);
    const key = Float64Array.of(9, 3, 2);
    raiseKeys({ list: Int32Array.of(0, 1, 2), from: 1, until: 3, key }, project.before, Uint8Array.of(0, 1, 1));
    expect(Array.from(key)).toEqual([9, 3, 3]);
  });
});

describe('placing of lists', () => {
  const project = fixed({ durations: [3, 2, 1], demands: [[2], [2], [1]], capacity: [2] }, [1, 2]);

  it('tells what a part of a list comes to, and takes it away again', () => {
    const placing = createListPlacing(project);
    placing.settle(0);
    expect({ ...placing.attempt(Int32Array.of(0, 1, 2), 1, 3) }).toEqual({ finish: 6, lateness: 3 * 2 + 5 * 0.5 });
    expect({ ...placing.attempt(Int32Array.of(0, 1, 2), 1, 2) }).toEqual({ finish: 5, lateness: 3 * 2 });
    expect(placing.settle(1)).toBe(3);
    placing.begin(project.before);
    expect(placing.settle(1)).toBe(0);
  });
});

describe('shares of work', () => {
  it('are time multiplied by what is taken of all resources', () => {
    expect(Array.from(workShares(fixed({ durations: [4], demands: [[5, 1]], capacity: [10, 4] })))).toEqual([3]);
  });
});

describe('rolling search', () => {
  it('gives back what is as short as the bound without a round', () => {
    const project = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });
    const search = createRollingSearch(project, { start: Int32Array.of(0, 3), makespan: 6 }, { random: createRandom(1), bound: 6 });
    search.advance(100, 1);
    expect([search.makespan, search.passes]).toEqual([6, 0]);
  });

  it('keeps every rule, never makes a schedule longer, and does the same for the same seed', () => {
    expectSoundSearch((project, first, random) => {
      const search = createRollingSearch(project, first, { random, bound: 0 });
      search.advance(500, 0.5);
      return search;
    });
  });

  it('makes a schedule shorter over several windows', () => {
    const project = generateProject({ activities: 300, networkComplexity: 1.8, resourceFactor: 0.75, resourceStrength: 0.2, seed: 4 });
    const here = fixModes(project, allFirst(project));
    const first = firstSchedule(here, { mostPasses: 100, bound: 0 });
    const search = createRollingSearch(here, first, { random: createRandom(1), bound: 0 });
    search.advance(4000, 0.5);
    expect(search.makespan).toBeLessThan(first.makespan);
    expect(checkProject(project, { makespan: search.makespan, start: Array.from(search.start), mode: allFirst(project) })).toEqual([]);
  });

  it('goes on from a shorter schedule that was found elsewhere', () => {
    const project = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [2] });
    const search = createRollingSearch(project, { start: Int32Array.of(0, 3), makespan: 6 }, { random: createRandom(1), bound: 3 });
    search.adopt({ start: Int32Array.of(0, 0), makespan: 3 });
    search.advance(10, 1);
    expect([search.makespan, Array.from(search.start), search.passes]).toEqual([3, [0, 0], 0]);
  });
});

describe('large search', () => {
  const layered = generateLayeredProject({ projects: 24, layers: 6, seed: 1 });
  const here = fixModes(layered, allFirst(layered));
  const found = (create: typeof createLargeSearch, plannedPasses: number) => {
    const search = create(here, { random: createRandom(1), plannedPasses, bound: 0 });
    while (search.passes < plannedPasses) search.advance(20, search.passes / plannedPasses);
    return search;
  };

  it('is what a project of 900 activities and more gets, where there are passes enough', () => {
    const ofCount = (count: number) => fixed({ durations: new Array<number>(count).fill(1) });
    expect([isLarge(ofCount(900), 400), isLarge(ofCount(900)), isLarge(ofCount(900), 399), isLarge(ofCount(899))]).toEqual([true, true, false, false]);
    const [asLarge, asProject] = [found(createLargeSearch, 500), found(createProjectSearch, 500)];
    expect([asProject.makespan, asProject.passes]).toEqual([asLarge.makespan, asLarge.passes]);
  });

  it.each([400, 1234])('makes %i passes and not one more', (schedules) => {
    const { solution } = solveProject(layered, { seed: 1, schedules });
    expect(solution && checkProject(layered, solution)).toEqual([]);
    expect(solution?.schedules).toBe(schedules);
  });

  it('finds a shorter schedule in layers than a population with as many passes', () => {
    const [large, list] = [found(createLargeSearch, 3000), found(createListSearch, 3000)];
    expect(checkProject(layered, { makespan: large.makespan, start: Array.from(large.start), mode: allFirst(layered) })).toEqual([]);
    expect(large.makespan).toBeLessThan(list.makespan);
  });
});
