import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { cents } from '../../../core/domain/money.ts';
import { compareBaseline } from '../../../core/domain/schedule/baseline/compareBaseline.ts';
import { freezeBaseline } from '../../../core/domain/schedule/baseline/freezeBaseline.ts';
import type { Task } from '../../../core/domain/schedule/timeline/timeline.ts';
import { makeTask, makeTimeline, makeTrack } from '../../support/scheduleFixtures.ts';

const mail = makeTrack({ key: 'mail' });
const office = makeTrack({ key: 'office', position: 1 });
const trackIds = [mail.id, office.id];

function wave(id: string, startsOn: string, finishesOn: string, fields: Partial<Task> = {}): Task {
  return makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount: 100, startsOn: isoDate(startsOn), finishesOn: isoDate(finishesOn), ...fields });
}

function frozen(tasks: readonly Task[], years: readonly number[] = [2027], byYear: readonly number[] = years.map(() => 0)) {
  return freezeBaseline(makeTimeline({ tracks: [mail, office], tasks }), { years, lines: [{ track: 'mail', byYear: byYear.map(cents) }] });
}

describe('freezeBaseline', () => {
  it('adds up the kinds of cost by year and track: licence 10.00 and training 5.00 on mail are one row of 15.00', () => {
    const { costs } = freezeBaseline(makeTimeline({ tracks: [mail, office] }), {
      years: [2027, 2028],
      lines: [
        { track: 'mail', byYear: [cents(10_00), cents(0)] },
        { track: 'mail', byYear: [cents(5_00), cents(7_00)] },
        { track: null, byYear: [cents(3_00), cents(0)] },
        { track: 'chat', byYear: [cents(0), cents(4_00)] },
      ],
    });
    expect(costs).toEqual([
      { year: 2027, trackId: mail.id, costCents: 15_00 },
      { year: 2028, trackId: mail.id, costCents: 7_00 },
      { year: 2027, trackId: null, costCents: 3_00 },
      { year: 2028, trackId: null, costCents: 4_00 },
    ]);
  });

  it('keeps each task with its days, its accounts and its name', () => {
    const { tasks } = frozen([wave('mail:wave:1', '2027-03-01', '2027-03-05', { name: 'Mail: wave 1', notBefore: isoDate('2027-03-01') })]);
    expect(tasks).toEqual([
      {
        taskId: 'mail:wave:1',
        trackId: mail.id,
        kind: 'wave',
        phase: 'rollOut',
        name: 'Mail: wave 1',
        accountCount: 100,
        startsOn: '2027-03-01',
        finishesOn: '2027-03-05',
      },
    ]);
  });
});

describe('compareBaseline', () => {
  it('finds nothing where nothing changed', () => {
    const plan = frozen([wave('1', '2027-03-01', '2027-03-05')], [2027, 2028], [100, 200]);
    const { total, tracks, years } = compareBaseline(plan, { ...plan, trackIds });
    expect(total).toEqual({
      finish: { approved: '2027-03-05', now: '2027-03-05' },
      finishShiftDays: 0,
      accounts: { approved: 100, now: 100 },
      costCents: { approved: 300, now: 300 },
      wavesAdded: 0,
      wavesRemoved: 0,
      wavesMoved: 0,
    });
    expect(tracks.map((track) => [track.trackId, track.finishShiftDays, track.accounts?.now])).toEqual([
      [mail.id, 0, 100],
      [office.id, null, 0],
    ]);
    expect(years).toEqual([
      { year: 2027, approved: 100, now: 100 },
      { year: 2028, approved: 200, now: 200 },
    ]);
  });

  // approved  1 ████▌
  // now       1      ████▌
  it('counts a wave that moved by a week: 7 days later, one wave moved', () => {
    const approved = frozen([wave('1', '2027-03-01', '2027-03-05')]);
    const { total } = compareBaseline(approved, { ...frozen([wave('1', '2027-03-08', '2027-03-12')]), trackIds });
    expect(total).toMatchObject({ finishShiftDays: 7, wavesMoved: 1, wavesAdded: 0, wavesRemoved: 0 });
  });

  // approved  1 ████▌ 2 ████▌
  // now       1 ██████████▌       3 ████▌ (office)
  it('counts waves by their ids, on the track on which they are', () => {
    const approved = frozen([wave('1', '2027-03-01', '2027-03-05'), wave('2', '2027-03-08', '2027-03-12')]);
    const now = frozen([
      wave('1', '2027-03-01', '2027-03-12', { accountCount: 150 }),
      wave('3', '2027-03-15', '2027-03-19', { trackId: office.id, accountCount: 10 }),
      makeTask('gate', { kind: 'gate', startsOn: isoDate('2027-02-26'), finishesOn: isoDate('2027-02-26') }),
    ]);
    const { tracks, total } = compareBaseline(approved, { ...now, trackIds });
    expect(
      tracks.map(({ wavesAdded, wavesRemoved, wavesMoved, accounts, finishShiftDays }) => [wavesAdded, wavesRemoved, wavesMoved, accounts, finishShiftDays]),
    ).toEqual([
      [0, 1, 1, { approved: 200, now: 150 }, 0],
      [1, 0, 0, { approved: 0, now: 10 }, null],
    ]);
    expect(total).toMatchObject({ wavesAdded: 1, wavesRemoved: 1, wavesMoved: 1, finishShiftDays: 7, accounts: { approved: 200, now: 160 } });
  });

  it('compares the costs of the approved years only: a plan that takes longer counts more years', () => {
    const approved = frozen([], [2027, 2028], [100, 50]);
    const { total, years } = compareBaseline(approved, { ...frozen([], [2027, 2028, 2029], [120, 40, 999]), trackIds });
    expect(total.costCents).toEqual({ approved: 150, now: 160 });
    expect(years).toEqual([
      { year: 2027, approved: 100, now: 120 },
      { year: 2028, approved: 50, now: 40 },
    ]);
  });

  it('knows the approved years where nothing had a price yet', () => {
    const approved = frozen([], [2027, 2028], [0, 0]);
    expect(compareBaseline(approved, { ...frozen([], [2027, 2028], [70, 30]), trackIds }).total.costCents).toEqual({ approved: 0, now: 100 });
  });

  it('has no shift where one of the two has no dates, and keeps a track that only the baseline has', () => {
    const approved = frozen([wave('1', '2027-03-01', '2027-03-05')]);
    const { tracks } = compareBaseline(approved, { tasks: [], costs: [], trackIds: [office.id] });
    expect(tracks.map(({ trackId, finish, finishShiftDays, wavesRemoved }) => ({ trackId, finish, finishShiftDays, wavesRemoved }))).toEqual([
      { trackId: office.id, finish: { approved: null, now: null }, finishShiftDays: null, wavesRemoved: 0 },
      { trackId: mail.id, finish: { approved: '2027-03-05', now: null }, finishShiftDays: null, wavesRemoved: 1 },
    ]);
  });
});
