import { hostNameOf } from './machineIdentity.ts';

/** What one list says: the machines that it names, and the names of software. */
export type ListedMachines = { readonly form: string; readonly devices: readonly string[]; readonly names: readonly string[] };

/** Two lists that may hold the same machines: so many names of machines, or where one names none of software, stand in both. */
export type MaybeSame = { readonly forms: readonly [string, string]; readonly by: 'machines' | 'names'; readonly count: number };

/** Of the names of the shorter list, from which on two lists without names of machines look alike: an assumption, as in `chooseSource`. */
const alikeShare = 0.5;
const fewestNames = 5;

/**
 * Lists of one import that count the same machines twice, perhaps: they name machines alike, or, where a list names
 * none, at least half of the software of the shorter list. They are told and not joined, because a name alone does not
 * prove it.
 *
 * Example: Intune's list names `PC1` and `PC2`, MECM's `pc2.stadt.example` and `PC3`: one machine may be in both.
 */
export function maybeSameMachines(lists: readonly ListedMachines[]): readonly MaybeSame[] {
  const sets = lists.map(({ form, devices, names }) => ({
    form,
    devices: new Set(devices.map(hostNameOf)),
    names: new Set(names.map((name) => name.toLowerCase())),
  }));
  return sets.flatMap((one, index) =>
    sets.slice(index + 1).flatMap((other): MaybeSame[] => {
      const forms = [one.form, other.form] as const;
      if (one.devices.size > 0 && other.devices.size > 0) {
        const count = common(one.devices, other.devices);
        return count === 0 ? [] : [{ forms, by: 'machines', count }];
      }
      const count = common(one.names, other.names);
      return count < fewestNames || count < alikeShare * Math.min(one.names.size, other.names.size) ? [] : [{ forms, by: 'names', count }];
    }),
  );
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const value of one) if (other.has(value)) count++;
  return count;
}
