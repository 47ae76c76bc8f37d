import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { isJsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { inBatches } from '../inBatches.ts';
import { softwareRecord } from './softwareFind.ts';

const sections = ['deviceid', 'accesslog', 'bios', 'hardware', 'softwares', 'operatingsystem', 'versionclient', 'batteries', 'itemtype'];

/** `glpi-agent --json`: one file for each machine. */
export const glpiInventory: Reader = {
  id: 'glpiInventory',
  nameKey: 'format.glpiInventory',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isObject = /^\s*\{/.test(sample.text);
    const found = sections.filter((section) => sample.text.includes(`"${section}"`));
    const isInventory = isObject && sample.text.includes('"content"') && found.length >= 2;
    return {
      confidence: isInventory ? (found.includes('deviceid') || !sample.isWhole ? 0.97 : 0.8) : 0,
      seen: { messageKey: 'format.seen.glpiInventory', params: { sections: found.join(', ') } },
    };
  },
  read,
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  const inventory = await readWholeJson(source, sample, options, report);
  if (report.isRefused) return;
  if (!isJsonObject(inventory) || !isJsonObject(inventory.content)) return report.refuse('issue.inventoryWithoutContent');
  const device = jsonLine(inventory.deviceid);
  if (device === '') return report.refuse('issue.inventoryWithoutDevice');
  if (inventory.partial === true) report.markPartial();
  const { accesslog, hardware, bios } = inventory.content;
  report.noteDevice(device, (isJsonObject(accesslog) && jsonLine(accesslog.logdate)) || null, {
    hostName: (isJsonObject(hardware) && jsonLine(hardware.name)) || device,
    uuid: isJsonObject(hardware) ? jsonLine(hardware.uuid) : '',
    serial: isJsonObject(bios) ? jsonLine(bios.ssn) : '',
  });
  const softwares = inventory.content.softwares ?? [];
  if (!Array.isArray(softwares)) return report.refuse('issue.inventorySoftwareNotAList');
  if (softwares.length === 0) report.warn('issue.inventoryWithoutSoftware');
  const unitName = jsonLine(inventory.tag);
  yield* inBatches(softwares, options, (software: unknown, index) => {
    const row = index + 1;
    if (!isJsonObject(software)) {
      report.countRow();
      report.skip('issue.inventoryEntryNotAnObject', {}, { row });
      return null;
    }
    const find = { row, rawName: jsonLine(software.name), publisher: jsonLine(software.publisher), version: jsonLine(software.version), device, unitName };
    return softwareRecord(find, 'name', report);
  });
}
