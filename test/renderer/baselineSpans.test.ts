import { describe, expect, it } from 'vitest';
import { addDays, isoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { WaveId } from '../../core/domain/ids.ts';
import { freezeBaseline } from '../../core/domain/schedule/baseline/freezeBaseline.ts';
import type { Task } from '../../core/domain/schedule/timeline/timeline.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { baselineSpans, spanOfNode } from '../../renderer/gantt/baselineSpans.ts';
import { openRows } from '../../renderer/gantt/chartRows.ts';
import { comparedSentence, rowName } from '../../renderer/gantt/rowWords.ts';
import { trackTree } from '../../renderer/gantt/trackTree.ts';
import { makeTask, makeTimeline, makeTrack, trackId } from '../support/scheduleFixtures.ts';

const day = (text: string) => toDayNumber(isoDate(text));
const track = makeTrack({ key: 'mail', name: 'Mail' });

function wave(number: number, startsOn: string): Task {
  const from = isoDate(startsOn);
  return makeTask(`wave ${number}`, {
    kind: 'wave',
    phase: 'rollOut',
    waveId: `w${number}` as WaveId,
    startsOn: from,
    finishesOn: addDays(from, 4),
  });
}

function plan(tasks: readonly Task[]) {
  const waves = tasks.flatMap(({ waveId }, index) =>
    waveId === null ? [] : [{ id: waveId, trackId: trackId('mail'), number: index + 1, isPilot: false, accountCount: 1, parts: [] }],
  );
  return makeTimeline({ tracks: [track], tasks, waves });
}

const approved = plan([wave(1, '2027-03-01'), wave(2, '2027-03-08')]);
const now = plan([wave(1, '2027-03-01'), wave(2, '2027-03-15'), wave(3, '2027-03-22'), makeTask('undated', { phase: 'switchOff' })]);
const spans = baselineSpans(freezeBaseline(approved, { years: [], lines: [] }).tasks);
const rows = openRows(trackTree(now, { critical: new Set(), done: new Map() }), () => true);

describe('an approved plan under the bars', () => {
  // approved  1 ▬▬▬▬▬ 2 ▬▬▬▬▬
  // now       1 █████         2 █████ 3 █████
  it('stays on the approved days, whatever moved; tracks and phases go from their first to their last approved day', () => {
    expect(rows.map(({ node }) => [node.kind, spanOfNode(spans, node)])).toEqual([
      ['track', { first: day('2027-03-01'), last: day('2027-03-12') }],
      ['phase', { first: day('2027-03-01'), last: day('2027-03-12') }],
      ['wave', { first: day('2027-03-01'), last: day('2027-03-05') }],
      ['wave', { first: day('2027-03-08'), last: day('2027-03-12') }],
      ['wave', null],
      ['phase', null],
    ]);
    expect(spans.whole).toEqual({ first: day('2027-03-01'), last: day('2027-03-12') });
  });

  it('is told in words, with the difference of the finish', () => {
    const t = createTranslator('en');
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(rows.map(({ node }) => `${rowName(node, t)}: ${plain(comparedSentence(node, spanOfNode(spans, node), t))}`)).toEqual([
      'Mail: planned 1 Mar 2027 – 26 Mar 2027; approved 1 Mar 2027 – 12 Mar 2027: 14 days later',
      'Roll-out: planned 1 Mar 2027 – 26 Mar 2027; approved 1 Mar 2027 – 12 Mar 2027: 14 days later',
      'Wave 1: planned 1 Mar 2027 – 5 Mar 2027; approved 1 Mar 2027 – 5 Mar 2027: as approved',
      'Wave 2: planned 15 Mar 2027 – 19 Mar 2027; approved 8 Mar 2027 – 12 Mar 2027: 7 days later',
      'Wave 3: planned 22 Mar 2027 – 26 Mar 2027; not in the baseline',
      'Switch-off: No dates; not in the baseline',
    ]);
  });

  it('is told where a task has lost its days', () => {
    const [row] = openRows(trackTree(plan([makeTask('wave 1', { phase: 'rollOut' })]), { critical: new Set(), done: new Map() }), () => true).slice(1);
    if (!row) throw new Error('the track has a phase');
    expect(comparedSentence(row.node, { first: 0, last: 1 }, createTranslator('en')).replaceAll('\u00a0', ' ')).toBe(
      'No dates; approved 1 Jan 1970 – 2 Jan 1970',
    );
  });

  it('knows no finish where nothing was dated', () => {
    expect(baselineSpans(freezeBaseline(plan([makeTask('undated')]), { years: [], lines: [] }).tasks).whole).toBeNull();
  });
});
