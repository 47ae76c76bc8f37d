import type { UnitId } from '../../core/domain/ids.ts';
import type { Unit } from '../../core/domain/inventory/inventory.ts';
import type { Task, ShownTimeline } from '../../core/domain/schedule/timeline/timeline.ts';
import type { ChartBar, ChartNode } from './chartRows.ts';
import { type ChartFacts, emptyNode, greatest, least, waveNode } from './trackTree.ts';

/**
 * The units of the administration, in each the waves by which its accounts move. A unit that is closed shows one lane a
 * track, so that it reads at a glance in which order it is moved. Units in whose subtree nobody moves are left out.
 */
export function unitTree(timeline: ShownTimeline, units: readonly Unit[], facts: ChartFacts): readonly ChartNode[] {
  const waves = new Map(timeline.waves.map((wave) => [wave.id, wave]));
  const taskOf = new Map<string, Task>(timeline.tasks.flatMap((task) => (task.waveId === null ? [] : [[task.waveId, task]])));
  const moving = [...timeline.tracks].sort((one, other) => one.position - other.position).filter((track) => track.movesAccounts);
  const laneOf = new Map(moving.map((track, index) => [track.id, index]));
  const tracks = new Map(timeline.tracks.map((track) => [track.id, track]));

  const wavesOf = new Map<UnitId, ChartNode[]>();
  for (const wave of timeline.waves) {
    const task = taskOf.get(wave.id);
    const track = tracks.get(wave.trackId);
    if (!task || !track) continue;
    const accounts = new Map<UnitId, number>();
    for (const part of wave.parts) accounts.set(part.unitId, (accounts.get(part.unitId) ?? 0) + part.accountCount);
    for (const [unitId, count] of accounts) {
      const lane = laneOf.get(track.id) ?? 0;
      const node = waveNode(track, task, waves, facts, `${unitId} ${task.id}`);
      const bars = node.bars.map((bar): ChartBar => ({ ...bar, accounts: count }));
      const own: ChartNode = { ...node, unitId, name: track.name, accounts: count, bars, closedBars: bars.map((bar) => ({ ...bar, lane })) };
      const list = wavesOf.get(unitId);
      if (list) list.push(own);
      else wavesOf.set(unitId, [own]);
    }
  }

  const childrenOf = new Map<UnitId | null, Unit[]>();
  const known = new Set(units.map((unit) => unit.id));
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    const list = childrenOf.get(parent);
    if (list) list.push(unit);
    else childrenOf.set(parent, [unit]);
  }
  const nodeOf = (unit: Unit): ChartNode[] => {
    const moves = (wavesOf.get(unit.id) ?? []).sort((one, other) => (one.first ?? 0) - (other.first ?? 0));
    const children = [...moves, ...(childrenOf.get(unit.id) ?? []).flatMap(nodeOf)];
    if (children.length === 0) return [];
    return [
      {
        ...emptyNode,
        key: unit.id,
        kind: 'unit',
        unitId: unit.id,
        name: unit.name,
        accounts: unit.accountCount + children.reduce((sum, child) => sum + (child.kind === 'unit' ? child.accounts : 0), 0),
        first: least(children.map((child) => child.first)),
        last: greatest(children.map((child) => child.last)),
        isCritical: children.some((child) => child.isCritical),
        bars: children.flatMap((child) => child.closedBars),
        closedBars: children.flatMap((child) => child.closedBars),
        lanes: Math.max(1, moving.length),
        children,
      },
    ];
  };
  return (childrenOf.get(null) ?? []).flatMap(nodeOf);
}
