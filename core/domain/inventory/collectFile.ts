import type { ImportCollector } from './collectImport.ts';
import type { MachineIdentity } from './machineIdentity.ts';
import type { ImportRecord, SoftwareRecord } from './importRecords.ts';

/** The machine that a file as a whole is of, and when its agent looked. */
export type FileOfMachine = { readonly name: string; readonly loggedAt: string | null; readonly identity?: MachineIdentity };

/** No machine has as many programs; a longer file is a list of machines, and passes through. */
const heldLimit = 50_000;

/**
 * Hands the records of one file on to the collector. As long as they are software of one machine they wait, because only
 * the end of the file says when that machine was looked at, and of two files of a machine the newer one counts.
 *
 * Example: two files of `PC1`, of May and of June, add June's programs; `finish` answers the place of May's file.
 */
export function createFileCollector(collector: ImportCollector, file: number) {
  let held: SoftwareRecord[] | null = [];
  let format = '';

  const letGo = (): void => {
    if (held && held.length > 0) collector.add(held, format);
    held = null;
  };

  return {
    add(records: readonly ImportRecord[], readAs: string): void {
      format = readAs;
      if (held) {
        const device = held[0]?.device ?? deviceOf(records[0]);
        const isOfOne = device !== null && held.length + records.length <= heldLimit && records.every((record) => deviceOf(record) === device);
        if (isOfOne) {
          for (const record of records) held.push(record as SoftwareRecord);
          return;
        }
        letGo();
      }
      collector.add(records, format);
    },
    /** Answers the files of the same machine that this one supersedes, or itself where an earlier file is newer. */
    finish(machine: FileOfMachine | null, isPartial: boolean): readonly number[] {
      if (machine && held && held.length > 0 && held[0]?.device === machine.name) {
        return collector.addMachine(held, format, { file, loggedAt: machine.loggedAt, isPartial, ...(machine.identity && { identity: machine.identity }) });
      }
      letGo();
      return [];
    },
  };
}

function deviceOf(record: ImportRecord | undefined): string | null {
  return record?.kind === 'software' ? record.device : null;
}
