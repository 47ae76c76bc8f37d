import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function changeUnitRole(context: AppContext, input: Parsed<'inventory.changeUnitRole'>): Output<'inventory.changeUnitRole'> {
  return runCommand(context, 'inventory.changeUnitRole', input, (writer) => {
    const known = new Set(writer.units().map(({ id }) => id));
    const unknown = new Set(input.unitIds.filter((id) => !known.has(id)));
    if (unknown.size > 0) throw new AppError('notFound', 'app.unitsUnknown', { params: { units: unknown.size } });
    const changed = writer.setUnitRole(input.unitIds, input.role);
    return outcome('history.changeUnitRole', { units: changed, role: input.role }, changed);
  });
}
