import { type ChosenRows, countChosen, everythingChosen, isChosen, nothingChosen, withRows } from './chosenRows.ts';
import type { Selection } from './tableParts.tsx';

export type RowList = {
  readonly chosen: ChosenRows;
  readonly choose: (chosen: ChosenRows) => void;
  readonly total: number;
  /** The query and its order as text: a range that began in another list means nothing in this one. */
  readonly list: string;
  /** The keys of the rows from `offset` on, in the order of the list; undefined when the core could not answer. */
  readonly askKeys: (offset: number, limit: number) => Promise<readonly string[] | undefined>;
};

/** Where a range begins, how far it reaches, and what was chosen without it. */
type Range = {
  readonly list: string;
  readonly from: number;
  readonly fromKey: string | null;
  readonly areChosen: boolean;
  readonly to: number;
  readonly without: ChosenRows;
  readonly result: ChosenRows;
};

type RowActions = Pick<Selection, 'toggle' | 'extendTo' | 'extendFrom' | 'toggleAll'>;

/** Choosing rows one by one, all of the query, and from one row to another, whether the rows between are loaded or not. */
export function createRowActions(list: { current: RowList }): RowActions {
  let range: Range | null = null;
  let round = 0;
  const put = (next: ChosenRows) => {
    list.current.choose(next);
    list.current = { ...list.current, chosen: next };
  };
  /** The range that can still grow: of this list, and not after somebody cleared the selection. */
  const rangeHere = () => {
    const isCleared = list.current.chosen === nothingChosen && range?.result !== nothingChosen;
    return range?.list === list.current.list && !isCleared ? range : null;
  };
  const beginAt = (from: number, fromKey: string | null, areChosen: boolean): Range => {
    const { list: here, chosen: now } = list.current;
    return { list: here, from, fromKey, areChosen, to: from, without: now, result: now };
  };

  async function extend(begun: Range, to: number): Promise<void> {
    const standing = list.current.chosen;
    // Rows chosen since by other means stay; a range that was drawn further before gives back what it no longer reaches.
    const without = begun.result === standing ? begun.without : standing;
    range = { ...begun, to, without, result: standing };
    round += 1;
    const asked = round;
    const first = Math.min(begun.from, to);
    const keys = await list.current.askKeys(first, Math.abs(to - begun.from) + 1);
    const isOvertaken = asked !== round || list.current.chosen !== standing || list.current.list !== begun.list;
    if (keys === undefined || isOvertaken) return;
    const fromKey = keys[begun.from - first];
    // The list has changed since the range began, so its beginning is another row now: only the row that is meant.
    const hasMoved = begun.fromKey !== null && begun.fromKey !== fromKey;
    const meant = hasMoved ? keys.slice(to - first, to - first + 1) : keys;
    const next = withRows(without, meant, hasMoved || begun.areChosen, list.current.total);
    range = hasMoved ? null : { ...begun, fromKey: fromKey ?? null, to, without, result: next };
    put(next);
  }

  return {
    toggle(key: string, index: number) {
      const areChosen = !isChosen(list.current.chosen, key);
      round += 1;
      put(withRows(list.current.chosen, [key], areChosen, list.current.total));
      range = beginAt(index, key, areChosen);
    },
    extendTo: (index: number) => void extend(rangeHere() ?? beginAt(index, null, true), index),
    extendFrom(from: number, to: number) {
      const begun = rangeHere();
      void extend(begun?.to === from ? begun : beginAt(from, null, true), to);
    },
    toggleAll() {
      round += 1;
      range = null;
      const { chosen: now, total: all } = list.current;
      put(countChosen(now, all) === all ? nothingChosen : everythingChosen);
    },
  };
}
