import { type MachineIdentity, type SameBy, sameMachine } from './machineIdentity.ts';

/** The inventory of one machine as one tool made it. */
export type FoundMachine = {
  readonly form: string;
  readonly device: string;
  readonly file: number;
  readonly identity: MachineIdentity;
  /** As digits, see `momentOf`; null where the file does not say when it was made. */
  readonly lookedAt: string | null;
  readonly programs: number;
};

export type SameMachine = { readonly counted: FoundMachine; readonly dropped: FoundMachine; readonly by: SameBy };

/**
 * Of the inventories of one machine that several tools made, the one that counts: the later one, and where one does not
 * say when it was made, the one that lists more programs.
 *
 * Example: GLPI's of May and OCS's of June have the same UUID: OCS's counts, GLPI's is dropped.
 */
export function findSameMachines(machines: readonly FoundMachine[]): readonly SameMachine[] {
  const kept = new Map<string, FoundMachine[]>();
  const same: SameMachine[] = [];
  const keysOf = ({ identity }: FoundMachine) =>
    (['uuid', 'serial', 'hostName'] as const).flatMap((key) => (identity[key] === null ? [] : [`${key} ${identity[key]}`]));
  const keep = (machine: FoundMachine) => {
    for (const key of keysOf(machine)) {
      const list = kept.get(key);
      if (list) list.push(machine);
      else kept.set(key, [machine]);
    }
  };
  const dropped = new Set<FoundMachine>();
  for (const machine of machines) {
    let counted = machine;
    const candidates = new Set(keysOf(machine).flatMap((key) => kept.get(key) ?? []));
    for (const other of candidates) {
      if (dropped.has(other)) continue;
      const by = sameMachine(machine.identity, other.identity, machine.form === other.form);
      if (by === null) continue;
      const [winner, loser] = isBetter(counted, other) ? [counted, other] : [other, counted];
      dropped.add(loser);
      same.push({ counted: winner, dropped: loser, by });
      counted = winner;
    }
    if (counted === machine) keep(machine);
  }
  return same;
}

function isBetter(one: FoundMachine, other: FoundMachine): boolean {
  if (one.lookedAt !== null && other.lookedAt !== null && one.lookedAt !== other.lookedAt) return one.lookedAt > other.lookedAt;
  return one.programs > other.programs;
}
