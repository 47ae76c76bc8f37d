import { buildSoftware } from '../buildRecord.ts';
import { findColumns } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';
import { machineOf } from './softwareFind.ts';
import { windowsEntryToLeaveOut } from './windowsEntry.ts';

const columns = {
  rawName: ['DisplayName'],
  version: ['DisplayVersion'],
  publisher: ['Publisher'],
  device: ['PSComputerName', 'ComputerName', 'Computer', 'Hostname'],
  systemComponent: ['SystemComponent'],
  parentKeyName: ['ParentKeyName'],
  releaseType: ['ReleaseType'],
} as const;
/** `wmic product get name,vendor,version /format:csv`, `Get-CimInstance Win32_Product` and `Get-Package`. */
const productColumns = {
  rawName: ['Name'],
  version: ['Version'],
  publisher: ['Vendor'],
  device: ['Node', 'PSComputerName'],
  provider: ['ProviderName'],
} as const;
const tellingOfProducts = { telling: ['Node', 'IdentifyingNumber', 'ProviderName'] } as const;
const counts = { counts: ['Count', 'Total', 'Number', 'DeviceCount', 'Installations', 'InstallCount', 'Anzahl', 'Nombre'] } as const;

/** The programs of one Windows machine, from the Uninstall keys with PowerShell's `Export-Csv`, or from `wmic` as CSV. */
export const windowsUninstallList: Reader = {
  id: 'windowsUninstallList',
  nameKey: 'format.windowsUninstallList',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const found = columnsOf(sample.table.headings);
    // A list that counts machines is of many machines, whatever its other headings are called.
    const isList = found !== null && findColumns(sample.table.headings, counts).size === 0;
    return {
      confidence: isList ? 0.95 : 0,
      seen: { messageKey: 'format.seen.windowsUninstallList', params: { columns: [...(found?.values() ?? [])].map((column) => column.heading).join(', ') } },
    };
  },
  read(source, sample, options, report) {
    const plan = planFor('software', columnsOf(sample.table.headings) ?? findColumns(sample.table.headings, columns), {});
    if (!plan.columns.has('rawName')) report.refuse('issue.softwareNameMissing', { expected: 'DisplayName' }, { row: sample.table.headingIndex + 1 });
    const machine = machineOf(source);
    return readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          const reason = windowsEntryToLeaveOut({
            name: row.line('rawName'),
            isSystemComponent: row.line('systemComponent') === '1',
            parent: row.line('parentKeyName'),
            // The provider of Windows' own updates.
            releaseType: /^msu$/i.test(row.line('provider')) ? 'Update' : row.line('releaseType'),
          });
          if (reason !== null) row.leaveOut(reason);
          const record = buildSoftware(row);
          return record && { ...record, device: record.device ?? machine };
        },
      },
      options,
      report,
    );
  },
};

function columnsOf(headings: readonly string[]) {
  const found = findColumns(headings, columns);
  if (found.has('rawName') && (found.has('version') || findColumns(headings, { uninstall: ['UninstallString'] }).size > 0)) return found;
  const products = findColumns(headings, productColumns);
  const isOfMachine = findColumns(headings, tellingOfProducts).size > 0;
  return isOfMachine && products.has('rawName') && (products.has('version') || products.has('publisher')) ? products : null;
}
