import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';

/** Wazuh's syscollector: what the agent of one machine sends, or what the server's interface answers about packages. */
export const wazuhPackages: Reader = {
  id: 'wazuhPackages',
  nameKey: 'format.wazuhPackages',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const { text } = sample;
    const isObject = /^\s*\{/.test(text);
    const isSent = isObject && text.includes('"data_values"') && text.includes('"payload"');
    const isAnswer = isObject && text.includes('"affected_items"') && text.includes('"version"') && /"(vendor|format|architecture)"/.test(text);
    return { confidence: isSent ? 0.96 : isAnswer ? 0.9 : 0, seen: { messageKey: 'format.seen.wazuhPackages', params: {} } };
  },
  async *read(source, sample, options, report) {
    const file = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    const found = isJsonObject(file) ? (sentPackages(file) ?? answeredPackages(file, report)) : null;
    if (!found) return report.refuse('issue.sectionMissing', { section: 'data_values' });
    if (found.length === 0) report.warn('issue.inventoryWithoutSoftware');
    const machine = machineOf(source);
    yield* inBatches<Found, ImportRecord>(found, options, ({ entry, device, isRemoved }, index) => {
      if (!entry || isRemoved) {
        leaveOutFind(report, isRemoved ? 'skip.packageRemoved' : 'skip.notSoftware');
        return null;
      }
      const find = { row: index + 1, rawName: jsonLine(entry.name), publisher: jsonLine(entry.vendor), version: jsonLine(entry.version) };
      return softwareRecord({ ...find, device: device || machine }, 'name', report);
    });
  },
};

/** `entry` is null where it is no package; the vendor of a program without one is a blank. */
type Found = { readonly entry: JsonObject | null; readonly device: string; readonly isRemoved: boolean };

function sentPackages(file: JsonObject): Found[] | null {
  if (!Array.isArray(file.data_values)) return null;
  const device = isJsonObject(file.Start) ? jsonLine(file.Start.hostname) : '';
  return file.data_values.map((value: unknown) => {
    const payload = isJsonObject(value) && isJsonObject(value.payload) ? value.payload : null;
    return {
      entry: payload && isJsonObject(payload.package) ? payload.package : null,
      device,
      isRemoved: isJsonObject(value) && /^delete/i.test(jsonLine(value.operation)) && isJsonObject(payload?.package),
    };
  });
}

function answeredPackages(file: JsonObject, report: ReadReport): Found[] | null {
  const data = isJsonObject(file.data) ? file.data : null;
  if (!data || !Array.isArray(data.affected_items)) return null;
  const total = Number(data.total_affected_items);
  // The interface gives 500 entries at a time unless asked for more.
  if (total > data.affected_items.length) {
    report.markPartial();
    report.warn('issue.listOnlyAPart', { found: data.affected_items.length, total });
  }
  return data.affected_items.map((item: unknown) => ({
    entry: isJsonObject(item) ? item : null,
    device: isJsonObject(item) ? jsonLine(item.agent_id) : '',
    isRemoved: false,
  }));
}
