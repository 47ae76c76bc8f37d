// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go while scrolling, each a grid of its own, cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read within their row; the row takes the focus
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useId } from 'react';
import type { Sort } from './tableSort.ts';

export type Column<Row> = {
  readonly id: string;
  readonly heading: string;
  /** A grid track with a fixed smallest width: `minmax(160px, 2fr)`, `96px`. */
  readonly width?: string | undefined;
  readonly align?: 'left' | 'right' | undefined;
  /** The name by which the list can be sorted; absent where it cannot. */
  readonly sort?: string | undefined;
  render(row: Row): ReactNode;
  /** The cell as plain text: for what does not fit, and for copying. */
  text?(row: Row): string;
  /** What is copied, where that is not the text: figures without grouping. False for a column that is no text at all. */
  readonly copied?: false | ((row: Row) => string) | undefined;
};
/** Rows are named by key, places in the query by index; a row between two places need not be loaded. */
export type Selection = {
  isSelected(key: string): boolean;
  toggle(key: string, index: number): void;
  /** All rows from the one that was toggled last to this one, both included. */
  extendTo(index: number): void;
  /** The same with the arrow keys: from the row with the focus to the next, going on with the range that ends there. */
  extendFrom(from: number, to: number): void;
  readonly isAllSelected: boolean;
  /** Some, but not all: the box of the heading says so. */
  readonly isSomeSelected?: boolean | undefined;
  toggleAll(): void;
};

type HeadingProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
  readonly selection: Selection | undefined;
  readonly selectAllLabel: string;
  /** Begins the ids of the headings, by which rows say what their figures are. */
  readonly id: string;
};

export function TableHeading<Row>({ columns, sort, onSort, selection, selectAllLabel, id }: HeadingProps<Row>) {
  return (
    <div role="rowgroup" className="data-table-head">
      <div role="row" aria-rowindex={1} className="data-table-heading">
        {selection && (
          <div role="columnheader" className="data-table-cell data-table-box">
            <label>
              <input
                type="checkbox"
                aria-label={selectAllLabel}
                checked={selection.isAllSelected}
                ref={(box) => {
                  if (box) box.indeterminate = selection.isSomeSelected === true && !selection.isAllSelected;
                }}
                onChange={() => selection.toggleAll()}
              />
            </label>
          </div>
        )}
        {columns.map((column) => {
          const by = column.sort;
          const isSorted = by !== undefined && sort?.by === by;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={`data-table-cell${column.align === 'right' ? ' number' : ''}`}
              aria-sort={isSorted ? sort?.direction : by === undefined ? undefined : 'none'}
              title={column.heading}
            >
              {by === undefined || !onSort ? (
                <span id={`${id}${column.id}`} className="data-table-ellipsis">
                  {column.heading}
                </span>
              ) : (
                <button type="button" className="data-table-sort" onClick={() => onSort(by)}>
                  <span id={`${id}${column.id}`} className="data-table-ellipsis">
                    {column.heading}
                  </span>
                  {isSorted && (sort?.direction === 'ascending' ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type RowProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly hasSelection: boolean;
  readonly canOpen: boolean;
  readonly selectLabel: string;
  readonly headingId: string;
  readonly onToggle: (row: Row, index: number, isRange: boolean) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, index: number, row: Row | undefined) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>, index: number, row: Row | undefined) => void;
};

function Row<Row>(props: RowProps<Row>) {
  const { columns, row, index, top, isActive, isOpen, isSelected, hasSelection, canOpen, selectLabel, headingId, onToggle, onKey, onClick } = props;
  const id = useId();
  // A row is read as a whole: each value after its heading, but for the first, which is the row's own name.
  const name = columns.flatMap((column, place) => (place === 0 ? [`${id}0`] : [`${headingId}${column.id}`, `${id}${place}`])).join(' ');
  const states = `${isSelected ? ' is-selected' : ''}${isOpen ? ' is-open' : ''}${canOpen ? ' can-open' : ''}`;
  return (
    <div
      role="row"
      className={`data-table-row${states}`}
      aria-rowindex={index + 2}
      aria-labelledby={name}
      aria-selected={hasSelection ? isSelected : undefined}
      aria-current={isOpen ? 'true' : undefined}
      aria-busy={row === undefined ? true : undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={(event) => onKey(event, index, row)}
      onClick={(event) => onClick(event, index, row)}
    >
      {hasSelection && (
        <div role="gridcell" className="data-table-cell data-table-box">
          <label>
            <span id={`${id}s`} className="visually-hidden">
              {selectLabel}
            </span>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-labelledby={`${id}s ${id}0`}
              checked={isSelected}
              disabled={row === undefined}
              onChange={({ nativeEvent }) => row !== undefined && onToggle(row, index, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
            />
          </label>
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={`${id}${place}`}
          role="gridcell"
          className={`data-table-cell${column.align === 'right' ? ' number' : ''}`}
          title={row === undefined ? undefined : column.text?.(row)}
        >
          {row === undefined ? <span className="data-table-waiting" /> : column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when something of it has changed: scrolling moves rows, it does not change them. */
export const TableRow = memo(Row) as typeof Row;
