import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { type SpdxPackage, spdxOrganisation, spdxRecord, warnOfMissingDescription } from './spdxPackage.ts';

/** SPDX 2 as JSON. */
export const spdxJson: Reader = {
  id: 'spdxJson',
  nameKey: 'format.spdxJson',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const version = /^\s*\{/.test(sample.text) ? /"spdxVersion"\s*:\s*"SPDX-(2\.\d)"/.exec(sample.text)?.[1] : undefined;
    // The version may stand behind the packages, where the beginning of a large file does not reach.
    const isLarge = version === undefined && /^\s*\{/.test(sample.text) && sample.text.includes('"SPDXID"') && sample.text.includes('"downloadLocation"');
    return {
      confidence: version === undefined ? (isLarge ? 0.9 : 0) : 0.98,
      seen: { messageKey: 'format.seen.spdx', params: { version: version ?? '2' } },
    };
  },
  async *read(source, sample, options, report) {
    const file = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    if (!isJsonObject(file) || !Array.isArray(file.packages)) return report.refuse('issue.sectionMissing', { section: 'packages' });
    const described = describedIn(file);
    const packages: SpdxPackage[] = file.packages.filter(isJsonObject).map((found, index) => ({
      row: index + 1,
      id: jsonLine(found.SPDXID),
      name: jsonLine(found.name),
      version: jsonLine(found.versionInfo),
      publisher: spdxOrganisation(jsonLine(found.supplier)) || spdxOrganisation(jsonLine(found.originator)),
      purpose: jsonLine(found.primaryPackagePurpose).toUpperCase().replaceAll('_', '-'),
    }));
    warnOfMissingDescription(packages, described, report);
    const isOnly = packages.length === 1;
    yield* inBatches<SpdxPackage, ImportRecord>(packages, options, (found) => spdxRecord(found, described, isOnly, report));
  },
};

function describedIn(file: JsonObject): ReadonlySet<string> {
  const described = new Set<string>();
  if (Array.isArray(file.documentDescribes)) for (const id of file.documentDescribes) described.add(jsonLine(id));
  for (const relation of Array.isArray(file.relationships) ? file.relationships : []) {
    if (!isJsonObject(relation)) continue;
    if (relation.relationshipType === 'DESCRIBES') described.add(jsonLine(relation.relatedSpdxElement));
    if (relation.relationshipType === 'DESCRIBED_BY') described.add(jsonLine(relation.spdxElementId));
  }
  return described;
}
