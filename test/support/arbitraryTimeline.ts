import fc from 'fast-check';
import type { WaveId } from '../../core/domain/ids.ts';
import type { Timeline } from '../../core/domain/schedule/timeline/timeline.ts';
import { makeFreeze, makeLink, makeTask, makeTimeline, makeTrack, trackId } from './scheduleFixtures.ts';

const keys = ['mail', 'files', 'office'] as const;
/** A lane moves so many accounts a week, a fifth of them a day. */
const accountsPerWeek = 500;

const aTask = fc.record({
  track: fc.integer({ min: 0, max: 2 }),
  /** 0 is a phase without accounts. */
  accounts: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 450 }) }, { weight: 1, arbitrary: fc.constant(0) }),
  days: fc.integer({ min: 0, max: 4 }),
});
const aLink = fc.record({ one: fc.nat(20), other: fc.nat(20), lag: fc.integer({ min: -3, max: 4 }) });

/** Plans of a few tasks on three lanes that share trainers and crew, with links and freezes; nothing in them is impossible. */
export function arbitraryTimeline(mostTasks: number): fc.Arbitrary<Timeline> {
  return fc
    .record({
      tasks: fc.array(aTask, { minLength: 1, maxLength: mostTasks }),
      links: fc.array(aLink, { maxLength: 2 * mostTasks }),
      hasFreezes: fc.boolean(),
      trainers: fc.constantFrom(0, 200, 260, 500),
      crew: fc.constantFrom(0, 100, 150, 180),
    })
    .map(({ tasks, links, hasFreezes, trainers, crew }) =>
      makeTimeline({
        tracks: keys.map((key, index) =>
          makeTrack({
            key,
            accountsPerWeek,
            trainingMinutesPerAccount: trainers === 0 ? 0 : 2,
            crewMinutesPerAccount: crew === 0 || index === 1 ? 0 : 1,
          }),
        ),
        tasks: tasks.map(({ track, accounts, days }, index) => {
          const fields = { trackId: trackId(keys[track] as string), name: `t${index}` };
          if (accounts === 0) return makeTask(`t${index}`, { ...fields, kind: days === 0 ? 'gate' : 'phase', workingDays: days });
          const waveId = `t${index}` as WaveId;
          return makeTask(`t${index}`, { ...fields, kind: 'wave', phase: 'rollOut', waveId, accountCount: accounts, workingDays: Math.ceil(accounts / 100) });
        }),
        links: links.flatMap(({ one, other, lag }) => {
          const [from, to] = [Math.min(one, other) % tasks.length, Math.max(one, other) % tasks.length].sort((a, b) => a - b) as [number, number];
          return from === to ? [] : [makeLink(`t${from}`, `t${to}`, lag)];
        }),
        freezes: hasFreezes ? [makeFreeze('2027-01-07', '2027-01-08'), makeFreeze('2027-01-18', '2027-01-19', 'mail')] : [],
        capacities: [
          ...(trainers === 0 ? [] : [{ resource: 'trainers' as const, minutesPerDay: trainers }]),
          ...(crew === 0 ? [] : [{ resource: 'crew' as const, minutesPerDay: crew }]),
        ],
      }),
    );
}
