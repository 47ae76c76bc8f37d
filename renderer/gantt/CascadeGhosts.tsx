import { type IsoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';
import { useQuery } from '../core/useQuery.ts';
import type { ChartRow } from './chartRows.ts';
import { type GanttScale, xOf } from './ganttScale.ts';

type PlacedRow = { readonly row: ChartRow; readonly top: number; readonly height: number };

/** Where bars would go if the proposal were taken: outlines over the rows that show. */
export function CascadeGhosts({
  draft,
  rows,
  scale,
}: {
  readonly draft: { readonly taskId: TaskId; readonly notBefore: IsoDate | null };
  readonly rows: readonly PlacedRow[];
  readonly scale: GanttScale;
}) {
  const { data } = useQuery('schedule.previewHold', draft);
  if (data?.taskId !== draft.taskId) return null;
  const moved = new Map(data.moved.map((move) => [move.taskId, move]));
  return (
    <div className="gantt-ghosts" aria-hidden="true">
      {rows.flatMap(({ row, top, height }) => {
        const bars = row.isOpen ? row.node.bars : row.node.closedBars;
        return bars.flatMap((bar) => {
          const move = bar.taskId === null ? undefined : moved.get(bar.taskId);
          if (move === undefined || move.startsOn === null || move.finishesOn === null || row.node.lanes > 1) return [];
          const first = toDayNumber(move.startsOn);
          const width = Math.max(3, (toDayNumber(move.finishesOn) - first + 1) * scale.pxPerDay);
          const thick = bar.kind === 'phase' ? 14 : 20;
          return [
            <div
              key={`${row.node.key} ${bar.taskId}`}
              className={`gantt-ghost${bar.taskId === draft.taskId ? ' is-held' : ''}`}
              style={{ left: xOf(scale, first), width, top: top + (height - thick) / 2, height: thick }}
            />,
          ];
        });
      })}
    </div>
  );
}
