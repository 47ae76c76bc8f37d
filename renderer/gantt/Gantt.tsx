import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { type DayNumber, type IsoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { ContractId, TaskId } from '../../core/domain/ids.ts';
import type { ShownTimeline } from '../../core/domain/schedule/timeline/timeline.ts';
import type { WeekLoad } from '../../core/domain/schedule/explain/weeklyLoad.ts';
import { useTranslator } from '../core/settings.ts';
import { type BaselineSpans, spanOfNode } from './baselineSpans.ts';
import { CascadeGhosts } from './CascadeGhosts.tsx';
import type { ChartRow } from './chartRows.ts';
import { ContractLane } from './ContractLane.tsx';
import type { ContractDay } from './contractClusters.ts';
import { freezeWidth, GanttBackdrop } from './GanttBackdrop.tsx';
import { GanttAxisHead } from './GanttAxisHead.tsx';
import { daysDrawn } from './daysDrawn.ts';
import { GanttRowLine } from './GanttRowLine.tsx';
import { ganttAction } from './ganttKeys.ts';
import { type GanttScale, xOf } from './ganttScale.ts';
import { LoadHistogram } from './LoadHistogram.tsx';
import type { LoadMeasure } from './loadShapes.ts';
import { barTitle, baselineSentence } from './rowWords.ts';
import { useBarPointer } from './useBarPointer.ts';
import { useGanttScroll } from './useGanttScroll.ts';
import './gantt.css';

const tallRow = 40;
const usualRow = 32;
const axisHeight = 52;
const laneHeight = 52;

type GanttProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly scale: GanttScale;
  readonly paneWidth: number;
  readonly timeWidth: number;
  /** Little room: the names' figures are fewer. */
  readonly isNarrow: boolean;
  /** The height of the load under the rows. */
  readonly loadHeight: number;
  readonly timeline: ShownTimeline;
  /** The approved plan under the bars; null where none is shown. */
  readonly baseline: BaselineSpans | null;
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[];
  readonly weeks: readonly WeekLoad[];
  readonly today: IsoDate;
  readonly decisions: readonly ContractDay[];
  readonly atRisk: ReadonlySet<string>;
  /** Days to which a line goes down through all rows: the next one to decide by. */
  readonly deadlines: readonly IsoDate[];
  readonly focusKey: string | null;
  readonly selectedTask: TaskId | null;
  readonly draft: { readonly taskId: TaskId; readonly notBefore: IsoDate | null } | null;
  readonly measure: LoadMeasure;
  /** What stands in the corner above the names. */
  readonly corner: ReactNode;
  readonly onFocusRow: (key: string) => void;
  readonly onOpenRow: (key: string, isOpen: boolean) => void;
  readonly onShowRow: (row: ChartRow) => void;
  readonly onShowTask: (taskId: TaskId) => void;
  readonly onShowContracts: (contractIds: readonly ContractId[]) => void;
  readonly onMove: (taskId: TaskId, day: DayNumber) => void;
  /** So many times as near as now, or all days in view. */
  readonly onZoom: (factor: number | 'fit') => void;
  readonly onMeasure: (measure: LoadMeasure) => void;
};

