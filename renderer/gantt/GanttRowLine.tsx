import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { fromDayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';
import { useTranslator } from '../core/settings.ts';
import type { BaselineSpan } from './baselineSpans.ts';
import type { ChartRow } from './chartRows.ts';
import { GanttBars } from './GanttBars.tsx';
import type { GanttScale } from './ganttScale.ts';
import { comparedSentence, rowName, rowSentence, spokenRow } from './rowWords.ts';

type RowLineProps = {
  readonly row: ChartRow;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly scale: GanttScale;
  readonly fromDay: number;
  readonly toDay: number;
  readonly isFocused: boolean;
  readonly isSelected: boolean;
  /** The task in the panel, where this row's track holds it. */
  readonly shownTask: TaskId | null;
  /** Whether an approved plan is shown, and the row's days in it. */
  readonly isCompared: boolean;
  readonly approved: BaselineSpan | null;
  /** Frozen days of this row's track alone, as places and widths. */
  readonly freezes: readonly { readonly id: string; readonly x: number; readonly width: number }[];
};

/** One row: its name and figures at the left, where they stay, and its bars on the time axis. Drawn again only when something of it changes. */
export const GanttRowLine = memo(function GanttRowLine({
  row,
  index,
  top,
  height,
  scale,
  fromDay,
  toDay,
  isFocused,
  isSelected,
  shownTask,
  isCompared,
  approved,
  freezes,
}: RowLineProps) {
  const t = useTranslator();
  const { node } = row;
  const hasChildren = node.children.length > 0;
  const name = rowName(node, t);
  const sentence = isCompared ? comparedSentence(node, approved, t) : rowSentence(node, t);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of virtual rows cannot be a table element
    <div
      role="row"
      aria-label={spokenRow(name, node.accounts, sentence, t)}
      className={`gantt-row gantt-row-${node.kind}${isSelected ? ' is-selected' : ''}`}
      aria-level={row.level}
      aria-expanded={hasChildren ? row.isOpen : undefined}
      aria-rowindex={index + 2}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={isSelected}
      tabIndex={isFocused ? 0 : -1}
      data-key={node.key}
      style={{ height, top }}
    >
      <div className="gantt-pane">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus */}
        <div role="gridcell" className="gantt-name" style={{ paddingLeft: 4 + (row.level - 1) * 16 }}>
          {hasChildren ? (
            <span className="gantt-toggle" data-toggle={node.key} aria-hidden="true">
              {row.isOpen ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
            </span>
          ) : (
            <span className="gantt-toggle" aria-hidden="true" />
          )}
          {node.kind === 'track' && <span className="gantt-swatch" style={{ background: `var(--track-${node.track})` }} />}
          <span className="gantt-name-text" title={name}>
            {name}
          </span>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
        <div role="gridcell" className="gantt-accounts number">
          {node.accounts > 0 ? t.number(node.accounts) : ''}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
        <div role="gridcell" className="gantt-finish number">
          {node.last === null ? '' : t.date(fromDayNumber(node.last))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div role="gridcell" className="gantt-time">
        <span className="visually-hidden">{sentence}</span>
        <div className="gantt-drawing" aria-hidden="true">
          {freezes.map((freeze) => (
            <div key={freeze.id} className="gantt-freeze" style={{ left: freeze.x, width: freeze.width }} />
          ))}
          <GanttBars
            node={node}
            isOpen={row.isOpen}
            height={height}
            scale={scale}
            fromDay={fromDay}
            toDay={toDay}
            shownTask={shownTask}
            approved={approved}
            isCompared={isCompared}
          />
        </div>
      </div>
    </div>
  );
});
