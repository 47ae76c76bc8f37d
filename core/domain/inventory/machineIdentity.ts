/** By what a machine is known again in another tool's inventory; null where the file does not say. Never kept beyond the import. */
export type MachineIdentity = { readonly uuid: string | null; readonly serial: string | null; readonly hostName: string | null };
export type SameBy = 'uuid' | 'serial' | 'hostName';

const placeholder =
  /^(?:0+|f+|x+|-+|1234567890?|none|unknown|null|n\/?a|default string|not (?:specified|available|applicable)|(?:system )?serial number|chassis serial number|to be filled by o\.?e\.?m\.?|oem|invalid|empty)$/;
/** Boards that were never given a UUID of their own. */
const sharedUuids = new Set(['03000200040005000006000700080009', '12345678123456789012345678901234']);

/**
 * What tools write of a machine as it can be compared: UUIDs without hyphens, host names without their domain and
 * without the moment that agents put behind them; what makers leave in every machine (`To be filled by O.E.M.`) is none.
 *
 * Example: UUID `0055ADC9-1D3A-E411-8043-B05D95113232`, serial number `0000`, host `LF014.stadt.example` are
 * `0055adc91d3ae4118043b05d95113232`, null and `lf014`.
 */
export function machineIdentity(said: { readonly uuid?: string; readonly serial?: string; readonly hostName?: string }): MachineIdentity {
  const uuid = (said.uuid ?? '').toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  const serial = (said.serial ?? '').trim().toLowerCase();
  return {
    uuid: uuid.length < 16 || placeholder.test(uuid) || sharedUuids.has(uuid) ? null : uuid,
    serial: serial.length < 5 || placeholder.test(serial) ? null : serial,
    hostName: hostNameOf(said.hostName ?? '') || null,
  };
}

/** Example: `LF014-2017-02-20-12-19-56` is `lf014`. */
export function hostNameOf(device: string): string {
  return device
    .trim()
    .toLowerCase()
    .replace(/-\d{4}(?:-\d{2}){5}$/, '')
    .replace(/\..*$/, '');
}

/**
 * Why two inventories are of one machine; null where that cannot be said. The same UUID or serial number under two host
 * names is none: clones of a virtual machine carry what the first one had. A host name counts between two tools only,
 * and not against a UUID or serial number that differs.
 *
 * Example: two inventories of `pc1` with the same UUID are one machine by `uuid`; one of `pc1` and one of `clone` with the
 * same UUID are not.
 */
export function sameMachine(one: MachineIdentity, other: MachineIdentity, areOfOneTool: boolean): SameBy | null {
  const differ = (key: SameBy) => one[key] !== null && other[key] !== null && one[key] !== other[key];
  const agree = (key: SameBy) => one[key] !== null && one[key] === other[key];
  if (differ('hostName')) return null;
  if (agree('uuid')) return 'uuid';
  if (differ('uuid')) return null;
  if (agree('serial')) return 'serial';
  if (differ('serial') || areOfOneTool) return null;
  return agree('hostName') ? 'hostName' : null;
}
