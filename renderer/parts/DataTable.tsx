// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go while scrolling, each a grid of its own, cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read within their row; the row takes the focus
import { type Range, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslator } from '../core/settings.ts';
import { type Column, type Selection, TableHeading, TableRow } from './tableParts.tsx';
import type { Sort } from './tableSort.ts';
import './dataTable.css';

export type { Column } from './tableParts.tsx';

export type DataTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rowCount: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly onRange?: ((first: number, last: number) => void) | undefined;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((by: string) => void) | undefined;
  readonly selection?: Selection | undefined;
  readonly onOpenRow?: ((row: Row) => void) | undefined;
  /** The row whose detail is shown. */
  readonly openKey?: string | undefined;
  readonly rowHeight?: number | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
};

const headingHeight = 32;
/** Rows above and below those in sight, so that scrolling finds them drawn. */
const spareRows = 8;

/**
 * A table of any length, of which only the rows in sight exist. One row takes the focus: arrows, Home, End, Page Up and
 * Page Down move it, Enter opens, Space selects, with Shift all rows on the way; arrow right goes to the controls inside
 * the row and arrow left comes back.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowCount, rowAt, keyOf, onRange, sort, onSort, selection, onOpenRow, openKey, rowHeight = 32, empty } = props;
  const { translate } = useTranslator();
  const headingId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosenIndex, setActiveIndex] = useState(0);
  const activeIndex = Math.min(chosenIndex, Math.max(0, rowCount - 1));
  const takesFocus = useRef(false);

  const withActive = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      // The row with the focus exists even out of sight: else scrolling would lose the focus.
      return activeIndex < range.count && !indexes.includes(activeIndex) ? [...indexes, activeIndex].sort((one, other) => one - other) : indexes;
    },
    [activeIndex],
  );
  // They come after those in sight: a table has up to twice as many rows with them, and nobody waits for what is not seen.
  const [spare, setSpare] = useState(0);
  useEffect(() => {
    let idle = 0;
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(() => startTransition(() => setSpare(spareRows)));
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, []);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: spare,
    rangeExtractor: withActive,
    scrollPaddingEnd: headingHeight,
    useFlushSync: false,
  });

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (rowCount > 0) onRange?.(first, last);
  }, [onRange, rowCount, first, last]);

  const sortedBy = `${sort?.by} ${sort?.direction}`;
  const earlierSort = useRef(sortedBy);
  useEffect(() => {
    if (earlierSort.current === sortedBy) return;
    earlierSort.current = sortedBy;
    setActiveIndex(0);
    virtualizer.scrollToOffset(0);
  }, [sortedBy, virtualizer]);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`);
    row?.focus({ preventScroll: true });
    // The table may reach below the window, which is then scrolled too.
    row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const inTable = (index: number) => Math.max(0, Math.min(rowCount - 1, index));
  const moveTo = (index: number) => {
    const next = inTable(index);
    takesFocus.current = true;
    setActiveIndex(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const rowsInSight = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headingHeight) / rowHeight) - 1);

  const toggle = (row: Row, index: number, isRange: boolean) => (isRange ? selection?.extendTo(index) : selection?.toggle(keyOf(row), index));

  const onRowKey = (event: KeyboardEvent<HTMLElement>, index: number, row: Row | undefined) => {
    const isOnRow = event.target === event.currentTarget;
    if (!isOnRow) {
      if (event.key === 'ArrowLeft') {
        event.preventDefault();
        event.currentTarget.focus();
      }
      return;
    }
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + rowsInSight(),
      PageUp: index - rowsInSight(),
      Home: 0,
      End: rowCount - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      if (event.shiftKey && selection && rowCount > 0) selection.extendFrom(index, inTable(target));
      moveTo(target);
    } else if (event.key === 'Enter' && row !== undefined && onOpenRow) onOpenRow(row);
    else if (event.key === ' ' && row !== undefined && selection) toggle(row, index, event.shiftKey);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selection) selection.toggleAll();
    else if (event.key === 'ArrowRight')
      event.currentTarget.querySelector<HTMLElement>('[role="gridcell"] :is(button, a, select, input:not([type="checkbox"]))')?.focus();
    else return;
    event.preventDefault();
  };
  const onRowClick = (event: MouseEvent<HTMLElement>, index: number, row: Row | undefined) => {
    const isControl = event.target instanceof Element && event.target.closest('button, a, input, select, label') !== null;
    setActiveIndex(index);
    if (!isControl && row !== undefined) onOpenRow?.(row);
  };

  const latest = useRef({ onRowKey, onRowClick, toggle });
  latest.current = { onRowKey, onRowClick, toggle };
  const steady = useMemo(
    () => ({
      onKey: (event: KeyboardEvent<HTMLElement>, index: number, row: Row | undefined) => latest.current.onRowKey(event, index, row),
      onClick: (event: MouseEvent<HTMLElement>, index: number, row: Row | undefined) => latest.current.onRowClick(event, index, row),
      onToggle: (row: Row, index: number, isRange: boolean) => latest.current.toggle(row, index, isRange),
    }),
    [],
  );

  const template = [...(selection ? ['40px'] : []), ...columns.map((column) => column.width ?? 'minmax(96px, 1fr)')].join(' ');
  return (
    <div
      ref={scroller}
      className="data-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      style={{ '--table-columns': template, '--table-row': `${rowHeight}px` } as CSSProperties}
    >
      <div className="data-table-inner" role="presentation">
        <TableHeading columns={columns} sort={sort} onSort={onSort} selection={selection} selectAllLabel={translate('parts.table.selectAll')} id={headingId} />
        {rowCount === 0 ? (
          empty !== undefined && (
            <div role="row" className="data-table-empty soft">
              <div role="gridcell">{empty}</div>
            </div>
          )
        ) : (
          <div role="rowgroup" className="data-table-body" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rowAt(index);
              const key = row === undefined ? undefined : keyOf(row);
              return (
                <TableRow
                  key={index}
                  columns={columns}
                  row={row}
                  index={index}
                  top={start}
                  isActive={index === activeIndex}
                  isOpen={key !== undefined && key === openKey}
                  isSelected={key !== undefined && selection?.isSelected(key) === true}
                  onToggle={steady.onToggle}
                  hasSelection={selection !== undefined}
                  selectLabel={translate('parts.table.select')}
                  headingId={headingId}
                  canOpen={onOpenRow !== undefined}
                  onKey={steady.onKey}
                  onClick={steady.onClick}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}
