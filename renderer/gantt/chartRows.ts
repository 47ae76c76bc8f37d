import type { DayNumber } from '../../core/domain/calendar.ts';
import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import type { TaskId, TrackId, UnitId } from '../../core/domain/ids.ts';
import type { PhaseKind } from '../../core/domain/schedule/timeline/planTemplate.ts';

/** A bar from its first to its last day, both included. */
export type ChartBar = {
  /** Null for a bar that sums others up. */
  readonly taskId: TaskId | null;
  readonly kind: 'summary' | 'phase' | 'wave';
  readonly track: TrackKey;
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** The wave's number; null for other bars and for several waves drawn as one. */
  readonly number: number | null;
  readonly accounts: number;
  readonly isPilot: boolean;
  readonly isCritical: boolean;
  /** Share of its accounts that have moved, 0 to 1. */
  readonly done: number;
  /** Place among the lanes of its row, from 0. */
  readonly lane: number;
};

export type ChartMark = { readonly taskId: TaskId; readonly day: DayNumber; readonly name: string; readonly isCritical: boolean };

/** A row with those under it, open or not. */
export type ChartNode = {
  readonly key: string;
  readonly kind: 'track' | 'phase' | 'wave' | 'gate' | 'unit';
  readonly track: TrackKey | null;
  readonly trackId: TrackId | null;
  readonly unitId: UnitId | null;
  readonly taskId: TaskId | null;
  readonly phase: PhaseKind | null;
  readonly number: number | null;
  readonly isPilot: boolean;
  /** What somebody called it; rows without a name are called by their kind. */
  readonly name: string | null;
  readonly accounts: number;
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
  readonly isCritical: boolean;
  /** What the row draws while it is open, or always where it has no rows under it. */
  readonly bars: readonly ChartBar[];
  readonly marks: readonly ChartMark[];
  /** What it draws while it is closed: its own and those of the rows under it. */
  readonly closedBars: readonly ChartBar[];
  readonly closedMarks: readonly ChartMark[];
  readonly lanes: number;
  readonly children: readonly ChartNode[];
};

export type ChartRow = {
  readonly node: ChartNode;
  readonly level: number;
  readonly parentKey: string | null;
  readonly isOpen: boolean;
  readonly position: number;
  readonly setSize: number;
};

/** The rows that show: every node, and those under it where it is open. */
export function openRows(nodes: readonly ChartNode[], isOpen: (key: string) => boolean): readonly ChartRow[] {
  const rows: ChartRow[] = [];
  const add = (siblings: readonly ChartNode[], level: number, parentKey: string | null) => {
    for (const [index, node] of siblings.entries()) {
      const open = node.children.length > 0 && isOpen(node.key);
      rows.push({ node, level, parentKey, isOpen: open, position: index + 1, setSize: siblings.length });
      if (open) add(node.children, level + 1, node.key);
    }
  };
  add(nodes, 1, null);
  return rows;
}

/** Keys of all rows that have rows under them. */
export function branchKeys(nodes: readonly ChartNode[]): string[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [] : [node.key, ...branchKeys(node.children)]));
}

/** Keys of the rows above the first row that draws a task; null where none does. */
export function pathToTask(nodes: readonly ChartNode[], taskId: TaskId): { readonly key: string; readonly above: readonly string[] } | null {
  for (const node of nodes) {
    if (node.taskId === taskId) return { key: node.key, above: [] };
    const below = pathToTask(node.children, taskId);
    if (below) return { key: below.key, above: [node.key, ...below.above] };
  }
  return null;
}

/** Waves narrower than this many pixels a week are drawn as one bar where they follow each other. */
const narrowWeek = 20;
const touching = 3;

/**
 * The bars of a row that show between two days; waves too narrow to tell apart become one bar, so that a year of them
 * costs no more than what can be seen.
 *
 * Example: at 1 pixel a day, waves of 4 to 8 and 11 to 15 January are one bar from 4 to 15 January.
 */
export function drawnBars(bars: readonly ChartBar[], pxPerDay: number, from: DayNumber, to: DayNumber): readonly ChartBar[] {
  const seen = bars.filter((bar) => bar.last >= from && bar.first <= to);
  if (seen.length < 2 || pxPerDay * 7 >= narrowWeek) return seen;
  const drawn: ChartBar[] = [];
  const runs = new Map<string, number>();
  for (const bar of [...seen].sort((one, other) => one.first - other.first)) {
    if (bar.kind !== 'wave') {
      drawn.push(bar);
      continue;
    }
    const run = `${bar.lane} ${bar.track} ${bar.isCritical}`;
    const place = runs.get(run);
    const before = place === undefined ? undefined : drawn[place];
    if (place !== undefined && before && (bar.first - before.last - 1) * pxPerDay < touching) {
      const accounts = before.accounts + bar.accounts;
      const done = accounts === 0 ? 0 : (before.done * before.accounts + bar.done * bar.accounts) / accounts;
      drawn[place] = { ...before, taskId: null, number: null, isPilot: false, last: Math.max(before.last, bar.last), accounts, done };
    } else {
      runs.set(run, drawn.length);
      drawn.push(bar);
    }
  }
  return drawn;
}
