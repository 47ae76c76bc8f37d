import type { UnitId } from '../ids.ts';
import type { Unit } from '../inventory/inventory.ts';

/** Accounts of a unit by their state on one track. */
export type UnitStates = { readonly planned: number; readonly migrated: number; readonly problem: number; readonly exception: number };

/** A unit with the accounts of its sub-units counted in. */
export type UnitProgress = {
  readonly unitId: UnitId;
  readonly name: string;
  readonly path: string;
  /** 0 for a unit without a parent. */
  readonly depth: number;
  /** Units below it, at every level, that have accounts on the track. */
  readonly subUnits: number;
  readonly accounts: number;
  readonly states: UnitStates;
};

/**
 * Each unit with what stands in it and in all units below it, in the order given; `direct` holds the accounts that stand
 * in the unit itself. A unit is thus what a change of "the whole unit" would touch; sums over several levels of the tree
 * count accounts more than once. Units without any account are left out. A parent that is not in the list, or a circle of
 * parents, ends the way up.
 *
 * Example: 3 planned in "City / Schools" and 2 migrated in "City" are 5 accounts for "City", 3 of them planned.
 */
export function countWithSubUnits(
  units: readonly Pick<Unit, 'id' | 'parentId' | 'name' | 'path'>[],
  direct: ReadonlyMap<UnitId, UnitStates>,
): readonly UnitProgress[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const sums = new Map<UnitId, { planned: number; migrated: number; problem: number; exception: number; subUnits: number }>();
  const depths = new Map<UnitId, number>();
  for (const unit of units) {
    const own = direct.get(unit.id);
    const seen = new Set<UnitId>();
    let depth = -1;
    for (let above: typeof unit | undefined = unit; above && !seen.has(above.id); above = above.parentId === null ? undefined : byId.get(above.parentId)) {
      seen.add(above.id);
      depth += 1;
      if (!own) continue;
      const sum = sums.get(above.id) ?? { planned: 0, migrated: 0, problem: 0, exception: 0, subUnits: 0 };
      sum.planned += own.planned;
      sum.migrated += own.migrated;
      sum.problem += own.problem;
      sum.exception += own.exception;
      if (above !== unit) sum.subUnits += 1;
      sums.set(above.id, sum);
    }
    depths.set(unit.id, depth);
  }
  return units.flatMap(({ id, name, path }) => {
    const sum = sums.get(id);
    if (!sum) return [];
    const { subUnits, ...states } = sum;
    const accounts = states.planned + states.migrated + states.problem + states.exception;
    return [{ unitId: id, name, path, depth: depths.get(id) ?? 0, subUnits, accounts, states }];
  });
}
