import type { Output } from '../../../core/contract/contract.ts';
import { stableJson } from '../../core/queryCache.ts';

export type SavedView = Output<'view.list'>[number];
export type Definition = NonNullable<SavedView['definition']>;
export type TableName = Definition['table'];
export type FilterOf<Table extends TableName> = { readonly [One in Definition as One['table']]: One['filter'] }[Table];
/** Null: the order that the table has by itself. */
export type ViewSort = Definition['sort'];

/** A view that every plan has: a filter, and an order where it matters. Columns stay as the person likes them. */
export type BuiltInView<Table extends TableName> = {
  readonly id: string;
  readonly name: string;
  readonly filter: FilterOf<Table>;
  readonly sort: ViewSort;
};

type TableColumn = { readonly id: string; readonly sort?: string | undefined };

/** A definition as this version of the table can show it: unknown columns are left out, an unknown order is the usual one. */
export function shownOf(definition: Definition, all: readonly TableColumn[], usualSort: ViewSort): Definition {
  const { columns, sort } = definition;
  const isKnown = sort !== null && all.some((column) => column.sort === sort.by);
  const [first] = all;
  return {
    ...definition,
    columns: all.filter(({ id }) => id === first?.id || columns.includes(id)).map(({ id }) => id),
    sort: isKnown ? sort : usualSort,
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return stableJson(one) === stableJson(other);
}
