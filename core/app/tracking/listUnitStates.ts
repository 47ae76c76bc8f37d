import type { Output, Parsed } from '../../contract/contract.ts';
import { inNameOrder } from '../../domain/sortKey.ts';
import { countWithSubUnits, type UnitProgress } from '../../domain/tracking/unitProgress.ts';
import { type AppContext, openStore, planOf } from '../context.ts';

export function listUnitStates(context: AppContext, input: Parsed<'tracking.listUnits'>): Output<'tracking.listUnits'> {
  const units = openStore(context).read((reader) => {
    planOf(reader);
    return countWithSubUnits(inNameOrder(reader.units()), reader.unitStates(input.trackId));
  });
  const text = input.search?.trim().toLowerCase() ?? '';
  const found = text === '' ? units : units.filter((unit) => unit.path.toLowerCase().includes(text));
  const sorted = inOrder(found, input.sort, input.direction);
  return {
    total: sorted.length,
    units: sorted.slice(input.offset, input.offset + input.limit).map((unit) => ({ ...unit, states: { ...unit.states } })),
  };
}

/** Units come in the order of the tree; of equal figures the earlier one in the tree stays first. */
function inOrder(units: readonly UnitProgress[], by: Parsed<'tracking.listUnits'>['sort'], direction: 'ascending' | 'descending'): readonly UnitProgress[] {
  if (by === 'path') return direction === 'ascending' ? units : units.toReversed();
  const sign = direction === 'ascending' ? 1 : -1;
  const figure = (unit: UnitProgress) => (by === 'accounts' ? unit.accounts : unit.states[by]);
  return units.toSorted((one, other) => sign * (figure(one) - figure(other)));
}
