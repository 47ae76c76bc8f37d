import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { type SpdxPackage, spdxRecord, warnOfMissingDescription } from './spdxPackage.ts';

/** SPDX 3 as JSON-LD: one list of elements that name each other by address. */
export const spdx3Json: Reader = {
  id: 'spdx3Json',
  nameKey: 'format.spdx3Json',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const { text } = sample;
    const isGraph = /^\s*\{/.test(text) && text.includes('"@graph"');
    const isSpdx = /spdx\.org\/rdf\/3\.\d/.test(text) || /"specVersion"\s*:\s*"3\.\d/.test(text);
    const version = /spdx\.org\/rdf\/(3\.\d)/.exec(text)?.[1] ?? '3';
    return { confidence: isGraph && isSpdx ? 0.97 : 0, seen: { messageKey: 'format.seen.spdx', params: { version } } };
  },
  async *read(source, sample, options, report) {
    const file = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    if (!isJsonObject(file) || !Array.isArray(file['@graph'])) return report.refuse('issue.sectionMissing', { section: '@graph' });
    const elements = file['@graph'].filter(isJsonObject);
    const organisations = new Map(
      elements.filter((element) => /^(Organization|SoftwareAgent|Agent)$/.test(typeOf(element))).map((element) => [idOf(element), jsonLine(element.name)]),
    );
    const organisation = (value: unknown): string => idsOf(value).map((id) => organisations.get(id) ?? '')[0] ?? '';
    const described = new Set(
      elements
        .filter((element) => /^(SpdxDocument|(software_)?Sbom|Bom)$/.test(typeOf(element)))
        .flatMap((element) => idsOf(element.rootElement))
        .concat(elements.filter((element) => element.relationshipType === 'describes').flatMap((element) => idsOf(element.to))),
    );
    const packages = elements
      .filter((element) => /^(software_)?Package$/.test(typeOf(element)))
      .map(
        (element, index): SpdxPackage => ({
          row: index + 1,
          id: idOf(element),
          name: jsonLine(element.name),
          version: jsonLine(element.software_packageVersion) || jsonLine(element.packageVersion),
          publisher: organisation(element.suppliedBy) || organisation(element.originatedBy),
          purpose: (jsonLine(element.software_primaryPurpose) || jsonLine(element.primaryPurpose)).toUpperCase(),
        }),
      );
    // A document describes its bill of materials, which describes the product.
    warnOfMissingDescription(packages, described, report);
    const isOnly = packages.length === 1;
    yield* inBatches<SpdxPackage, ImportRecord>(packages, options, (found) => spdxRecord(found, isOnly ? new Set() : described, isOnly, report));
  },
};

function typeOf(element: JsonObject): string {
  return jsonLine(element.type) || jsonLine(element['@type']);
}

function idOf(element: JsonObject): string {
  return jsonLine(element.spdxId) || jsonLine(element['@id']);
}

/** An element is named by its address, alone or in a list. */
function idsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(jsonLine).filter((id) => id !== '');
}