/** The chart: a treegrid of virtual rows under a time axis, with the contracts above and the load of people below it. */
export const Gantt = memo(function Gantt(props: GanttProps) {
  const { scroller, rows, scale, paneWidth, timeWidth, loadHeight, timeline, baseline, focusKey, selectedTask, draft, onZoom } = props;
  const t = useTranslator();
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const headHeight = axisHeight + (props.decisions.length > 0 ? laneHeight : 0);
  const focused = useMemo(
    () =>
      Math.max(
        0,
        rows.findIndex((row) => row.node.key === focusKey),
      ),
    [rows, focusKey],
  );
  const chartWidth = Math.max(timeWidth, scale.days * scale.pxPerDay);
  const { fromDay, toDay, reveal } = useGanttScroll({ element: scroller, scale, paneWidth, timeWidth, onZoom });
  const onPointerDown = useBarPointer({ pxPerDay: scale.pxPerDay, onClick: props.onShowTask, onDrop: props.onMove });

  const heightOf = useCallback((index: number) => (rows[index]?.node.kind === 'track' || rows[index]?.node.kind === 'unit' ? tallRow : usualRow), [rows]);
  // Neither may be another function at each frame: all rows would be measured anew. Other rows are measured by this one's change.
  const keyOf = useCallback((index: number) => rows[index]?.node.key ?? index, [rows]);
  // The row that has the focus stays, or the focus would be lost by scrolling.
  const extractRange = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return focused >= rows.length || seen.includes(focused) ? seen : [...seen, focused].sort((one, other) => one - other);
    },
    [rows, focused],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 10,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: loadHeight,
    rangeExtractor: extractRange,
  });

  const placed = virtual.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    if (!row) return [];
    const approved = baseline === null ? null : spanOfNode(baseline, row.node);
    return [{ row, index: item.index, top: item.start - headHeight, height: item.size, approved }];
  });
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusKey ?? '')}"]`)?.focus({ preventScroll: true });
  });

  const selected = useMemo(() => (selectedTask === null ? -1 : rows.findIndex((row) => row.node.taskId === selectedTask)), [rows, selectedTask]);
  // The panel takes room from the chart: what it is about stays in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another task is shown or the chart gets another size
  useEffect(() => {
    const row = rows[selected];
    if (!row) return;
    virtual.scrollToIndex(selected, { align: 'auto' });
    if (row.node.first !== null) reveal(row.node.first);
  }, [selectedTask, selected >= 0, timeWidth, loadHeight]);

  const goTo = (key: string) => {
    const index = rows.findIndex((row) => row.node.key === key);
    if (index < 0) return;
    wantsFocus.current = true;
    virtual.scrollToIndex(index, { align: 'auto' });
    const { first } = rows[index]?.node ?? {};
    if (first != null && scale.days * scale.pxPerDay > timeWidth) reveal(first);
    props.onFocusRow(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight - loadHeight) / usualRow) - 1);
    const action = ganttAction(rows, rows[focused]?.node.key ?? null, event, page);
    if (action === null) return;
    event.preventDefault();
    const row = 'key' in action ? rows.find((candidate) => candidate.node.key === action.key) : undefined;
    if (action.kind === 'focus') goTo(action.key);
    else if (action.kind === 'zoom') onZoom(action.factor);
    else if (action.kind === 'fit') onZoom('fit');
    else if (action.kind === 'shift' && row?.node.taskId != null && row.node.first !== null) {
      const held = draft?.taskId === row.node.taskId ? draft.notBefore : null;
      props.onMove(row.node.taskId, (held === null ? row.node.first : toDayNumber(held)) + action.days);
      // The panel that shows what follows takes the focus when it opens; the next week is one more press away.
      const line = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-key]') : null;
      requestAnimationFrame(() => line?.focus({ preventScroll: true }));
    } else if ((action.kind === 'open' || action.kind === 'close') && row) props.onOpenRow(action.key, action.kind === 'open');
    else if (action.kind === 'show' && row) props.onShowRow(row);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const key = target?.closest<HTMLElement>('[data-key]')?.dataset.key;
    const row = rows.find((candidate) => candidate.node.key === key);
    if (!row || !target) return;
    props.onFocusRow(row.node.key);
    if (target.closest('[data-task]')) return;
    if (target.closest('[data-toggle]')) props.onOpenRow(row.node.key, !row.isOpen);
    else if (target.closest('.gantt-pane')) props.onShowRow(row);
  };

  const onPointerOver = (event: PointerEvent) => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.gantt-bar') : null;
    const row = rows.find((candidate) => candidate.node.key === bar?.closest<HTMLElement>('[data-key]')?.dataset.key);
    if (!bar || !row) return;
    const { first, last, accounts, number } = bar.dataset;
    const title = barTitle(
      row.node,
      { first: Number(first), last: Number(last), accounts: Number(accounts), number: number === undefined ? null : Number(number) },
      t,
    );
    const difference = baseline === null || row.node.taskId === null ? null : baselineSentence(row.node, spanOfNode(baseline, row.node), t);
    bar.title = difference === null ? title : `${title}\n${difference}`;
  };
  const selectedTrack = useMemo(() => timeline.tasks.find(({ id }) => id === selectedTask)?.trackId ?? null, [timeline.tasks, selectedTask]);

  const todayX = useMemo(() => {
    const x = xOf(scale, toDayNumber(props.today));
    return x < 0 || x > scale.days * scale.pxPerDay ? null : x;
  }, [scale, props.today]);
  const ownFreezes = useMemo(() => {
    const byTrack = new Map<string, { id: string; x: number; width: number }[]>();
    for (const freeze of timeline.freezes) {
      if (freeze.trackId === null) continue;
      const list = byTrack.get(freeze.trackId) ?? [];
      list.push({ id: freeze.id, x: xOf(scale, toDayNumber(freeze.startsOn)), width: freezeWidth(freeze, scale) });
      byTrack.set(freeze.trackId, list);
    }
    return byTrack;
  }, [timeline.freezes, scale]);

  return (
    <div
      ref={scroller}
      className={props.isNarrow ? 'gantt is-narrow' : 'gantt'}
      style={{ '--pane': `${paneWidth}px`, '--head': `${headHeight}px`, '--axis': `${axisHeight}px`, '--load': `${loadHeight}px` } as CSSProperties}
    >
      <div className="gantt-canvas" style={{ width: paneWidth + chartWidth }}>
        <div className="gantt-head">
          <div className="gantt-corner">
            {props.corner}
            {props.decisions.length > 0 && (
              <div className="gantt-lane-name">
                <span>{t.translate('timelinePage.contracts')}</span>
              </div>
            )}
          </div>
          <div className="gantt-head-time">
            <GanttAxisHead scale={scale} today={todayX} fromDay={fromDay} toDay={toDay} />
            {props.decisions.length > 0 && <ContractLane decisions={props.decisions} atRisk={props.atRisk} scale={scale} onShow={props.onShowContracts} />}
          </div>
        </div>
        <div className="gantt-body" style={{ height: virtual.getTotalSize() }}>
          <GanttBackdrop scale={scale} freezes={timeline.freezes} holidays={props.holidays} today={todayX} deadlines={props.deadlines} />
          <div
            ref={grid}
            className="gantt-rows"
            role="treegrid"
            aria-label={props.label}
            aria-rowcount={rows.length + 1}
            aria-colcount={4}
            onKeyDown={onKeyDown}
            onPointerDown={onPointerDown}
            onPointerOver={onPointerOver}
            onClick={onClick}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: see above */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
            <div role="row" className="visually-hidden" aria-rowindex={1}>
              {['name', 'accounts', 'finish', 'time'].map((column) => (
                // biome-ignore lint/a11y/useSemanticElements: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <span key={column} role="columnheader">
                  {t.translate(`timelinePage.column.${column}`)}
                </span>
              ))}
            </div>
            {placed.map(({ row, index, top, height, approved }) => (
              <GanttRowLine
                key={row.node.key}
                row={row}
                index={index}
                top={top}
                height={height}
                scale={scale}
                {...daysDrawn(row, approved, fromDay, toDay)}
                isFocused={index === focused}
                isSelected={selectedTask !== null && row.node.taskId === selectedTask}
                shownTask={row.node.trackId === null || row.node.trackId === selectedTrack ? selectedTask : null}
                isCompared={baseline !== null}
                approved={approved}
                freezes={(row.node.trackId !== null ? ownFreezes.get(row.node.trackId) : undefined) ?? noFreezes}
              />
            ))}
          </div>
          {draft !== null && <CascadeGhosts draft={draft} rows={placed} scale={scale} />}
        </div>
        <LoadHistogram
          weeks={props.weeks}
          tracks={timeline.tracks}
          capacities={timeline.capacities}
          height={loadHeight - 20}
          measure={props.measure}
          onMeasure={props.onMeasure}
          scale={scale}
        />
      </div>
    </div>
  );
});

const noFreezes: readonly { readonly id: string; readonly x: number; readonly width: number }[] = [];
