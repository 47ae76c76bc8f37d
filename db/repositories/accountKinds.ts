import type { AccountKind } from '../../core/domain/inventory/inventory.ts';

export const everyAccountKind: readonly AccountKind[] = ['person', 'shared', 'room', 'service'];

/** Values for `kind IN (?, ?, ?, ?)`, the first repeated, so that one prepared statement serves every set of kinds. No kind finds nothing. */
export function fourKinds(kinds: readonly AccountKind[]): readonly [string, string, string, string] {
  const first = kinds[0] ?? '';
  return [first, kinds[1] ?? first, kinds[2] ?? first, kinds[3] ?? first];
}
