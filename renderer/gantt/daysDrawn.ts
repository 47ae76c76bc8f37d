import type { DayNumber } from '../../core/domain/calendar.ts';
import type { BaselineSpan } from './baselineSpans.ts';
import type { ChartRow } from './chartRows.ts';

type Days = { readonly fromDay: DayNumber; readonly toDay: DayNumber };

const all: Days = { fromDay: Number.NEGATIVE_INFINITY, toDay: Number.POSITIVE_INFINITY };
const none: Days = { fromDay: Number.POSITIVE_INFINITY, toDay: Number.NEGATIVE_INFINITY };
const few = 8;

/**
 * Between which days a row draws its bars. A row of few bars draws all of them while one is near what is in view, and
 * none otherwise: so it is drawn again when they come or go, and not whenever other days come into view.
 *
 * Example: a wave of February is drawn whole while January to June are near, and not at all while June to December are.
 */
export function daysDrawn({ node, isOpen }: ChartRow, approved: BaselineSpan | null, fromDay: DayNumber, toDay: DayNumber): Days {
  if ((isOpen ? node.bars : node.closedBars).length > few || (isOpen ? node.marks : node.closedMarks).length > few) return { fromDay, toDay };
  const isNear = (span: { readonly first: DayNumber | null; readonly last: DayNumber | null } | null) =>
    span !== null && span.first !== null && span.last !== null && span.last >= fromDay && span.first <= toDay;
  return isNear(node) || isNear(approved) ? all : none;
}
