import { useEffect, useRef } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { lastView, useChosenViews } from './chosenViews.ts';
import type { ShownColumns } from './shownColumns.ts';
import { type BuiltInView, type Definition, type FilterOf, isSame, type SavedView, shownOf, type TableName, type ViewSort } from './tableViews.ts';

export type TableState<Table extends TableName> = {
  readonly table: Table;
  readonly columns: ShownColumns<{ readonly id: string; readonly heading: string; readonly sort?: string | undefined }>;
  readonly filter: FilterOf<Table>;
  readonly sort: ViewSort;
  /** What no order of a view means here. */
  readonly usualSort: ViewSort;
  /** The first one narrows nothing. */
  readonly builtIn: readonly [BuiltInView<Table>, ...BuiltInView<Table>[]];
  readonly onApply: (filter: FilterOf<Table>, sort: ViewSort) => void;
};

/** The views of one table: which is shown, whether it still is what was saved, and what can be done with them. */
export function useViews<Table extends TableName>({ table, columns, filter, sort, usualSort, builtIn, onApply }: TableState<Table>) {
  const { data } = useQuery('view.list', {});
  const { chosen, wanted, restored, choose, settle } = useChosenViews();
  const tell = useNotices((state) => state.tell);
  const save = useCommand('view.save');
  const rename = useCommand('view.rename');
  const remove = useCommand('view.remove');

  const saved: readonly SavedView[] = (data ?? []).filter((view) => view.table === table);
  const definitionOf = (view: SavedView | undefined) => (view?.definition ? shownOf(view.definition, columns.all, usualSort) : null);
  const current = { table, columns: columns.shown.map(({ id }) => id), sort, filter } as Definition;
  const lastId = lastView(table, chosen);
  const own = saved.find((view) => view.id === lastId && view.definition !== null) ?? null;
  const fixed = builtIn.find(({ id }) => id === lastId) ?? builtIn[0];
  const ownDefinition = definitionOf(own ?? undefined);
  const isChanged = ownDefinition ? !isSame(ownDefinition, current) : !isSame(fixed.filter, filter);

  const apply = (id: string) => {
    const view = saved.find((one) => one.id === id);
    const definition = definitionOf(view);
    const plain = builtIn.find((one) => one.id === id);
    if (definition) {
      columns.show(definition.columns);
      // The list holds the views of this table alone.
      onApply(definition.filter as FilterOf<Table>, definition.sort);
    } else if (plain) onApply(plain.filter, plain.sort ?? usualSort);
    else return;
    choose(table, id);
  };

  const latest = useRef({ apply, filter, all: builtIn[0], lastId, choose, isKnown: own !== null || fixed.id === lastId });
  latest.current = { apply, filter, all: builtIn[0], lastId, choose, isKnown: own !== null || fixed.id === lastId };
  const isAnswered = data !== undefined;
  const asked = wanted[table];
  const isRestored = restored.has(table);
  useEffect(() => {
    const now = latest.current;
    if (!isAnswered || (asked === undefined && isRestored)) return;
    settle(table);
    if (asked !== undefined) now.apply(asked);
    // Somebody who came with a filter, from the search or another page, wants that one.
    else if (now.lastId !== null && now.isKnown && isSame(now.filter, now.all.filter)) now.apply(now.lastId);
    else if (now.lastId !== null) now.choose(table, now.all.id);
  }, [isAnswered, asked, isRestored, settle, table]);

  return {
    saved,
    chosenId: own?.id ?? fixed.id,
    name: own?.name ?? fixed.name,
    /** The saved view that is chosen, to be updated, renamed or removed. */
    own,
    isChanged,
    apply,
    async saveAs(name: string) {
      const done = await save.run({ name, definition: current });
      if (!done) return false;
      choose(table, done.viewId);
      tell(done.labelKey, done.params, done.changed > 0);
      return true;
    },
    async renameTo(view: SavedView, name: string) {
      const done = await rename.run({ viewId: view.id, name });
      if (done) tell(done.labelKey, done.params, done.changed > 0);
      return done !== undefined;
    },
    async removeView(view: SavedView) {
      const done = await remove.run({ viewId: view.id });
      if (done) tell(done.labelKey, done.params, true);
    },
  };
}
