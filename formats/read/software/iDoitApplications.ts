import { buildSoftware } from '../buildRecord.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';
import { findAttributes } from './attributeColumns.ts';
import { iDoitObject, isIDoitTable } from './iDoitObject.ts';

const columns = {
  ...iDoitObject,
  publisher: { category: /^(anwendung|application)/, names: ['Hersteller', 'Manufacturer'] },
  version: { category: /^version/, names: ['Versionsnummer', 'Version number'] },
} as const;

/** i-doit: applications as a list of objects, as a report, or as its template for importing them. */
export const iDoitApplications: Reader = {
  id: 'iDoitApplications',
  nameKey: 'format.iDoitApplications',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const found = findAttributes(sample.table.headings, columns);
    const isKnown = isIDoitTable(sample.table.headings, found) && (found.has('publisher') || found.has('version'));
    return {
      confidence: isKnown ? 0.96 : 0,
      seen: { messageKey: 'format.seen.iDoitApplications', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const found = findAttributes(sample.table.headings, columns);
    if (!found.has('name')) return report.refuse('issue.softwareNameMissing', { expected: 'ObjektName, Object title' }, { row: sample.table.headingIndex + 1 });
    const plan = planFor('software', new Map([...found].map(([field, column]) => [field === 'name' ? 'rawName' : field, column])), {});
    yield* readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          const type = row.line('objectType');
          if (type !== '' && !/application|anwendung|operating_?system|betriebssystem|software/i.test(type)) row.leaveOut('skip.notSoftware');
          const record = buildSoftware(row);
          return record && { ...record, version: joinVersions(record.version) };
        },
      },
      options,
      report,
    );
  },
};

/** Several values of one attribute are joined by a comma: `1.5,2.0` are two versions of one object. */
function joinVersions(text: string): string {
  const versions = text.split(',').map((version) => version.trim());
  return [...new Set(versions.filter((version) => version !== ''))].join(', ');
}
