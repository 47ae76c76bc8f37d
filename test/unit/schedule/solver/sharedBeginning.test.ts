import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { orderOf } from '../../../../core/domain/schedule/solver/chains.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { createInsertion } from '../../../../core/domain/schedule/solver/listInsertion.ts';
import { createGeneration } from '../../../../core/domain/schedule/solver/serialGeneration.ts';
import { createSharedGeneration } from '../../../../core/domain/schedule/solver/sharedBeginning.ts';
import { allFirst, fixed, listable } from '../../../support/projects/listableProjects.ts';

const endless = Number.MAX_SAFE_INTEGER;
/** A project with one mode and lists, with four resources that share a word or with so large ones that they do not. */
const anyProject = fc.tuple(listable, fc.boolean()).map(([project, isLarge]) => {
  const times = isLarge ? 40_000 : 1;
  const wide = {
    ...project,
    renewable: project.renewable.map((capacity) => capacity * times),
    activities: project.activities.map(({ modes, successors }) => ({
      successors,
      modes: modes.map(({ duration, demands }) => ({ duration, demands: demands.map((demand) => demand * times) })),
    })),
  };
  return fixModes(wide, allFirst(project));
});

describe('the serial scheme from a known beginning and up to a limit', () => {
  it('gives what the whole pass gives, and gives up exactly where the schedule becomes longer than the limit', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(20), fc.nat(60), fc.constantFrom('forward' as const, 'backward' as const), (project, known, limit, direction) => {
        const list = orderOf(project, direction).slice();
        const generate = createGeneration(project, direction);
        const whole = new Int32Array(project.count);
        const length = generate(list, whole);
        const start = new Int32Array(project.count);
        const first = Math.min(known, project.count);
        for (const activity of list.subarray(0, first)) start[activity] = whole[activity] as number;
        expect(generate(list, start, first)).toBe(length);
        expect(start).toEqual(whole);
        const limited = generate(list, start, 0, limit);
        if (length <= limit) expect([limited, [...start]]).toEqual([length, [...whole]]);
        else {
          expect(limited).toBeLessThan(0);
          const placed = [...list.subarray(0, -limited - 1)];
          expect(placed.map((activity) => start[activity])).toEqual(placed.map((activity) => whole[activity]));
        }
        // What a pass that was given up has placed is taken away again.
        expect(generate(list, start)).toBe(length);
      }),
    );
  });
});

describe('createSharedGeneration', () => {
  it('places only what stands behind the first change', () => {
    const shared = createSharedGeneration(fixed({ durations: [1, 2, 3], demands: [[1], [1], [1]], capacity: [1] }), 'forward');
    const others = { lists: Int32Array.of(0, 1, 2), starts: new Int32Array(3), known: new Int32Array(1) };
    const start = new Int32Array(3);
    expect([shared.buildLike(others, 0, Int32Array.of(0, 1, 2), start, endless), shared.placed, [...start]]).toEqual([6, 3, [0, 1, 3]]);
    expect([shared.buildLike(others, 0, Int32Array.of(0, 2, 1), start, endless), shared.placed, [...start]]).toEqual([6, 2, [0, 4, 1]]);
    expect([shared.buildLike(others, 0, Int32Array.of(2, 0, 1), start, endless), shared.placed, [...start]]).toEqual([6, 3, [3, 4, 0]]);
    // The same list once more costs something all the same.
    expect([shared.buildLike(others, 0, Int32Array.of(0, 1, 2), start, endless), shared.placed, [...start]]).toEqual([6, 1, [0, 1, 3]]);
    // Given up with the second of the two that are left: nothing finishes by 5.
    expect([shared.buildLike(others, 0, Int32Array.of(0, 2, 1), start, 5), shared.placed]).toEqual([-3, 2]);
  });

  it('gives what a pass of its own gives, whatever was built and given up before', () => {
    fc.assert(
      fc.property(
        anyProject,
        fc.nat(1000),
        fc.array(fc.record({ row: fc.nat(1), moves: fc.nat(3), limit: fc.option(fc.nat(40)) }), { maxLength: 20 }),
        (project, seed, builds) => {
          const { count } = project;
          const random = createRandom(seed);
          const move = createInsertion(project, 'backward', random);
          const order = orderOf(project, 'backward');
          const others = { lists: new Int32Array(2 * count), starts: new Int32Array(2 * count), known: new Int32Array(2) };
          for (const row of [0, 1]) others.lists.set(order, row * count);
          move(others.lists.subarray(count));
          const shared = createSharedGeneration(project, 'backward');
          const generate = createGeneration(project, 'backward');
          for (const { row, moves, limit } of builds) {
            const list = others.lists.slice(row * count, (row + 1) * count);
            for (let turn = 0; turn < moves; turn += 1) move(list);
            const [start, whole] = [new Int32Array(count), new Int32Array(count)];
            const expected = generate(list, whole);
            const length = shared.buildLike(others, row, list, start, limit ?? endless);
            expect(shared.placed).toBeGreaterThan(0);
            expect(shared.placed).toBeLessThanOrEqual(Math.max(1, count));
            if (expected > (limit ?? endless)) expect(length).toBeLessThan(0);
            else expect([length, [...start]]).toEqual([expected, [...whole]]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
