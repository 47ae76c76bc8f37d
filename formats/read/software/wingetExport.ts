import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { isJsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { machineOf, softwareRecord } from './softwareFind.ts';
import { wingetName } from './wingetName.ts';

/**
 * `winget export`: the programs of one machine that a source of winget knows, by their ids. It has neither names nor
 * publishers, and what no source knows is not in it.
 */
export const wingetExport: Reader = {
  id: 'wingetExport',
  nameKey: 'format.wingetExport',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isObject = /^\s*\{/.test(sample.text);
    const hasPackages = sample.text.includes('"PackageIdentifier"') || sample.text.includes('"Packages"');
    const isExport = isObject && sample.text.includes('"Sources"') && (hasPackages || sample.text.includes('winget-packages.schema'));
    return { confidence: isExport ? 0.97 : 0, seen: { messageKey: 'format.seen.wingetExport', params: {} } };
  },
  async *read(source, sample, options, report) {
    const list = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    if (!isJsonObject(list) || !Array.isArray(list.Sources)) return report.refuse('issue.sectionMissing', { section: 'Sources' });
    const machine = machineOf(source);
    const packages = list.Sources.flatMap((from: unknown) => (isJsonObject(from) && Array.isArray(from.Packages) ? (from.Packages as unknown[]) : []));
    let withoutName = 0;
    if (packages.length === 0) report.warn('issue.softwareNone');
    yield* inBatches<unknown, ImportRecord>(packages, options, (entry, index) => {
      const id = isJsonObject(entry) ? jsonLine(entry.PackageIdentifier) : '';
      const { publisher, name } = wingetName(id);
      if (id !== '' && publisher === '') withoutName++;
      const version = isJsonObject(entry) ? jsonLine(entry.Version) : '';
      return softwareRecord({ row: index + 1, rawName: name, publisher, version, device: machine }, 'PackageIdentifier', report);
    });
    if (withoutName > 0) report.warn('issue.storeIdsOnly', { count: withoutName });
    report.warn('issue.wingetKnowsOnlySources');
  },
};
