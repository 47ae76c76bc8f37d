import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { machineOf, softwareRecord } from './softwareFind.ts';

/** The inventory of one machine from OCS's new agent: sections in capitals, keys and values with blanks. */
export const ocsAgentJson: Reader = {
  id: 'ocsAgentJson',
  nameKey: 'format.ocsAgentJson',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isInventory = /^\s*\{/.test(sample.text) && /"template_inventory"\s*:\s*\{/.test(sample.text);
    return { confidence: isInventory ? 0.97 : 0, seen: { messageKey: 'format.seen.ocsAgentJson', params: {} } };
  },
  async *read(source, sample, options, report) {
    const file = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    const sections = isJsonObject(file) ? file.template_inventory : undefined;
    if (!isJsonObject(file) || !isJsonObject(sections)) return report.refuse('issue.sectionMissing', { section: 'template_inventory' });
    const softwares = sections.SOFTWARES ?? [];
    if (!Array.isArray(softwares)) return report.refuse('issue.sectionMissing', { section: 'SOFTWARES' });
    const named = jsonLine(file.name) || jsonLine(file.uuid);
    if (named !== '') report.noteDevice(named, null, { hostName: jsonLine(file.name), uuid: jsonLine(file.uuid) });
    if (softwares.length === 0) report.warn('issue.inventoryWithoutSoftware');
    const device = named || machineOf(source);
    yield* inBatches<unknown, ImportRecord>(softwares, options, (entry, index) => {
      const row = index + 1;
      if (!isJsonObject(entry)) {
        report.countRow();
        report.skip('issue.inventoryEntryNotAnObject', {}, { row });
        return null;
      }
      return softwareRecord(
        { row, rawName: cell(entry, 'NAME'), publisher: cell(entry, 'PUBLISHER'), version: cell(entry, 'VERSION'), device },
        'NAME',
        report,
      );
    });
  },
};

/** The agent writes `Unknown` and `N/A` where it knows nothing. */
function cell(entry: JsonObject, key: string): string {
  const text = jsonLine(entry[key]);
  return /^(?:unknown|n\/a|null)$/i.test(text) ? '' : text;
}
