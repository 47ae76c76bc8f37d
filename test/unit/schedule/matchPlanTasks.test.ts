import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { PlanTaskRecord } from '../../../core/domain/inventory/importRecords.ts';
import { matchPlanTasks } from '../../../core/domain/schedule/baseline/matchPlanTasks.ts';
import { makeTask } from '../../support/scheduleFixtures.ts';

function record(path: string, fields: Partial<PlanTaskRecord> = {}): PlanTaskRecord {
  const names = path.split(' › ');
  return {
    kind: 'planTask',
    row: 1,
    key: path,
    path: names.slice(0, -1),
    name: names.at(-1) ?? '',
    startsOn: isoDate('2027-03-01'),
    finishesOn: isoDate('2027-03-05'),
    isMilestone: false,
    isSummary: false,
    percentComplete: null,
    predecessors: [],
    ...fields,
  };
}

describe('matchPlanTasks', () => {
  const tasks = [
    makeTask('one', { kind: 'wave', phase: 'rollOut', name: 'E-Mail: Welle 1', accountCount: 400 }),
    makeTask('two', { kind: 'phase', phase: 'assess', name: 'E-Mail: Bestand' }),
    makeTask('office', { kind: 'wave', phase: 'rollOut', name: 'Büro: Welle 1' }),
    makeTask('twin', { kind: 'gate', phase: 'pilot', name: 'Freigabe' }),
    makeTask('twins', { kind: 'gate', phase: 'rollOut', name: 'Freigabe' }),
  ];

  it('finds a task under its track wherever that stands, whatever case and punctuation: Umzug › E-Mail › welle 1 is E-Mail: Welle 1', () => {
    const { tasks: found, unmatched, missing } = matchPlanTasks([record('Umzug › E-Mail › welle 1'), record('BÜRO – Welle 1')], { tasks });
    expect(found.map(({ taskId, startsOn, finishesOn, accountCount }) => [taskId, startsOn, finishesOn, accountCount])).toEqual([
      ['one', '2027-03-01', '2027-03-05', 0],
      ['office', '2027-03-01', '2027-03-05', 0],
    ]);
    expect([unmatched, missing]).toEqual([[], 3]);
  });

  it('lets the first of two tasks count, passes sums and tasks without days over, and guesses no name that two tasks have', () => {
    const { tasks: found, unmatched } = matchPlanTasks(
      [
        record('E-Mail › Welle 1', { isSummary: true }),
        record('E-Mail › Welle 1', { startsOn: null, finishesOn: null }),
        record('E-Mail › Welle 1', { startsOn: isoDate('2027-03-02') }),
        record('E-Mail › Welle 1'),
        record('Welle 1'),
        record('Freigabe'),
      ],
      { tasks },
    );
    expect(found.map(({ taskId, startsOn }) => [taskId, startsOn])).toEqual([['one', '2027-03-02']]);
    expect(unmatched).toEqual(['E-Mail › Welle 1', 'Welle 1', 'Freigabe']);
  });
});
