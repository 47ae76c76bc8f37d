import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { explainTask } from '../../../core/domain/schedule/explain/explainTask.ts';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import { scheduleTimeline } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import type { Task, Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeFreeze, makeLink, makeTask, makeTimeline, makeTrack, taskId, trackId } from '../../support/scheduleFixtures.ts';

const plain = createWorkingCalendar([]);
const monday = isoDate('2027-01-04');
const wave = (id: string, accountCount: number, fields: Partial<Task> = {}) =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount, workingDays: Math.ceil((accountCount * 5) / 100), ...fields });
const scheduled = (timeline: Timeline): Timeline => ({ ...timeline, tasks: scheduleTimeline(timeline, monday, plain).tasks });
const explain = (timeline: Timeline, id: string) => explainTask(timeline, { projectStart: monday, openFrom: null, calendar: plain }, taskId(id));

describe('explainTask', () => {
  // January 2027   4  5  6  7  8  .  . 11 12 13 14 15
  //   a            #  #  #  #  #
  //   b                                 #  #
  //   short        #
  it('names the link and the weekend, and the slack of what has time', () => {
    const timeline = scheduled(
      makeTimeline({ tasks: [makeTask('a', { workingDays: 5 }), makeTask('b', { workingDays: 2 }), makeTask('short')], links: [makeLink('a', 'b')] }),
    );
    expect(explain(timeline, 'a')).toEqual({
      reasons: [{ kind: 'projectStart', messageKey: 'schedule.why.projectStart', params: { date: '2027-01-04' }, tasks: [], freezeId: null }],
      freeSlack: 0,
      pathSlack: 0,
    });
    expect(explain(timeline, 'b')?.reasons).toEqual([
      { kind: 'link', messageKey: 'schedule.link.phaseOrder.why', params: { task: 'a', finish: '2027-01-08', lag: 0 }, tasks: ['a'], freezeId: null },
      { kind: 'calendar', messageKey: 'schedule.why.calendar', params: { from: '2027-01-09', to: '2027-01-10' }, tasks: [], freezeId: null },
    ]);
    expect(explain(timeline, 'short')).toMatchObject({ freeSlack: 6, pathSlack: 6 });
  });

  it('names the lane and the wave that holds it', () => {
    const timeline = scheduled(makeTimeline({ tasks: [wave('w1', 40), wave('w2', 40)] }));
    expect(explain(timeline, 'w2')?.reasons).toEqual([
      { kind: 'resource', messageKey: 'schedule.why.resource.lane', params: { date: '2027-01-05', capacity: 20, users: 1 }, tasks: ['w1'], freezeId: null },
    ]);
  });

  it('names the trainers that another track uses', () => {
    const tracks = [makeTrack({ key: 'mail', trainingMinutesPerAccount: 10 }), makeTrack({ key: 'files', position: 1, trainingMinutesPerAccount: 10 })];
    const timeline = scheduled(
      makeTimeline({
        tracks,
        tasks: [wave('m', 20), wave('f', 20, { trackId: trackId('files') })],
        capacities: [{ resource: 'trainers', minutesPerDay: 300 }],
      }),
    );
    expect(explain(timeline, 'f')?.reasons).toEqual([
      { kind: 'resource', messageKey: 'schedule.why.resource.trainers', params: { date: '2027-01-04', capacity: 5, users: 1 }, tasks: ['m'], freezeId: null },
    ]);
  });

  it('names the freeze and the owner’s own date', () => {
    const timeline = scheduled(
      makeTimeline({ tasks: [wave('w', 20), makeTask('p', { notBefore: isoDate('2027-01-07') })], freezes: [makeFreeze('2027-01-04', '2027-01-05')] }),
    );
    expect(explain(timeline, 'w')?.reasons.map((reason) => [reason.kind, reason.freezeId])).toEqual([['freeze', 'freeze 2027-01-04']]);
    expect(explain(timeline, 'p')?.reasons.map((reason) => [reason.kind, reason.params.date])).toEqual([['notBefore', '2027-01-07']]);
  });

  it('says when nothing keeps a task, and where it could be', () => {
    const timeline = makeTimeline({ tasks: [makeTask('a', { startsOn: isoDate('2027-01-13'), finishesOn: isoDate('2027-01-13') })] });
    expect(explain(timeline, 'a')?.reasons.map((reason) => [reason.kind, reason.params.date])).toEqual([['free', '2027-01-04']]);
    expect(explain(makeTimeline({ tasks: [makeTask('b')] }), 'b')?.reasons.map((reason) => reason.kind)).toEqual(['withoutDates']);
    expect(explain(timeline, 'nobody')).toBeNull();
  });

  it('says when a task waits for one that has no dates', () => {
    const tracks = [makeTrack({ key: 'mail', crewMinutesPerAccount: 30 })];
    const timeline = scheduled(
      makeTimeline({
        tracks,
        tasks: [wave('too much', 20), makeTask('after')],
        links: [makeLink('too much', 'after')],
        capacities: [{ resource: 'crew', minutesPerDay: 480 }],
      }),
    );
    expect(explain(timeline, 'after')?.reasons.map((reason) => [reason.messageKey, reason.tasks])).toEqual([['schedule.why.linkWithoutDates', ['too much']]]);
  });

  it('finds a reason for every task of a scheduled plan: no task could start a day earlier', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = createRandom(seed);
      const tracks = [
        makeTrack({ key: 'mail', crewMinutesPerAccount: 10 }),
        makeTrack({ key: 'files', position: 1, accountsPerWeek: 60, crewMinutesPerAccount: 20 }),
      ];
      const tasks = Array.from({ length: 20 }, (_, index) => {
        const accountCount = 1 + Math.floor(random() * 90);
        const track = tracks[index % 2] as (typeof tracks)[number];
        return index % 3 === 0
          ? makeTask(`t${index}`, { workingDays: 1 + Math.floor(random() * 6), trackId: track.id })
          : wave(`t${index}`, accountCount, { trackId: track.id, workingDays: Math.ceil((accountCount * 5) / track.accountsPerWeek) });
      });
      const links = tasks.slice(1).map((task, index) => makeLink(`t${Math.floor(random() * (index + 1))}`, task.id, Math.floor(random() * 4)));
      const timeline = scheduled(
        makeTimeline({ tracks, tasks, links, freezes: [makeFreeze('2027-01-13', '2027-01-19')], capacities: [{ resource: 'crew', minutesPerDay: 400 }] }),
      );
      for (const task of timeline.tasks) {
        const kinds = explain(timeline, task.id)?.reasons.map((reason) => reason.kind) ?? [];
        expect(kinds.length, `${seed} ${task.id}`).toBeGreaterThan(0);
        expect(kinds, `${seed} ${task.id}`).not.toContain('free');
      }
    }
  });
});
