import { ColumnChooser } from '../ColumnChooser.tsx';
import type { TableName } from './tableViews.ts';
import type { TableState } from './useViews.ts';
import { ViewMenu } from './ViewMenu.tsx';

type Props<Table extends TableName> = TableState<Table> & {
  /** Views are part of a plan; without one there are only columns. */
  readonly hasPlan?: boolean;
};

/** What stands at the right of a table's heading: its views and its columns. */
export function TableTools<Table extends TableName>({ hasPlan = true, ...state }: Props<Table>) {
  return (
    <div className="table-tools">
      {hasPlan && <ViewMenu {...state} />}
      <ColumnChooser columns={state.columns} />
    </div>
  );
}
