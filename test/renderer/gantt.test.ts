import { describe, expect, it } from 'vitest';
import { isoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { ContractId, UnitId, WaveId } from '../../core/domain/ids.ts';
import type { Timeline } from '../../core/domain/schedule/timeline/timeline.ts';
import { branchKeys, type ChartBar, type ChartRow, drawnBars, openRows, pathToTask } from '../../renderer/gantt/chartRows.ts';
import { contractClusters, termKey } from '../../renderer/gantt/contractClusters.ts';
import { daysDrawn } from '../../renderer/gantt/daysDrawn.ts';
import { ganttAction, type KeyPress } from '../../renderer/gantt/ganttKeys.ts';
import { chartRange, dayAt, fitZoom, type GanttScale, ganttAxis, xOf } from '../../renderer/gantt/ganttScale.ts';
import { loadShapes } from '../../renderer/gantt/loadShapes.ts';
import { emptyNode, trackTree } from '../../renderer/gantt/trackTree.ts';
import { unitTree } from '../../renderer/gantt/unitTree.ts';
import { readDate } from '../../renderer/parts/readDate.ts';
import { weeklyLoad } from '../../core/domain/schedule/explain/weeklyLoad.ts';
import { createWorkingCalendar } from '../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeTask, makeTimeline, makeTrack, makeUnit, taskId, trackId } from '../support/scheduleFixtures.ts';

const day = (text: string) => toDayNumber(isoDate(text));
const monday = day('2027-01-04');

function wave(number: number, startsOn: string, finishesOn: string) {
  const id = `w${number}` as WaveId;
  return {
    wave: {
      id,
      trackId: trackId('mail'),
      number,
      isPilot: number === 1,
      accountCount: 100,
      parts: [{ unitId: 'u1' as UnitId, firstRank: 0, lastRank: null, accountCount: 100 }],
    },
    task: makeTask(`task ${number}`, {
      kind: 'wave',
      phase: number === 1 ? 'pilot' : 'rollOut',
      waveId: id,
      accountCount: 100,
      workingDays: 5,
      startsOn: isoDate(startsOn),
      finishesOn: isoDate(finishesOn),
    }),
  };
}

const waves = [wave(1, '2027-01-11', '2027-01-15'), wave(2, '2027-01-18', '2027-01-22'), wave(3, '2027-01-25', '2027-01-29')];
const timeline: Timeline = makeTimeline({
  tracks: [makeTrack({ key: 'files', position: 1 }), makeTrack({ key: 'mail' })],
  waves: waves.map((one) => one.wave),
  tasks: [
    makeTask('prepare', { workingDays: 5, startsOn: isoDate('2027-01-04'), finishesOn: isoDate('2027-01-08') }),
    makeTask('gate', {
      kind: 'gate',
      phase: 'pilot',
      workingDays: 0,
      startsOn: isoDate('2027-01-18'),
      finishesOn: isoDate('2027-01-18'),
      name: 'Load test passed',
    }),
    ...waves.map((one) => one.task),
    makeTask('undated', { phase: 'switchOff' }),
  ],
});
const facts = { critical: new Set([taskId('task 3')]), done: new Map([['w2' as WaveId, 0.5]]) };
const nodes = trackTree(timeline, facts);

describe('the rows of the tracks', () => {
  it('are tracks in their order, phases, gates behind their phase, and waves', () => {
    const all = openRows(nodes, () => true);
    expect(all.map(({ node, level }) => `${level} ${node.kind} ${node.phase ?? node.track}`)).toEqual([
      '1 track mail',
      '2 phase prepare',
      '2 phase pilot',
      '3 wave pilot',
      '2 gate pilot',
      '2 phase rollOut',
      '3 wave rollOut',
      '3 wave rollOut',
      '2 phase switchOff',
      '1 track files',
    ]);
    expect(all[0]).toMatchObject({
      isOpen: true,
      parentKey: null,
      position: 1,
      setSize: 2,
      node: { accounts: 300, first: monday, last: day('2027-01-29'), isCritical: true },
    });
    expect(all[7]?.node).toMatchObject({ number: 3, accounts: 100, isCritical: true });
  });

  it('closed, show all that is under them', () => {
    const [mail] = openRows(nodes, () => false);
    expect(mail?.node.closedBars.map((bar) => `${bar.kind} ${bar.number ?? ''} ${bar.done}`)).toEqual(['phase  0', 'wave 1 0', 'wave 2 0.5', 'wave 3 0']);
    expect(mail?.node.closedMarks.map((mark) => mark.name)).toEqual(['Load test passed']);
    expect(mail?.node.bars).toMatchObject([{ kind: 'summary', first: monday, last: day('2027-01-29') }]);
  });

  it('without dates stay, without bars', () => {
    const rows = openRows(nodes, () => true);
    expect(rows[8]?.node).toMatchObject({ taskId: 'undated', first: null, last: null, bars: [] });
    expect(rows[9]?.node).toMatchObject({ track: 'files', bars: [], children: [] });
  });

  it('are found by their task, with what must be opened', () => {
    expect(pathToTask(nodes, taskId('task 2'))).toEqual({ key: 'task 2', above: ['mail', 'mail rollOut'] });
    expect(pathToTask(nodes, taskId('nobody'))).toBeNull();
    expect(branchKeys(nodes)).toEqual(['mail', 'mail pilot', 'mail rollOut']);
  });
});

describe('the rows of the units', () => {
  it('hold the waves by which their accounts move, a lane a track, and leave out units of which nobody moves', () => {
    const units = [makeUnit('u0', 5), { ...makeUnit('u1', 300), parentId: 'u0' as UnitId }, makeUnit('u2', 7)];
    const [root, ...others] = unitTree(timeline, units, facts);
    expect(others).toEqual([]);
    expect(root).toMatchObject({ key: 'u0', kind: 'unit', accounts: 305, lanes: 2, first: day('2027-01-11'), last: day('2027-01-29') });
    expect(root?.children[0]?.children.map((child) => `${child.key} ${child.accounts}`)).toEqual(['u1 task 1 100', 'u1 task 2 100', 'u1 task 3 100']);
    expect(root?.closedBars.map((bar) => bar.lane)).toEqual([0, 0, 0]);
  });
});

describe('the bars that are drawn', () => {
  const bars = nodes[0]?.closedBars ?? [];

  it('are those in view', () => {
    expect(drawnBars(bars, 10, day('2027-01-16'), day('2027-01-23')).map((bar) => bar.number)).toEqual([2]);
  });

  it('are one where waves are too narrow to tell apart, but for the critical chain', () => {
    const drawn = drawnBars(bars, 1, monday, day('2027-02-28'));
    expect(drawn.map((bar) => [bar.kind, bar.number, bar.accounts, bar.first, bar.last, bar.done])).toEqual([
      ['phase', null, 0, monday, day('2027-01-08'), 0],
      ['wave', null, 200, day('2027-01-11'), day('2027-01-22'), 0.25],
      ['wave', 3, 100, day('2027-01-25'), day('2027-01-29'), 0],
    ]);
  });

  it('cost no more than can be seen: a year of waves is one bar', () => {
    const year: ChartBar[] = Array.from({ length: 52 }, (_, week) => ({
      ...(bars[1] as ChartBar),
      first: monday + week * 7,
      last: monday + week * 7 + 4,
      lane: 0,
    }));
    expect(drawnBars(year, 1, monday, monday + 400)).toHaveLength(1);
    expect(drawnBars(year, 3, monday, monday + 400)).toHaveLength(52);
  });
});

describe('the days between which a row is drawn', () => {
  const february = { first: day('2027-02-01'), last: day('2027-02-26') };
  const bar = {
    taskId: null,
    kind: 'wave' as const,
    track: 'mail' as const,
    ...february,
    number: 1,
    accounts: 5,
    isPilot: false,
    isCritical: false,
    done: 0,
    lane: 0,
  };
  const row = (count: number): ChartRow => ({
    node: { ...emptyNode, key: 'w', kind: 'wave', accounts: 5, ...february, bars: [], closedBars: Array.from({ length: count }, () => bar) },
    level: 1,
    parentKey: null,
    isOpen: false,
    position: 1,
    setSize: 1,
  });

  it('are all or none for a row of few bars, so that it is not drawn at each scroll', () => {
    const near = daysDrawn(row(1), null, day('2027-01-01'), day('2027-06-30'));
    expect(near.fromDay).toBeLessThan(february.first);
    expect(near.toDay).toBeGreaterThan(february.last);
    expect(daysDrawn(row(1), null, day('2027-02-10'), day('2027-12-31'))).toBe(near);
    const far = daysDrawn(row(1), null, day('2027-06-01'), day('2027-12-31'));
    expect(far.fromDay).toBeGreaterThan(far.toDay);
  });

  it('are all where only the approved days are near', () => {
    const approved = { first: day('2027-07-01'), last: day('2027-07-02') };
    expect(daysDrawn(row(1), approved, day('2027-06-01'), day('2027-12-31')).toDay).toBe(Number.POSITIVE_INFINITY);
  });

  it('are those in view for a row of many bars', () => {
    expect(daysDrawn(row(9), null, 5, 7)).toEqual({ fromDay: 5, toDay: 7 });
  });
});

describe('the scale', () => {
  const scale: GanttScale = { firstDay: monday, days: 364, pxPerDay: 3 };

  it('is whole weeks with air around the plan, today where it is near', () => {
    const range = (today: string, decisions: readonly string[] = []) =>
      chartRange({ startsOn: isoDate('2027-01-04'), finishesOn: isoDate('2027-01-08'), today: isoDate(today), decisions: decisions.map(isoDate) });
    expect(range('2020-01-01')).toEqual({ firstDay: day('2026-12-28'), days: 42 });
    expect(range('2026-12-01').firstDay).toBe(day('2026-11-23'));
    expect(range('2020-01-01', ['2027-03-31', '2031-01-01'])).toEqual({ firstDay: day('2026-12-28'), days: 112 });
  });

  it('goes from days to pixels and back', () => {
    expect(xOf(scale, monday + 10)).toBe(30);
    expect(dayAt(scale, 30)).toBe(monday + 10);
    expect(fitZoom(700, 1050)).toBe(1.5);
    expect(fitZoom(8 * 364, 350)).toBeCloseTo(0.1202, 4);
    expect(fitZoom(100_000, 100)).toBe(0.12);
  });

  it('has years, months and ISO weeks, with as many week numbers as there is room for', () => {
    const axis = ganttAxis({ firstDay: day('2026-12-28'), days: 70, pxPerDay: 3 });
    expect(axis.years.map(({ year, x, width }) => [year, x, width])).toEqual([
      [2026, 0, 12],
      [2027, 12, 198],
    ]);
    expect(axis.months.map(({ month }) => month)).toEqual([12, 1, 2, 3]);
    expect(axis.weeks.map(({ week }) => week)).toEqual([53, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(axis.weeks.every(({ isLabelled }) => isLabelled)).toBe(true);
    const far = ganttAxis({ firstDay: day('2026-12-28'), days: 364, pxPerDay: 0.5 });
    expect(far.weeks.map(({ week }) => week)).toEqual([1, 9, 17, 25, 33, 41]);
    expect(far.monthLabel).toBe('letter');
  });

  it('has quarters where a month has no room for a letter, cut where the calendar does', () => {
    const { months, monthLabel } = ganttAxis({ firstDay: day('2027-02-01'), days: 5 * 364, pxPerDay: 0.25 });
    expect(monthLabel).toBe('quarter');
    expect(months.slice(0, 5).map(({ year, month, width }) => [year, month, width])).toEqual([
      [2027, 1, 14.75],
      [2027, 4, 22.75],
      [2027, 7, 23],
      [2027, 10, 23],
      [2028, 1, 22.75],
    ]);
  });

  it('has only those that are near what is in view where that is asked for', () => {
    const scale = { firstDay: day('2026-12-28'), days: 364, pxPerDay: 3 };
    const near = ganttAxis(scale, day('2027-02-10'), day('2027-03-10'));
    expect(near.years.map(({ year }) => year)).toEqual([2027]);
    expect(near.months.map(({ month }) => month)).toEqual([2, 3]);
    expect(near.months).toEqual(ganttAxis(scale).months.slice(2, 4));
    expect(near.weeks.map(({ week }) => week)).toEqual([6, 7, 8, 9, 10]);
  });

  it('cuts months and years where the calendar does', () => {
    const { months, years } = ganttAxis({ firstDay: day('2027-12-27'), days: 441, pxPerDay: 1 });
    expect(months.map(({ month, width }) => [month, width]).slice(0, 4)).toEqual([
      [12, 5],
      [1, 31],
      [2, 29],
      [3, 31],
    ]);
    expect(years.map(({ year, width }) => [year, width])).toEqual([
      [2027, 5],
      [2028, 366],
      [2029, 70],
    ]);
  });
});

describe('contracts on their lane', () => {
  const scale: GanttScale = { firstDay: monday, days: 364, pxPerDay: 1 };
  const contract = (id: string, decideBy: string, endsOn: string) => ({
    contractId: id as ContractId,
    name: id,
    decideBy: isoDate(decideBy),
    endsOn: isoDate(endsOn),
  });
  const list = [contract('c', '2027-04-04', '2027-12-31'), contract('a', '2027-01-05', '2027-06-30'), contract('b', '2027-01-13', '2029-12-31')];

  it('are one mark where they would touch, and left out where the chart ends', () => {
    const decisions = contractClusters(list, new Set([termKey(contract('b', '2027-01-13', '2027-01-13'))]), scale, 'decision');
    expect(decisions.map((cluster) => [cluster.contracts.map(({ name }) => name).join(' '), cluster.x, cluster.from, cluster.to, cluster.isAtRisk])).toEqual([
      ['a b', 1, '2027-01-05', '2027-01-13', true],
      ['c', 90, '2027-04-04', '2027-04-04', false],
    ]);
    expect(contractClusters(list, new Set(), scale, 'end').map(({ contracts }) => contracts.map(({ name }) => name))).toEqual([['a'], ['c']]);
  });

  it('keep room for counts of three digits', () => {
    const many = Array.from({ length: 100 }, (_, index) => contract(`m${index}`, '2027-02-01', '2027-12-31'));
    const counts = (decideBy: string) =>
      contractClusters([...many, contract('x', decideBy, '2027-12-31')], new Set(), scale, 'decision').map((c) => c.contracts.length);
    expect(counts('2027-03-03')).toEqual([101]);
    expect(counts('2027-03-09')).toEqual([100, 1]);
  });

  it('have their count before them where it would be cut at the end of the chart', () => {
    expect(contractClusters(list, new Set(), scale, 'end').map(({ x, isAtEdge }) => [x, isAtEdge])).toEqual([
      [177, false],
      [361, true],
    ]);
    const nearEnd = [contract('d', '2027-01-05', '2027-11-15'), contract('e', '2027-01-05', '2027-11-30'), contract('f', '2027-01-05', '2027-12-31')];
    expect(contractClusters(nearEnd, new Set(), scale, 'end').map(({ x, isAtEdge, contracts }) => [x, isAtEdge, contracts.length])).toEqual([
      [315, false, 2],
      [361, true, 1],
    ]);
  });

  it('are one mark where a count before the last would stand on the one before', () => {
    const close = [contract('d', '2027-01-05', '2027-11-30'), contract('e', '2027-01-05', '2027-12-29')];
    expect(contractClusters(close, new Set(), scale, 'end').map(({ x, contracts, to }) => [x, contracts.length, to])).toEqual([[330, 2, '2027-12-29']]);
  });
});

describe('the load under the chart', () => {
  const scale: GanttScale = { firstDay: monday, days: 56, pxPerDay: 1 };
  const weeks = weeklyLoad(timeline, createWorkingCalendar([]));
  const shapes = (capacity: number | null, measure: 'accounts' | 'trainers' = 'accounts') =>
    loadShapes({ weeks, tracks: timeline.tracks, measure, capacity, scale, height: 80 });

  it('is a column a week, in the colour of its track', () => {
    const { paths, top, ticks } = shapes(null);
    expect(paths.map(({ track }) => track)).toEqual(['mail']);
    expect(paths[0]?.d.match(/M/g)).toHaveLength(3);
    expect(paths[0]?.d.startsWith('M7 80v-80h6v80z')).toBe(true);
    expect([top, ticks[0]]).toEqual([100, { value: 0, y: 80 }]);
  });

  it('draws the capacity unless it is far above what is needed', () => {
    expect(shapes(120).capacityY).toBeGreaterThanOrEqual(0);
    expect(shapes(1000).capacityY).toBeNull();
    expect(shapes(null, 'trainers')).toMatchObject({ paths: [], top: 1 });
  });
});

describe('keys on a row', () => {
  const closed = openRows(nodes, () => false);
  const open = openRows(nodes, () => true);
  const press = (key: string, shiftKey = false): KeyPress => ({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false });

  it.each([
    ['ArrowDown', 'mail', { kind: 'focus', key: 'mail prepare' }],
    ['ArrowUp', 'mail', { kind: 'focus', key: 'mail' }],
    ['End', 'mail', { kind: 'focus', key: 'files' }],
    ['Home', 'files', { kind: 'focus', key: 'mail' }],
    ['PageDown', 'mail', { kind: 'focus', key: 'gate' }],
    ['ArrowRight', 'mail', { kind: 'focus', key: 'mail prepare' }],
    ['ArrowRight', 'mail prepare', null],
    ['ArrowLeft', 'mail', { kind: 'close', key: 'mail' }],
    ['ArrowLeft', 'task 3', { kind: 'focus', key: 'mail rollOut' }],
    ['ArrowLeft', 'files', null],
    ['Enter', 'task 3', { kind: 'show', key: 'task 3' }],
    ['0', 'mail', { kind: 'fit' }],
    ['x', 'mail', null],
  ])('%s on an open chart at %s', (key, at, action) => {
    expect(ganttAction(open, at, press(key), 4)).toEqual(action);
  });

  it('opens a closed row, proposes a week with Shift, and leaves the browser its own keys', () => {
    expect(ganttAction(closed, null, press('ArrowRight'), 4)).toEqual({ kind: 'open', key: 'mail' });
    expect(ganttAction(open, 'task 3', press('ArrowLeft', true), 4)).toEqual({ kind: 'shift', key: 'task 3', days: -7 });
    expect(ganttAction(open, 'mail', press('ArrowRight', true), 4)).toBeNull();
    expect(ganttAction(open, 'mail', { ...press('ArrowDown'), ctrlKey: true }, 4)).toBeNull();
    expect(ganttAction([], null, press('ArrowDown'), 4)).toBeNull();
  });
});

describe('a date that is typed', () => {
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

  it.each(['3.5.2027', '03/05/2027', '3 May 2027', '2027-05-03', ' 3. 5. 27 ', '3-may-27'])('%s is 3 May 2027', (text) => {
    expect(readDate(text, months)).toBe('2027-05-03');
  });

  it.each(['', '31.2.2027', '3.13.2027', '3.5', '3.5.327', 'May 3 2027', 'soon', '3.xyz.2027'])('%s is none', (text) => {
    expect(readDate(text, months)).toBeNull();
  });
});
