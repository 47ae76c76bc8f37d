import { type CSSProperties, memo } from 'react';
import { fromDayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';
import { useTranslator } from '../core/settings.ts';
import type { BaselineSpan } from './baselineSpans.ts';
import { type ChartBar, type ChartMark, type ChartNode, drawnBars } from './chartRows.ts';
import { useBarDrag } from './dragStore.ts';
import { type GanttScale, xOf } from './ganttScale.ts';
import { GateShape } from './marks.tsx';
import { barText } from './rowWords.ts';

const thickness = { summary: 6, phase: 14, wave: 20 } as const;
const narrowest = 3;

/** The bars and gates of one row; names stand in the row's cells, so nothing here is read aloud. They stay as they are while the row moves up or down. */
export const GanttBars = memo(function GanttBars({
  node,
  isOpen,
  height,
  scale,
  fromDay,
  toDay,
  shownTask,
  isCompared,
  approved,
}: {
  readonly node: ChartNode;
  readonly isOpen: boolean;
  readonly height: number;
  readonly scale: GanttScale;
  readonly fromDay: number;
  readonly toDay: number;
  readonly shownTask: TaskId | null;
  readonly isCompared: boolean;
  readonly approved: BaselineSpan | null;
}) {
  const t = useTranslator();
  const isClosed = !isOpen;
  const bars = drawnBars(isClosed ? node.closedBars : node.bars, scale.pxPerDay, fromDay, toDay);
  const marks = (isClosed ? node.closedMarks : node.marks).filter((mark) => mark.day >= fromDay && mark.day <= toDay);
  const lane = (height - 8) / node.lanes;
  const lift = isCompared ? 2 : 0;
  return (
    <>
      {approved !== null && approved.last >= fromDay && approved.first <= toDay && (
        <div
          className="gantt-approved"
          style={{ left: xOf(scale, approved.first), width: Math.max(narrowest, (approved.last - approved.first + 1) * scale.pxPerDay), top: height / 2 + 10 }}
        />
      )}
      {bars.map((bar) => {
        const thick = node.lanes > 1 ? Math.max(3, lane - 1) : thickness[bar.kind];
        const top = node.lanes > 1 ? 4 + bar.lane * lane : (height - thick) / 2 - lift;
        return (
          <Bar
            key={`${bar.taskId} ${bar.kind} ${bar.lane} ${bar.first}`}
            bar={bar}
            scale={scale}
            top={top}
            thick={thick}
            isShown={bar.taskId !== null && bar.taskId === shownTask}
            text={node.lanes > 1 ? '' : barText(bar, widthOf(bar, scale), t)}
          />
        );
      })}
      {marks.map((mark) => (
        <Mark key={mark.taskId} mark={mark} scale={scale} height={height - 2 * lift} isNamed={node.kind === 'gate'} />
      ))}
      {node.taskId !== null && node.kind !== 'gate' && <Dragged node={node} scale={scale} height={height} />}
    </>
  );
});

function widthOf(bar: ChartBar, scale: GanttScale): number {
  // A hair of paper between neighbours, where there is room for it.
  const whole = (bar.last - bar.first + 1) * scale.pxPerDay;
  return Math.max(narrowest, whole > 8 ? whole - 1 : whole);
}

function Bar({
  bar,
  scale,
  top,
  thick,
  isShown,
  text,
}: {
  readonly bar: ChartBar;
  readonly scale: GanttScale;
  readonly top: number;
  readonly thick: number;
  readonly isShown: boolean;
  readonly text: string;
}) {
  const classes = `gantt-bar gantt-bar-${bar.kind}${bar.isCritical && thick > 8 ? ' is-critical' : ''}${bar.isPilot ? ' is-pilot' : ''}${isShown ? ' is-shown' : ''}`;
  return (
    <div
      className={classes}
      data-task={bar.taskId ?? undefined}
      data-first={bar.first}
      data-last={bar.last}
      data-accounts={bar.accounts}
      data-number={bar.number ?? undefined}
      style={{ left: xOf(scale, bar.first), width: widthOf(bar, scale), top, height: thick, '--track': `var(--track-${bar.track})` } as CSSProperties}
    >
      {text}
      {bar.done > 0 && <span className="gantt-done" style={{ width: `${bar.done * 100}%` }} />}
    </div>
  );
}

function Mark({ mark, scale, height, isNamed }: { readonly mark: ChartMark; readonly scale: GanttScale; readonly height: number; readonly isNamed: boolean }) {
  const t = useTranslator();
  return (
    <div
      className={`gantt-gate${mark.isCritical ? ' is-critical' : ''}${isNamed ? '' : ' is-small'}`}
      title={mark.name}
      data-task={mark.taskId}
      style={isNamed ? { left: xOf(scale, mark.day) - 12, top: height / 2 - 12 } : { left: xOf(scale, mark.day) - 6, top: height / 2 - 20 }}
    >
      <GateShape />
      {isNamed && <span className="small soft">{t.date(fromDayNumber(mark.day))}</span>}
    </div>
  );
}

/** The bar in the hand, on the row from which it was taken. */
function Dragged({ node, scale, height }: { readonly node: ChartNode; readonly scale: GanttScale; readonly height: number }) {
  const drag = useBarDrag((state) => (state.drag?.taskId === node.taskId ? state.drag : null));
  if (drag === null) return null;
  return (
    <div
      className="gantt-ghost is-held"
      style={{ left: xOf(scale, drag.day), width: Math.max(narrowest, drag.days * scale.pxPerDay), top: (height - 20) / 2, height: 20 }}
    />
  );
}
