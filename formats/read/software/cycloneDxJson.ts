import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { sbomRecord, sbomServiceRecord } from './sbomComponent.ts';
import { machineOf } from './softwareFind.ts';

/** CycloneDX as JSON: the bill of materials of a program, of services, or of a running machine. */
export const cycloneDxJson: Reader = {
  id: 'cycloneDxJson',
  nameKey: 'format.cycloneDxJson',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isBill = /^\s*\{/.test(sample.text) && /"bomFormat"\s*:\s*"CycloneDX"/.test(sample.text);
    const version = /"specVersion"\s*:\s*"([\d.]{1,8})"/.exec(sample.text)?.[1] ?? '';
    return { confidence: isBill ? 0.98 : 0, seen: { messageKey: 'format.seen.cycloneDx', params: { version } } };
  },
  async *read(source, sample, options, report) {
    const bill = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    if (!isJsonObject(bill)) return report.refuse('issue.sectionMissing', { section: 'components' });
    const machine = machineOf(source);
    const main = isJsonObject(bill.metadata) && isJsonObject(bill.metadata.component) ? [bill.metadata.component] : [];
    const entries: Entry[] = [
      ...main.map((value) => ({ value, kind: 'main' as const })),
      ...main.flatMap((value) => flatten(value.components, 'components')).map((value) => ({ value, kind: 'component' as const })),
      ...flatten(bill.components, 'components').map((value) => ({ value, kind: 'component' as const })),
      ...flatten(bill.services, 'services').map((value) => ({ value, kind: 'service' as const })),
    ];
    if (entries.length === 0) report.warn('issue.softwareNone');
    yield* inBatches<Entry, ImportRecord>(entries, options, ({ value, kind }, index) => {
      const row = index + 1;
      const [name, version] = [jsonLine(value.name), jsonLine(value.version)];
      if (kind === 'service') return sbomServiceRecord({ row, name, version, provider: nameIn(value.provider) }, report);
      const publisher = jsonLine(value.publisher) || nameIn(value.supplier) || nameIn(value.manufacturer);
      return sbomRecord({ row, isMain: kind === 'main', type: jsonLine(value.type), name, version, publisher, category: categoryOf(value) }, machine, report);
    });
  },
};

type Entry = { readonly value: JsonObject; readonly kind: 'main' | 'component' | 'service' };

/** The objects of a list and of the lists inside them, in the order of the file. */
function flatten(list: unknown, inner: string): JsonObject[] {
  const flat: JsonObject[] = [];
  const open: unknown[] = Array.isArray(list) ? [...list].reverse() : [];
  while (open.length > 0) {
    const value = open.pop();
    if (!isJsonObject(value)) continue;
    flat.push(value);
    const below = value[inner];
    if (Array.isArray(below)) for (let index = below.length - 1; index >= 0; index--) open.push(below[index]);
  }
  return flat;
}

function nameIn(organisation: unknown): string {
  return isJsonObject(organisation) ? jsonLine(organisation.name) : '';
}

function categoryOf(component: JsonObject): string {
  const properties: readonly unknown[] = Array.isArray(component.properties) ? component.properties : [];
  const found = properties.find((property) => isJsonObject(property) && property.name === 'cdx:osquery:category');
  return isJsonObject(found) ? jsonLine(found.value) : '';
}
