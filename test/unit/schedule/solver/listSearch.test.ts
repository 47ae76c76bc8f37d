import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { createAnnealedSearch } from '../../../../core/domain/schedule/solver/annealedSearch.ts';
import { createSampler } from '../../../../core/domain/schedule/solver/biasedSampling.ts';
import { chainsOf, orderOf } from '../../../../core/domain/schedule/solver/chains.ts';
import { type FixedProject, fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { firstSchedule } from '../../../../core/domain/schedule/solver/firstSchedule.ts';
import { createGeneticSearch } from '../../../../core/domain/schedule/solver/geneticSearch.ts';
import { createInsertion } from '../../../../core/domain/schedule/solver/listInsertion.ts';
import { createListSearch } from '../../../../core/domain/schedule/solver/listSearch.ts';
import type { Direction } from '../../../../core/domain/schedule/solver/direction.ts';
import { createVariation } from '../../../../core/domain/schedule/solver/listVariation.ts';
import { packCapacity } from '../../../../core/domain/schedule/solver/packedCapacity.ts';
import { passesPerBudget } from '../../../../core/domain/schedule/solver/passesPerBudget.ts';
import { createParallelGeneration } from '../../../../core/domain/schedule/solver/parallelGeneration.ts';
import { admits, createPopulation, drawParent, longestAdmitted, type Population, shrink, take } from '../../../../core/domain/schedule/solver/population.ts';
import { createGeneration } from '../../../../core/domain/schedule/solver/serialGeneration.ts';
import { proveInTeam, searchInTeam, type TeamKnowledge } from '../../../../core/domain/schedule/solver/teamwork.ts';
import { createTurner } from '../../../../core/domain/schedule/solver/turnedList.ts';
import { checkProject } from '../../../support/checkProject.ts';
import { exhaustiveProject } from '../../../support/exhaustiveProject.ts';
import { allFirst, fixed, listable } from '../../../support/projects/listableProjects.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';

describe('packed capacity', () => {
  it('tells from one subtraction whether all resources suffice', () => {
    const project = fixed({ durations: [1, 1], demands: [[2, 6], [3, 7]], capacity: [3, 7] }); // biome-ignore format: one activity a column
    const { words, guard, full, demand } = packCapacity(project);
    expect(words).toBe(1);
    expect([full[0], guard[0]]).toEqual([0b1111_111, 0b1000_100]);
    const keeps = (free: number, activity: number) => ((free - (demand[activity] as number)) & (guard[0] as number)) === guard[0];
    expect(keeps(full[0] as number, 0)).toBe(true);
    expect(keeps((full[0] as number) - (demand[0] as number), 1)).toBe(false);
  });

  it('takes more words where the capacities are large, and needs none for what nobody uses', () => {
    const big = 1_000_000_000;
    const project = fixed({ durations: [1, 1], demands: [[big, 0, big], [1, 0, 1]], capacity: [big, 5, big] }); // biome-ignore format: one activity a column
    expect(packCapacity(project).words).toBe(2);
    expect(packCapacity(fixed({ durations: [3] })).words).toBe(1);
  });
});

describe('chains', () => {
  it('have heads, tails and an order in both directions', () => {
    const project = fixed({ durations: [2, 3] }, [0, 1]);
    const { head, tail, criticalPath } = chainsOf(project);
    expect([[...head], [...tail], criticalPath]).toEqual([[0, 2], [5, 3], 5]);
    const joined = fixed({ durations: [1, 1, 1] }, [0, 2], [1, 2]);
    expect([...orderOf(joined, 'forward')]).toEqual([0, 1, 2]);
    expect([...orderOf(joined, 'backward')]).toEqual([2, 0, 1]);
  });
});

describe('serial generation', () => {
  //  list 0, 1:  000111     list 1, 0:  111000
  it('places each activity as early as the ones before it in the list let it', () => {
    const project = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });
    const start = new Int32Array(2);
    const generate = createGeneration(project, 'forward');
    expect([generate(Int32Array.of(0, 1), start), ...start]).toEqual([6, 0, 3]);
    expect([generate(Int32Array.of(1, 0), start), ...start]).toEqual([6, 3, 0]);
  });

  it('gives the same schedule in one word and in several', () => {
    fc.assert(
      fc.property(listable, fc.nat(1000), (project, seed) => {
        const small = fixModes(project, allFirst(project));
        const scale = 40_000_000;
        const large: FixedProject = { ...small, capacity: small.capacity.map((units) => units * scale), demand: small.demand.map((units) => units * scale) };
        const list = new Int32Array(small.count);
        createSampler(small, 'forward', new Int32Array(small.count), createRandom(seed))(list, 0);
        const [one, several] = [new Int32Array(small.count), new Int32Array(small.count)];
        expect(createGeneration(large, 'forward')(list, several)).toBe(createGeneration(small, 'forward')(list, one));
        expect(several).toEqual(one);
      }),
    );
  });

  it('keeps every rule in both directions, also after justification, which never makes it longer where lags last as long as activities', () => {
    fc.assert(
      fc.property(listable, fc.nat(1000), (project, seed) => {
        const here = fixModes(project, allFirst(project));
        const isUsual = project.activities.every(({ modes, successors }) =>
          successors.every(({ lag }) => lag === 'afterFinish' || lag >= (modes[0]?.duration ?? 0)),
        );
        const list = new Int32Array(here.count);
        const start = new Int32Array(here.count);
        createSampler(here, 'forward', new Int32Array(here.count), createRandom(seed))(list, 0);
        let makespan = createGeneration(here, 'forward')(list, start);
        const check = (starts: Int32Array) => checkProject(project, { makespan, start: [...starts], mode: allFirst(project) });
        expect(check(start)).toEqual([]);
        for (const [from, to] of [
          ['forward', 'backward'],
          ['backward', 'forward'],
        ] as const satisfies readonly (readonly [Direction, Direction])[]) {
          createTurner(here, from)(start, makespan, list);
          const longest = makespan;
          makespan = createGeneration(here, to)(list, start);
          if (isUsual) expect(makespan).toBeLessThanOrEqual(longest);
          expect(check(to === 'forward' ? start : start.map((at, activity) => makespan - at - (here.duration[activity] as number)))).toEqual([]);
        }
      }),
    );
  });
});

