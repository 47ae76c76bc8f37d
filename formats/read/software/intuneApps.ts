import { buildSoftware } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

/** The users of the machines are not read; `Platform_loc` and the like say again what `Platform` says. */
const columns = {
  rawName: ['ApplicationName', 'Application name'],
  publisher: ['ApplicationPublisher', 'Publisher'],
  version: ['ApplicationVersion', 'ApplicationShortVersion', 'Version'],
  installations: ['DeviceCount', 'Device count'],
  deviceId: ['DeviceId'],
  deviceName: ['DeviceName'],
  key: ['ApplicationKey'],
} as const;
const tellingOfMachines = ['ApplicationShortVersion', 'OSDescription', 'OSVersion', 'Platform', 'UserId', 'EmailAddress'];

/**
 * Intune's discovered apps: the sums (`AppInvAggregate`, or the list of the admin center) or each find on each machine
 * (`AppInvRawData`, `DevicesByAppInv`, `AppInvByDevice`).
 */
export const intuneApps: Reader = {
  id: 'intuneApps',
  nameKey: 'format.intuneApps',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const form = formOf(sample.table.headings);
    return {
      confidence: form === null ? 0 : form === 'portal' ? 0.9 : 0.98,
      seen: { messageKey: 'format.seen.intuneApps', params: { form: form ?? 'portal', columns: sample.table.headings.length } },
    };
  },
  async *read(source, sample, options, report) {
    const { headings } = sample.table;
    const found = findColumns(headings, columns);
    if (!found.has('rawName')) return report.refuse('issue.softwareNameMissing', { expected: 'ApplicationName' }, { row: sample.table.headingIndex + 1 });
    const plan = planFor('software', found, {});
    let firstName = '';
    let isOfOneProgram = found.has('deviceId') || found.has('deviceName');
    yield* readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          const record = buildSoftware(row);
          if (!record) return null;
          const name = row.line('key') || record.rawName;
          if (firstName !== '' && firstName !== name) isOfOneProgram = false;
          firstName = name;
          return { ...record, device: row.line('deviceId') || row.line('deviceName') || null };
        },
        finish: () => {
          // `DevicesByAppInv` lists the machines of one program: the other programs are not gone.
          if (!isOfOneProgram || firstName === '') return null;
          report.markPartial();
          report.warn('issue.oneProgramOnly');
          return null;
        },
      },
      options,
      report,
    );
  },
};

function formOf(headings: readonly string[]): 'aggregate' | 'machines' | 'portal' | null {
  const found = findColumns(headings, columns);
  if (!found.has('rawName')) return null;
  const isOfMachines = found.has('deviceId') || found.has('deviceName');
  if (isOfMachines && (found.has('key') || tellingOfMachines.some((heading) => hasHeadings(headings, [heading])))) return 'machines';
  if (!found.has('installations')) return null;
  if (found.has('key') || hasHeadings(headings, ['ApplicationShortVersion'])) return 'aggregate';
  return hasHeadings(headings, ['Platform']) || hasHeadings(headings, ['Application version']) ? 'portal' : null;
}
