import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ContractId, TaskId, TrackId } from '../../core/domain/ids.ts';
import { standingOf } from '../../renderer/pages/history/standing.ts';
import { placesOf } from '../../renderer/pages/report/placesOf.ts';
import { dueList } from '../../renderer/pages/start/dueList.ts';
import { firstPlanStates } from '../../renderer/pages/start/firstPlan.ts';
import { draftErrors } from '../../renderer/pages/start/planDraft.ts';

describe('what is due', () => {
  // Wednesday; the week goes from Monday the 3rd to Sunday the 9th of May 2027.
  const today = isoDate('2027-05-05');
  const decision = (name: string, decideBy: string) => ({
    contractId: `contract-${name}` as ContractId,
    name,
    decideBy: isoDate(decideBy),
    endsOn: isoDate('2027-12-31'),
  });
  const task = (name: string, kind: 'phase' | 'wave' | 'gate', startsOn: string | null) => ({
    id: `task-${name}` as TaskId,
    trackId: 'track-1' as TrackId,
    kind,
    phase: 'rollOut' as const,
    waveId: null,
    name,
    workingDays: 5,
    accountCount: 40,
    startsOn: startsOn === null ? null : isoDate(startsOn),
    finishesOn: startsOn === null ? null : isoDate(startsOn),
    notBefore: null,
  });
  const listed = (decisions: readonly ReturnType<typeof decision>[], tasks: readonly ReturnType<typeof task>[]) =>
    dueList({ decisions: [...decisions], timeline: { tracks: [], waves: [], tasks: [...tasks], freezes: [], capacities: [] } }, today).map(({ name, when }) => [
      name,
      when,
    ]);

  it('is sorted by day and knows what is late, what is this week and what comes', () => {
    expect(
      listed(
        [decision('missed', '2027-04-20'), decision('Sunday', '2027-05-09'), decision('June', '2027-06-15')],
        [task('Monday', 'wave', '2027-05-03'), task('next', 'gate', '2027-05-10')],
      ),
    ).toEqual([
      ['missed', 'past'],
      ['Monday', 'week'],
      ['Sunday', 'week'],
      ['next', 'later'],
      ['June', 'later'],
    ]);
  });

  it('leaves out phases, what has no date, what is long past and what is far ahead', () => {
    expect(
      listed(
        [decision('old', '2027-04-04'), decision('far', '2027-06-17')],
        [task('phase', 'phase', '2027-05-05'), task('undated', 'wave', null), task('last week', 'wave', '2027-05-02')],
      ),
    ).toEqual([]);
  });
});

describe('the way to a first report', () => {
  it('names the first step that is not done as the next', () => {
    const nothing = { accounts: 0, items: 0, itemsMapped: 0, finishesOn: null };
    expect(firstPlanStates(nothing, new Set())).toEqual({ import: 'next', decide: 'later', plan: 'later', costs: 'later', print: 'later' });
    const planned = { accounts: 10, items: 3, itemsMapped: 2, finishesOn: isoDate('2028-01-03') };
    expect(firstPlanStates(planned, new Set(['print']))).toEqual({ import: 'done', decide: 'done', plan: 'done', costs: 'next', print: 'done' });
  });
});

describe('a new plan', () => {
  it('needs a name, whose it is, and a start that can be meant', () => {
    expect(draftErrors({ name: ' ', administration: '', startsOn: '1999-12-31' })).toEqual({
      name: 'startPage.nameMissing',
      administration: 'startPage.nameMissing',
      startsOn: 'startPage.startMissing',
    });
    expect(draftErrors({ name: 'Plan', administration: 'Stadt', startsOn: '2027-01-04' })).toEqual({});
  });
});

describe('where an entry of the history stands', () => {
  const entry = (sequence: number, state: 'done' | 'undone') => ({
    sequence,
    state,
    at: '',
    actor: '',
    operation: '',
    labelKey: '',
    params: {},
    mayRollBack: false,
    rows: 1,
  });
  it('tells what can be brought back from what later work replaced', () => {
    // 2 was undone and 4 took its place; then 6 was undone.
    const list = { undo: entry(4, 'done'), redo: entry(6, 'undone') };
    expect([entry(1, 'done'), entry(2, 'undone'), entry(4, 'done'), entry(6, 'undone')].map((one) => standingOf(one, list))).toEqual([
      'done',
      'replaced',
      'current',
      'undone',
    ]);
    expect(standingOf(entry(2, 'undone'), { undo: entry(4, 'done'), redo: null })).toBe('replaced');
  });
});

describe('the contents of the paper', () => {
  it('finds sections by their titles in the paper’s language and keeps the headings under them', () => {
    const places = placesOf(
      [
        { level: 1, title: 'Kosten', page: 7 },
        { level: 2, title: 'Kosten nach Jahr, Art und Bereich', page: 8 },
        { level: 1, title: 'Konten', page: 9 },
      ],
      'de',
    );
    expect(places.get('title')).toEqual({ page: 1, parts: [] });
    expect(places.get('costs')).toEqual({ page: 7, parts: [{ level: 2, title: 'Kosten nach Jahr, Art und Bereich', page: 8 }] });
    expect(places.get('accounts')?.page).toBe(9);
    expect(places.has('summary')).toBe(false);
  });
});
