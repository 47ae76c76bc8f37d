import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceProject } from '../../core/domain/schedule/solver/project.ts';
import { readProject } from '../../formats/read/psplib.ts';

const library = join(import.meta.dirname, '../../../shared/psplib');

function read(text: string): ResourceProject {
  const project = readProject('file', text);
  if ('messageKey' in project) throw new Error(`${project.messageKey} row ${project.row ?? ''}`);
  return project;
}

const keyOf = (text: string) => {
  const project = readProject('file', text);
  return 'messageKey' in project ? [project.messageKey, project.row] : null;
};

const multiMode = `************
jobs (incl. supersource/sink ):  3
horizon                       :  9
RESOURCES
  - renewable                 :  1   R
  - nonrenewable              :  1   N
  - doubly constrained        :  0   D
************
PROJECT INFORMATION:
pronr.  #jobs rel.date duedate tardcost  MPM-Time
    1      1      0       17        9       17
************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          1           2
   2        2          1           3
   3        1          0
************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  N 1
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       7    0
         2     9       0    4
  3      1     0       0    0
************
RESOURCEAVAILABILITIES:
  R 1  N 1
   11   42
************
`;

describe('project files', () => {
  it('of PSPLIB, several modes', () => {
    const expected: ResourceProject = {
      activities: [
        { modes: [{ duration: 0, demands: [0, 0] }], successors: [{ to: 1, lag: 'afterFinish' }] },
        {
          modes: [
            { duration: 3, demands: [7, 0] },
            { duration: 9, demands: [0, 4] },
          ],
          successors: [{ to: 2, lag: 'afterFinish' }],
        },
        { modes: [{ duration: 0, demands: [0, 0] }], successors: [] },
      ],
      renewable: [11],
      nonRenewable: [42],
    };
    expect(read(multiMode)).toEqual(expected);
    expect(read(multiMode.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('of Patterson', () => {
    expect(read('4 2\n 5 3\n 0 0 0 2 2 3\n 4 1 2 1 4\n 6 2\n 1 1\n 4\n 0 0 0 0\n')).toEqual({
      activities: [
        {
          modes: [{ duration: 0, demands: [0, 0] }],
          successors: [
            { to: 1, lag: 'afterFinish' },
            { to: 2, lag: 'afterFinish' },
          ],
        },
        { modes: [{ duration: 4, demands: [1, 2] }], successors: [{ to: 3, lag: 'afterFinish' }] },
        { modes: [{ duration: 6, demands: [2, 1] }], successors: [{ to: 3, lag: 'afterFinish' }] },
        { modes: [{ duration: 0, demands: [0, 0] }], successors: [] },
      ],
      renewable: [5, 3],
      nonRenewable: [],
    });
  });

  it('with minimum and maximum lags', () => {
    expect(
      read(
        '2\t1\t0\t0\n0\t1\t2\t1\t2\t[0]\t[0]\n1\t1\t2\t2\t3\t[5]\t[4]\n2\t1\t2\t3\t1\t[7]\t[-9]\n3\t1\t0\n0\t1\t0\t0\n1\t1\t4\t2\n2\t1\t7\t1\n3\t1\t0\t0\n2\n',
      ),
    ).toEqual({
      activities: [
        {
          modes: [{ duration: 0, demands: [0] }],
          successors: [
            { to: 1, lag: 0 },
            { to: 2, lag: 0 },
          ],
        },
        {
          modes: [{ duration: 4, demands: [2] }],
          successors: [
            { to: 2, lag: 5 },
            { to: 3, lag: 4 },
          ],
        },
        {
          modes: [{ duration: 7, demands: [1] }],
          successors: [
            { to: 3, lag: 7 },
            { to: 1, lag: -9 },
          ],
        },
        { modes: [{ duration: 0, demands: [0] }], successors: [] },
      ],
      renewable: [2],
      nonRenewable: [],
    });
  });

  it('that are broken say where', () => {
    expect(keyOf('')).toEqual(['issue.projectTooShort', undefined]);
    expect(keyOf('hello')).toEqual(['issue.projectUnknown', undefined]);
    expect(keyOf('4 2\n 5 3\n 0 0 0 2 2 3\n')).toEqual(['issue.projectTooShort', 3]);
    expect(keyOf('1 1\n 5\n 0 0 1 9\n')).toEqual(['issue.projectSuccessor', undefined]);
    expect(keyOf('1 1\n 5\n 0 0 0\n 7\n')).toEqual(['issue.projectTooLong', 4]);
    expect(keyOf(multiMode.replace('  3      1     0       0    0\n', ''))).toEqual(['issue.projectModes', undefined]);
    expect(keyOf(multiMode.replace('   2        2          1           3', '   2        2          2           3'))).toEqual(['issue.projectLine', 16]);
    expect(keyOf(multiMode.replace('   11   42', '   11'))).toEqual(['issue.projectCapacities', undefined]);
    expect(keyOf('999999999 4\n1 1 1 1')).toEqual(['issue.projectSize', undefined]);
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', '2', '9', ' ', '\n', '[', ']', '-', '.') }),
        fc.nat(multiMode.length),
        fc.string({ unit: fc.constantFrom('0', '3', ' ', '\n', 'x', '*', '-'), maxLength: 5 }),
        (text, place, dirt) => {
          for (const candidate of [text, `2 1 0 0\n${text}`, multiMode.slice(0, place) + dirt + multiMode.slice(place)]) {
            const result = readProject('any', candidate);
            if ('messageKey' in result) expect(result.file).toBe('any');
            else expect(result.activities.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe.skipIf(!existsSync(library))('the published instances', () => {
  const texts = (folder: string, ending: string) =>
    readdirSync(join(library, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(join(library, folder, name), 'utf8')] as const);

  it.each([
    ['j30', '.sm', 480, 32, 4, 0],
    ['j60', '.sm', 480, 62, 4, 0],
    ['mm/j10', '.mm', 536, 12, 2, 2],
    ['rcpsp-max/ubo10', '.sch', 90, 12, 5, 0],
    ['rcpsp-max/ubo20', '.sch', 90, 22, 5, 0],
    ['rcpsp-max/ubo50', '.sch', 90, 52, 5, 0],
  ])('%s are all read', (folder, ending, files, activities, renewable, nonRenewable) => {
    const all = texts(folder, ending);
    expect(all).toHaveLength(files);
    for (const [name, text] of all) {
      const project = read(text);
      expect([name, project.activities.length, project.renewable.length, project.nonRenewable.length]).toEqual([name, activities, renewable, nonRenewable]);
      // Every word of digits of a file with lags is one number of the project, counted here in another way.
      if (ending === '.sch') {
        const links = project.activities.reduce((sum, activity) => sum + activity.successors.length, 0);
        const words = text.split(/[\s[\]]+/).filter((word) => word !== '').length;
        expect(words).toBe(4 + activities * 3 + links * 2 + activities * (3 + renewable) + renewable);
      } else {
        const modes = project.activities.reduce((sum, activity) => sum + activity.modes.length, 0);
        const lines = text
          .split('REQUESTS/DURATIONS')[1]
          ?.split('\n')
          .filter((line) => /^\s+\d/.test(line)).length;
        expect(lines).toBe(modes + 1);
      }
    }
  });

  it('have the critical path that is published', () => {
    const bounds = new Map(
      readFileSync(join(library, 'bounds.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => [line.split(',')[0], Number(line.split(',')[1])] as const),
    );
    let compared = 0;
    for (const folder of ['j30', 'j60']) {
      for (const [name, text] of texts(folder, '.sm')) {
        const { activities } = read(text);
        const earliest = activities.map(() => 0);
        // The activities of these sets are numbered in an order that respects precedence.
        for (const [index, activity] of activities.entries()) {
          const finish = (earliest[index] as number) + (activity.modes[0]?.duration ?? 0);
          for (const { to } of activity.successors) earliest[to] = Math.max(earliest[to] as number, finish);
        }
        expect([name, earliest.at(-1)]).toEqual([name, bounds.get(name.replace('.sm', ''))]);
        compared++;
      }
    }
    expect(compared).toBe(960);
  });
});
