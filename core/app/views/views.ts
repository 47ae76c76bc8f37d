import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { viewDefinition } from '../../contract/views.ts';
import { compareNames, sortKey } from '../../domain/sortKey.ts';
import type { StoredView } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function listViews(context: AppContext): Output<'view.list'> {
  const views = openStore(context).read((reader) => reader.views());
  return views
    .map(({ id, table, name, definition }) => ({ id, table, name, definition: viewDefinition.safeParse({ ...definition, table }).data ?? null }))
    .sort((one, other) => compareNames(one.table, other.table) || compareNames(one.name, other.name));
}

export function saveView(context: AppContext, input: Parsed<'view.save'>): Output<'view.save'> {
  return runCommand(context, 'view.save', input, (writer) => {
    planOf(writer);
    const { name } = input;
    const { table, ...definition } = input.definition;
    const viewId = sameName(writer.views(), table, name)?.id ?? context.ids.next<'view'>();
    const changed = writer.saveView({ id: viewId, table, name, definition });
    return { result: { viewId }, label: { labelKey: 'history.saveView', params: { name } }, changed };
  });
}

export function renameView(context: AppContext, input: Parsed<'view.rename'>): Output<'view.rename'> {
  return runCommand(context, 'view.rename', input, (writer) => {
    const { name } = input;
    const view = findView(writer.views(), input.viewId);
    const other = sameName(writer.views(), view.table, name);
    if (other && other.id !== view.id) throw new AppError('conflict', 'app.viewExists', { params: { name: other.name } });
    return outcome('history.renameView', { before: view.name, name }, writer.saveView({ ...view, name }));
  });
}

export function removeView(context: AppContext, input: Parsed<'view.remove'>): Output<'view.remove'> {
  return runCommand(context, 'view.remove', input, (writer) => {
    const { name } = findView(writer.views(), input.viewId);
    return outcome('history.removeView', { name }, writer.removeView(input.viewId));
  });
}

/** Names that people take for the same one are the same: "Büro" and "büro" would not be told apart in a menu. */
function sameName(views: readonly StoredView[], table: string, name: string): StoredView | undefined {
  return views.find((view) => view.table === table && sortKey(view.name) === sortKey(name));
}

function findView(views: readonly StoredView[], id: string): StoredView {
  const found = views.find((view) => view.id === id);
  if (!found) throw new AppError('notFound', 'app.viewUnknown');
  return found;
}