describe('parallel generation', () => {
  //  1110 is urgent:  111000
  it('starts what is most urgent of all that fits', () => {
    const project = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });
    const start = new Int32Array(2);
    expect([createParallelGeneration(project)([2, 1], start), ...start]).toEqual([6, 3, 0]);
  });

  it('keeps every rule, and nothing waits that could start', () => {
    fc.assert(
      fc.property(listable, fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), (project, priority) => {
        const here = fixModes(project, allFirst(project));
        const start = new Int32Array(here.count);
        const makespan = createParallelGeneration(here)(priority, start);
        expect(checkProject(project, { makespan, start: [...start], mode: allFirst(project) })).toEqual([]);
        for (let activity = 0; activity < here.count; activity += 1) {
          for (let time = 0; time < (start[activity] as number); time += 1) {
            const earlier = [...start];
            earlier[activity] = time;
            const finish = Math.max(...earlier.map((at, index) => at + (here.duration[index] as number)));
            expect(checkProject(project, { makespan: finish, start: earlier, mode: allFirst(project) })).not.toEqual([]);
          }
        }
      }),
    );
  });
});

describe('lists', () => {
  it('are turned by falling finish', () => {
    const turned = new Int32Array(2);
    createTurner(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), 'forward')(Int32Array.of(0, 3), 6, turned);
    expect([...turned]).toEqual([1, 0]);
  });

  it('are drawn with a leaning to the smallest priority', () => {
    const draw = createSampler(fixed({ durations: [1, 1] }), 'forward', [0, 3], createRandom(7));
    const list = new Int32Array(2);
    let first = 0;
    for (let turn = 0; turn < 10_000; turn += 1) {
      draw(list, 1);
      if (list[0] === 0) first += 1;
    }
    expect(first / 10_000).toBeCloseTo(4 / 5, 1);
    draw(list, 60);
    expect([...list]).toEqual([0, 1]);
  });

  it('cross in a window: the mother outside, the father’s order inside', () => {
    // Numbers that put the window on the places 1 and 2 of 4: length 0.25 + 0.5 × 0.5 of 4, first place 0.4 of 3.
    const numbers = [0.5, 0.4];
    const { cross } = createVariation(fixed({ durations: [1, 1, 1, 1] }), 'forward', () => numbers.shift() ?? 0);
    const child = new Int32Array(4);
    expect(cross(Int32Array.of(0, 1, 2, 3), Int32Array.of(0, 2, 1, 3), child)).toBe(1);
    expect([...child]).toEqual([0, 2, 1, 3]);
  });

  it('keep precedence through crossing, swaps and moves in both directions', () => {
    fc.assert(
      fc.property(listable, fc.nat(1000), fc.constantFrom('forward' as const, 'backward' as const), (project, seed, direction) => {
        const here = fixModes(project, allFirst(project));
        const random = createRandom(seed);
        const sample = createSampler(here, direction, new Int32Array(here.count), random);
        const [mother, father, child] = [new Int32Array(here.count), new Int32Array(here.count), new Int32Array(here.count)];
        sample(mother, 0);
        sample(father, 0);
        const { cross, mutate } = createVariation(here, direction, random);
        const move = createInsertion(here, direction, random);
        const farMove = createInsertion(here, direction, random, { farthest: here.count, exchanged: 0.5 });
        cross(mother, father, child);
        mutate(child, 0.5, 0);
        for (let turn = 0; turn < 5; turn += 1) move(child);
        for (let turn = 0; turn < 5; turn += 1) farMove(child);
        const place = new Map([...child].map((activity, index) => [activity, index]));
        expect(place.size).toBe(here.count);
        for (let from = 0; from < here.count; from += 1) {
          for (const to of here.after.other.subarray(here.after.offset[from], here.after.offset[from + 1])) {
            const distance = (place.get(to) as number) - (place.get(from) as number);
            expect(direction === 'forward' ? distance : -distance).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  const movesOf = (project: FixedProject, reach?: Parameters<typeof createInsertion>[3]) => {
    const seen = new Set<string>();
    const move = createInsertion(project, 'forward', createRandom(3), reach);
    for (let turn = 0; turn < 200; turn += 1) {
      const list = Int32Array.from({ length: project.count }, (_, activity) => activity);
      move(list);
      seen.add([...list].join(' '));
    }
    return [...seen].sort();
  };

  it('move an activity only where precedence lets it', () => {
    expect(movesOf(fixed({ durations: [1, 1, 1] }, [0, 1]))).toEqual(['0 1 2', '0 2 1', '2 0 1']);
  });

  it('let two activities change places where both may, and go no farther than they are told', () => {
    const exchanged = { farthest: 2, exchanged: 1 };
    // 2 may take the place of 0, which may not stand behind 1: there it is put in.
    expect(movesOf(fixed({ durations: [1, 1, 1] }, [0, 1]), exchanged)).toEqual(['0 1 2', '0 2 1', '2 0 1']);
    expect(movesOf(fixed({ durations: [1, 1, 1] }), exchanged)).toEqual(['0 1 2', '0 2 1', '1 0 2', '2 1 0']);
    expect(movesOf(fixed({ durations: [1, 1, 1] }), { farthest: 1, exchanged: 1 })).toEqual(['0 1 2', '0 2 1', '1 0 2']);
  });
});

describe('a population', () => {
  const offer = (population: Population, list: Int32Array, makespan: number, moment: number) => {
    if (admits(population, makespan, moment)) take(population, list, makespan, moment);
  };

  it('takes better schedules in for worse ones, no copies, and keeps the best when it shrinks', () => {
    const population = createPopulation(3, 1);
    const offered: readonly (readonly [number, number, number])[] = [[1, 9, 0], [2, 8, 5], [3, 8, 5], [4, 8, 3], [5, 12, 0], [6, 7, 1]]; // biome-ignore format: a schedule each
    for (const [name, makespan, moment] of offered) offer(population, Int32Array.of(name), makespan, moment);
    const names = () => [...population.lists.subarray(0, population.size)].sort();
    expect(names()).toEqual([2, 4, 6]);
    expect([0, 1, 2]).toContain(drawParent(population, createRandom(1)));
    shrink(population, 2);
    expect(names()).toEqual([4, 6]);
    offer(population, Int32Array.of(7), 6, 0);
    expect(names()).toEqual([6, 7]);
  });

  it('holds what sorting everything would hold, whatever is offered and however it shrinks', () => {
    const schedule = fc.record({ makespan: fc.integer({ min: 1, max: 6 }), moment: fc.integer({ min: 0, max: 4 }), room: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(schedule, { maxLength: 60 }), (offered) => {
        const population = createPopulation(12, 1);
        let kept: { readonly name: number; readonly makespan: number; readonly moment: number }[] = [];
        let room = 12;
        for (const [name, { makespan, moment, room: wanted }] of offered.entries()) {
          offer(population, Int32Array.of(name), makespan, moment / 7);
          // What is known of a list stays with it.
          for (let place = 0; place < population.size; place += 1)
            if (population.known[place] === 0 && population.lists[place] === name) [population.known[place], population.starts[place]] = [1, name];
          if (!kept.some((other) => other.makespan === makespan && other.moment === moment)) kept.push({ name, makespan, moment });
          if (name % 5 === 4) {
            shrink(population, wanted);
            room = Math.min(room, wanted);
          }
          kept = kept.sort((one, other) => one.makespan - other.makespan || one.moment - other.moment).slice(0, room);
          const held = [...population.lists.subarray(0, population.size)].sort((one, other) => one - other);
          expect(held).toEqual(kept.map((one) => one.name).sort((one, other) => one - other));
          expect(population.starts.subarray(0, population.size)).toEqual(population.lists.subarray(0, population.size));
          const longest = held.length < room ? Number.MAX_SAFE_INTEGER : Math.max(...kept.map((one) => one.makespan));
          expect(longestAdmitted(population)).toBe(longest);
        }
      }),
    );
  });
});

describe('the searches over lists', () => {
  const alone = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });

  it('begin with a good schedule of a few passes, or of as few as they may', () => {
    expect(firstSchedule(alone, { mostPasses: 100, bound: 0 })).toMatchObject({ makespan: 6, passes: 6 });
    expect(firstSchedule(alone, { mostPasses: 1, bound: 0 })).toMatchObject({ makespan: 6, passes: 1 });
    expect(firstSchedule(alone, { mostPasses: 100, bound: 6 })).toMatchObject({ makespan: 6, passes: 1 });
  });

  it('give a schedule back that is as short as the bound', () => {
    const first = firstSchedule(alone, { mostPasses: 1, bound: 0 });
    const search = createGeneticSearch(alone, first, { random: createRandom(1), plannedPasses: 10, bound: 6 });
    search.advance(5, 0.5);
    expect([search.makespan, search.passes, [...search.start].sort()]).toEqual([6, 0, [0, 3]]);
    const annealed = createAnnealedSearch(alone, search, { random: createRandom(1), bound: 6 });
    annealed.advance(5, 0.5);
    expect([annealed.makespan, annealed.passes]).toEqual([6, 0]);
  });

  it('begin with the genetic one and anneal where there is time', () => {
    const hard = fixed({ durations: [3, 3, 2, 4, 1], demands: [[1], [1], [1], [1], [1]], capacity: [2] });
    const search = createListSearch(hard, { random: createRandom(1), plannedPasses: 200_000, bound: 0 });
    search.advance(20, 0.1);
    search.advance(20, 0.9);
    expect([search.makespan, search.passes - firstSchedule(hard, { mostPasses: 100, bound: 0 }).passes]).toEqual([7, 40]);
  });

  it('count about how many passes the time suffices for', () => {
    let looks = 0;
    // Each pass takes a thousandth of the time: ten are tried, 99 % of the time is left.
    const spent = () => {
      looks += 1;
      return (looks - 1) / 1000;
    };
    expect(passesPerBudget(alone, spent)).toBe(Math.round((10 * 0.99) / 0.01 / 2.1));
  });

  it('give schedules that keep every rule, never shorter than the shortest, and nearly always that one', () => {
    let shortest = 0;
    let runs = 0;
    fc.assert(
      fc.property(listable, fc.nat(1000), (project, seed) => {
        const here = fixModes(project, allFirst(project));
        const optimum = exhaustiveProject(project);
        if (!optimum) throw new Error('every project of this kind has a schedule');
        const genetic = createGeneticSearch(here, firstSchedule(here, { mostPasses: 1, bound: 0 }), {
          random: createRandom(seed),
          plannedPasses: 150,
          bound: 0,
        });
        genetic.advance(150, 0.5);
        const annealed = createAnnealedSearch(here, { start: genetic.start, makespan: genetic.makespan }, { random: createRandom(seed), bound: 0 });
        annealed.advance(50, 0.5);
        for (const { makespan, start } of [genetic, annealed]) {
          expect(checkProject(project, { makespan, start: [...start], mode: allFirst(project) })).toEqual([]);
          expect(makespan).toBeGreaterThanOrEqual(optimum.makespan);
        }
        runs += 1;
        if (annealed.makespan === optimum.makespan) shortest += 1;
      }),
      { numRuns: 500 },
    );
    expect(shortest / runs).toBeGreaterThan(0.98);
  });
});

describe('a team', () => {
  const parts = { search: searchInTeam, prove: proveInTeam } as const;

  /** A clock that goes on by a hundredth at each look. */
  const work = (part: keyof typeof parts, project: FixedProject, known: TeamKnowledge) => {
    let now = known;
    let looks = 0;
    const passes = parts[part](project, 1, {
      known: () => now,
      tell: ({ found, lowerBound = 0 }) => {
        const isShorter = found && found.makespan < (now.best as NonNullable<TeamKnowledge['best']>).makespan;
        now = { best: isShorter ? found : now.best, lowerBound: Math.max(now.lowerBound, lowerBound) };
      },
      spent: () => {
        looks += 1;
        return looks / 100;
      },
      shouldStop: () => false,
    });
    return { passes, ...now };
  };

  it('searches large projects in both members, keeps every rule, and gives the same each time', () => {
    const project = generateProject({ activities: 120, networkComplexity: 1.8, resourceFactor: 0.75, resourceStrength: 0.2, seed: 1 });
    const here = fixModes(project, allFirst(project));
    const first = firstSchedule(here, { mostPasses: 20, bound: 0 });
    for (const part of ['search', 'prove'] as const) {
      const { passes, best, lowerBound } = work(part, here, { best: first, lowerBound: 0 });
      const { start, makespan } = best as NonNullable<typeof best>;
      expect(passes).toBeGreaterThan(100);
      expect(makespan).toBeLessThan(first.makespan);
      expect(makespan).toBeGreaterThanOrEqual(lowerBound);
      expect(checkProject(project, { makespan, start: [...start], mode: allFirst(project) })).toEqual([]);
      expect(work(part, here, { best: first, lowerBound: 0 })).toEqual({ passes, best, lowerBound });
    }
  });
});
