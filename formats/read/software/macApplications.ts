import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { isJsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { readXml, type XmlHandlers, xmlRoot } from '../xml.ts';
import type { ReadReport } from '../readReport.ts';
import { machineOf, softwareRecord } from './softwareFind.ts';

const section = 'SPApplicationsDataType';

/** The applications of one Mac: `system_profiler SPApplicationsDataType` with `-xml` or `-json`. */
export const macApplications: Reader = {
  id: 'macApplications',
  nameKey: 'format.macApplications',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isPlist = xmlRoot(sample.text)?.name === 'plist' && sample.text.includes(`<string>${section}</string>`);
    const isJson = /^\s*\{/.test(sample.text) && new RegExp(`"${section}"\\s*:\\s*\\[`).test(sample.text);
    return { confidence: isPlist || isJson ? 0.97 : 0, seen: { messageKey: 'format.seen.macApplications', params: {} } };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    if (/^\s*</.test(sample.text)) {
      yield* readXml<ImportRecord>(source, sample, options, report, (emit) => plistHandlers(emit, machine, report));
      return;
    }
    const file = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    const applications = isJsonObject(file) ? file[section] : undefined;
    if (!isJsonObject(file) || !Array.isArray(applications)) return report.refuse('issue.sectionMissing', { section });
    const system: unknown = Array.isArray(file.SPSoftwareDataType) ? file.SPSoftwareDataType[0] : null;
    const device = (isJsonObject(system) && jsonLine(system.local_host_name)) || machine;
    if (applications.length === 0) report.warn('issue.softwareNone');
    yield* inBatches<unknown, ImportRecord>(applications, options, (entry, index) => {
      const row = index + 1;
      if (!isJsonObject(entry)) {
        report.countRow();
        report.skip('issue.inventoryEntryNotAnObject', {}, { row });
        return null;
      }
      const signedBy = Array.isArray(entry.signed_by) ? jsonLine(entry.signed_by[0]) : '';
      const publisher = publisherOf(signedBy, jsonLine(entry.obtained_from));
      return softwareRecord({ row, rawName: jsonLine(entry._name), version: jsonLine(entry.version), publisher, device }, '_name', report);
    });
  },
};

/** `plist` › `array` › one `dict` a section › `_items` › `array` › one `dict` an application; a value stands behind its key. */
function plistHandlers(emit: (record: ImportRecord) => void, device: string, report: ReadReport): XmlHandlers {
  let dataType = '';
  let sectionKey = '';
  let key = '';
  let row = 0;
  let fields = new Map<string, string>();
  return {
    open: (name, _attributes, depth) => {
      if (name !== 'dict') return;
      if (depth === 3) dataType = '';
      if (depth === 5) fields = new Map();
    },
    close: (name, text, depth) => {
      if (depth === 4 && name === 'key') sectionKey = text;
      else if (depth === 4 && name === 'string' && sectionKey === '_dataType') dataType = text;
      else if (depth === 6 && name === 'key') key = text;
      else if (name === 'string' && (depth === 6 || (depth === 7 && key === 'signed_by')) && !fields.has(key)) fields.set(key, readLine(text));
      else if (depth === 5 && name === 'dict' && sectionKey === '_items' && dataType === section) {
        const field = (wanted: string): string => fields.get(wanted) ?? '';
        const publisher = publisherOf(field('signed_by'), field('obtained_from'));
        const record = softwareRecord({ row: ++row, rawName: field('_name'), version: field('version'), publisher, device }, '_name', report);
        if (record) emit(record);
      } else if (depth === 1 && row === 0) report.warn('issue.softwareNone');
    },
  };
}

/** The line `info` is a text about copyright; who signed the application is its publisher. */
function publisherOf(signedBy: string, obtainedFrom: string): string {
  const certificate = /^[^:]+: (.+?)(?: \([A-Z0-9]{10}\))?$/.exec(signedBy);
  if (certificate) return certificate[1] as string;
  return signedBy === 'Software Signing' || /^apple$/i.test(obtainedFrom) ? 'Apple' : '';
}
