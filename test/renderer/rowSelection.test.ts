import { describe, expect, it } from 'vitest';
import { type ChosenRows, countChosen, everythingChosen, isChosen, nothingChosen, withRows } from '../../renderer/parts/chosenRows.ts';
import { createRowActions, type RowList } from '../../renderer/parts/rowActions.ts';

describe('chosen rows', () => {
  it('are the ones named, or all but the ones named', () => {
    const two = withRows(nothingChosen, ['a', 'b'], true, 10);
    expect([isChosen(two, 'a'), isChosen(two, 'c'), countChosen(two, 10)]).toEqual([true, false, 2]);
    const allButOne = withRows(everythingChosen, ['a'], false, 10);
    expect([isChosen(allButOne, 'a'), isChosen(allButOne, 'c'), countChosen(allButOne, 10)]).toEqual([false, true, 9]);
    expect(withRows(allButOne, ['a'], true, 10)).toEqual(everythingChosen);
    expect(countChosen(withRows(everythingChosen, ['b'], false, 4512), 4512)).toBe(4511);
  });

  it('are nothing when the last of all is taken out, and never grow to rows that come later', () => {
    expect(withRows(everythingChosen, ['a', 'b'], false, 2)).toEqual(nothingChosen);
    const both = withRows(nothingChosen, ['a', 'b'], true, 2);
    expect([countChosen(both, 2), isChosen(both, 'c')]).toEqual([2, false]);
  });
});

/** A list of which the window has loaded nothing: every key comes from the query. */
function list(size: number) {
  let chosen: ChosenRows = nothingChosen;
  let keys = Array.from({ length: size }, (_, index) => `row ${index}`);
  const asked: string[] = [];
  const held: (() => void)[] = [];
  let isHeld = false;
  const rows: { current: RowList } = {
    current: {
      chosen,
      choose: (next) => {
        chosen = next;
      },
      total: size,
      list: 'by name',
      askKeys: async (offset, limit) => {
        asked.push(`${offset}+${limit}`);
        const found = keys.slice(offset, offset + limit);
        if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
        return found;
      },
    },
  };
  const numbers = () => keys.flatMap((key, index) => (isChosen(chosen, key) ? [index] : []));
  return {
    rows,
    asked,
    numbers,
    actions: createRowActions(rows),
    settle: async () => {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
    hold: () => {
      isHeld = true;
    },
    release: () => {
      for (const resolve of held.splice(0)) resolve();
    },
    put: (next: ChosenRows) => {
      chosen = next;
      rows.current = { ...rows.current, chosen: next };
    },
    reorder: () => {
      keys = keys.toReversed();
    },
  };
}
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('a range of rows', () => {
  it('goes from the row toggled last to this one, asks for the rows between, and can be drawn anew from the same row', async () => {
    const { actions, settle, numbers, asked } = list(60_000);
    actions.toggle('row 500', 500);
    actions.extendTo(40_500);
    await settle();
    expect(asked).toEqual(['500+40001']);
    expect(numbers()).toEqual(from(500, 40_500));
    actions.extendTo(498);
    await settle();
    expect(numbers()).toEqual([498, 499, 500]);
  });

  it('takes rows out where it begins with a row taken out', async () => {
    const { actions, settle, numbers, put } = list(10);
    put(everythingChosen);
    actions.toggle('row 3', 3);
    actions.extendTo(6);
    await settle();
    expect(numbers()).toEqual([0, 1, 2, 7, 8, 9]);
  });

  it('grows and shrinks with the arrow keys, and begins anew where the focus has gone elsewhere', async () => {
    const { actions, settle, numbers } = list(20);
    for (const [row, next] of [
      [4, 5],
      [5, 6],
      [6, 5],
    ] as const)
      actions.extendFrom(row, next);
    await settle();
    expect(numbers()).toEqual([4, 5]);
    actions.extendFrom(10, 11);
    await settle();
    expect(numbers()).toEqual([4, 5, 10, 11]);
  });

  it('does not begin in another list or before the selection was cleared', async () => {
    const { actions, settle, numbers, rows, put } = list(20);
    actions.toggle('row 2', 2);
    rows.current = { ...rows.current, list: 'by cost' };
    actions.extendTo(8);
    await settle();
    expect(numbers()).toEqual([2, 8]);
    put(nothingChosen);
    actions.extendTo(5);
    await settle();
    expect(numbers()).toEqual([5]);
  });

  it('takes only the row that is meant when its beginning stands elsewhere by now', async () => {
    const { actions, settle, rows, reorder } = list(20);
    actions.toggle('row 2', 2);
    reorder();
    actions.extendTo(5);
    await settle();
    expect([...rows.current.chosen.keys]).toEqual(['row 2', 'row 14']);
  });

  it('is not drawn when the selection has changed before the core answered', async () => {
    const { actions, settle, numbers, hold, release, put } = list(20);
    actions.toggle('row 2', 2);
    hold();
    actions.extendTo(8);
    put(nothingChosen);
    release();
    await settle();
    expect(numbers()).toEqual([]);
  });
});
