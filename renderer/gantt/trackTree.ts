import { toDayNumber } from '../../core/domain/calendar.ts';
import type { TaskId, WaveId } from '../../core/domain/ids.ts';
import type { PhaseKind } from '../../core/domain/schedule/timeline/planTemplate.ts';
import type { Task, ShownTimeline, Track, Wave } from '../../core/domain/schedule/timeline/timeline.ts';
import type { ChartBar, ChartMark, ChartNode } from './chartRows.ts';

/** What the chart draws beside the timeline itself. */
export type ChartFacts = {
  readonly critical: ReadonlySet<TaskId>;
  /** Share of each wave's accounts that have moved. */
  readonly done: ReadonlyMap<WaveId, number>;
};

const phaseOrder: readonly PhaseKind[] = ['assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff'];

/** Tracks, in each its phases with their gates, in each of those its waves. Tasks without dates are rows without bars. */
export function trackTree(timeline: ShownTimeline, facts: ChartFacts): readonly ChartNode[] {
  const waves = new Map(timeline.waves.map((wave) => [wave.id, wave]));
  const tasksOf = new Map<string, Task[]>();
  for (const task of timeline.tasks) {
    const list = tasksOf.get(task.trackId);
    if (list) list.push(task);
    else tasksOf.set(task.trackId, [task]);
  }
  return [...timeline.tracks]
    .sort((one, other) => one.position - other.position)
    .map((track) => {
      const tasks = tasksOf.get(track.id) ?? [];
      const children = phaseOrder.flatMap((phase) => {
        const own = tasks.filter((task) => task.phase === phase);
        return own.length === 0 ? [] : phaseNodes(track, phase, own, waves, facts);
      });
      const first = least(children.map((child) => child.first));
      const last = greatest(children.map((child) => child.last));
      return {
        ...emptyNode,
        key: track.id,
        kind: 'track' as const,
        track: track.key,
        trackId: track.id,
        name: track.name,
        accounts: timeline.waves.reduce((sum, wave) => sum + (wave.trackId === track.id ? wave.accountCount : 0), 0),
        first,
        last,
        isCritical: children.some((child) => child.isCritical),
        bars: first === null || last === null ? [] : [{ ...plainBar, track: track.key, first, last }],
        marks: [],
        closedBars: children.flatMap((child) =>
          child.children.length === 0 ? child.bars : [...child.bars.filter((bar) => bar.kind === 'phase'), ...child.children.flatMap((wave) => wave.bars)],
        ),
        closedMarks: children.flatMap((child) => child.marks),
        children,
      };
    });
}

export const emptyNode = {
  track: null,
  trackId: null,
  unitId: null,
  taskId: null,
  phase: null,
  number: null,
  isPilot: false,
  name: null,
  isCritical: false,
  bars: [],
  marks: [],
  closedBars: [],
  closedMarks: [],
  lanes: 1,
  children: [],
} as const;

const plainBar = { taskId: null, kind: 'summary', number: null, accounts: 0, isPilot: false, isCritical: false, done: 0, lane: 0 } as const;

function phaseNodes(track: Track, phase: PhaseKind, tasks: readonly Task[], waves: ReadonlyMap<WaveId, Wave>, facts: ChartFacts): ChartNode[] {
  const main = tasks.find((task) => task.kind === 'phase');
  const children = tasks.filter((task) => task.kind === 'wave').map((task) => waveNode(track, task, waves, facts));
  const gates = tasks.filter((task) => task.kind === 'gate').map((task) => gateNode(track, task, facts));
  if (!main && children.length === 0) return gates;
  const bars = main ? barsOf(track, main, waves, facts) : [];
  const first = least([...bars.map((bar) => bar.first), ...children.map((child) => child.first)]);
  const last = greatest([...bars.map((bar) => bar.last), ...children.map((child) => child.last)]);
  const summary: ChartBar[] = main || first === null || last === null ? [] : [{ ...plainBar, track: track.key, first, last }];
  const node: ChartNode = {
    ...emptyNode,
    key: `${track.id} ${phase}`,
    kind: 'phase',
    track: track.key,
    trackId: track.id,
    taskId: main?.id ?? null,
    phase,
    accounts: children.reduce((sum, child) => sum + child.accounts, 0),
    first,
    last,
    isCritical: (main !== undefined && facts.critical.has(main.id)) || children.some((child) => child.isCritical),
    bars: [...summary, ...bars],
    closedBars: [...bars, ...children.flatMap((child) => child.bars)],
    children,
  };
  return [node, ...gates];
}

export function waveNode(track: Track, task: Task, waves: ReadonlyMap<WaveId, Wave>, facts: ChartFacts, key: string = task.id): ChartNode {
  const bars = barsOf(track, task, waves, facts);
  const wave = task.waveId === null ? undefined : waves.get(task.waveId);
  return {
    ...emptyNode,
    key,
    kind: 'wave',
    track: track.key,
    trackId: track.id,
    taskId: task.id,
    phase: task.phase,
    number: wave?.number ?? null,
    isPilot: wave?.isPilot ?? false,
    accounts: task.accountCount,
    first: bars[0]?.first ?? null,
    last: bars[0]?.last ?? null,
    isCritical: facts.critical.has(task.id),
    bars,
    closedBars: bars,
  };
}

function gateNode(track: Track, task: Task, facts: ChartFacts): ChartNode {
  const isCritical = facts.critical.has(task.id);
  const marks: ChartMark[] = task.startsOn === null ? [] : [{ taskId: task.id, day: toDayNumber(task.startsOn), name: task.name, isCritical }];
  const day = marks[0]?.day ?? null;
  return {
    ...emptyNode,
    key: task.id,
    kind: 'gate',
    track: track.key,
    trackId: track.id,
    taskId: task.id,
    phase: task.phase,
    name: task.name,
    accounts: 0,
    first: day,
    last: day,
    isCritical,
    marks,
    closedMarks: marks,
  };
}

function barsOf(track: Track, task: Task, waves: ReadonlyMap<WaveId, Wave>, facts: ChartFacts): ChartBar[] {
  if (task.startsOn === null || task.finishesOn === null || task.kind === 'gate') return [];
  const wave = task.waveId === null ? undefined : waves.get(task.waveId);
  return [
    {
      taskId: task.id,
      kind: task.kind,
      track: track.key,
      first: toDayNumber(task.startsOn),
      last: toDayNumber(task.finishesOn),
      number: wave?.number ?? null,
      accounts: task.accountCount,
      isPilot: wave?.isPilot ?? false,
      isCritical: facts.critical.has(task.id),
      done: task.waveId === null ? 0 : (facts.done.get(task.waveId) ?? 0),
      lane: 0,
    },
  ];
}

export function least(days: readonly (number | null)[]): number | null {
  return days.reduce<number | null>((found, day) => (day === null || (found !== null && found <= day) ? found : day), null);
}

export function greatest(days: readonly (number | null)[]): number | null {
  return days.reduce<number | null>((found, day) => (day === null || (found !== null && found >= day) ? found : day), null);
}
