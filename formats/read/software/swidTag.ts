import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { readXml, xmlRoot } from '../xml.ts';
import { leaveOutFind, softwareRecord } from './softwareFind.ts';

const namespace = /\/iso\/19770\/-2\/(2009|2015)/;
/** Who made the software comes before who sells it, and before who wrote the tag. */
const roles = ['softwareCreator', 'softwareLicensor', 'licensor', 'distributor', 'aggregator', 'tagCreator'];

/** Identification tags after ISO/IEC 19770-2, of 2015 (`SoftwareIdentity`) and of 2009 (`software_identification_tag`): usually one product a file. */
export const swidTag: Reader = {
  id: 'swidTag',
  nameKey: 'format.swidTag',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const root = xmlRoot(sample.text);
    const isTag = root?.name === 'SoftwareIdentity' || root?.name === 'software_identification_tag';
    const year = namespace.exec(root?.namespace ?? '')?.[1];
    return {
      confidence: isTag ? (year === undefined ? 0.85 : 0.98) : 0,
      seen: { messageKey: 'format.seen.swidTag', params: { year: year ?? (root?.name === 'SoftwareIdentity' ? '2015' : '2009') } },
    };
  },
  async *read(source, sample, options, report) {
    yield* readXml<ImportRecord>(source, sample, options, report, (emit) => {
      const path: string[] = [];
      let rows = 0;
      let attributesOfTag: ReadonlyMap<string, string> = new Map();
      let entities = new Map<string, string>();
      let fields = new Map<string, string>();
      const add = (name: string, version: string, publisher: string): void => {
        const record = softwareRecord({ row: rows, rawName: name, version, publisher }, 'name', report);
        if (record) emit(record);
      };
      return {
        open: (name, attributes) => {
          path.push(name);
          if (name === 'SoftwareIdentity' || name === 'software_identification_tag') {
            rows++;
            attributesOfTag = attributes;
            entities = new Map();
            fields = new Map();
          } else if (name === 'Entity') {
            const entity = readLine(attributes.get('name') ?? '');
            for (const role of (attributes.get('role') ?? '').split(/\s+/)) if (!entities.has(role)) entities.set(role, entity);
          }
        },
        close: (name, text) => {
          path.pop();
          const parent = path.at(-1) ?? '';
          if (name === 'name') fields.set(parent, readLine(text));
          else if (name === 'product_title' || (name === 'product_version' && text.trim() !== '')) fields.set(name, readLine(text));
          if (name === 'software_identification_tag') {
            const publisher = fields.get('software_creator') || fields.get('software_licensor') || '';
            add(fields.get('product_title') ?? '', fields.get('product_version') ?? '', publisher);
          }
          if (name !== 'SoftwareIdentity') return;
          if (attributesOfTag.get('patch') === 'true') return leaveOutFind(report, 'skip.update');
          // A corpus tag is of an installation medium, a supplemental one adds to another tag.
          if (attributesOfTag.get('corpus') === 'true') return leaveOutFind(report, 'skip.notInstalled');
          if (attributesOfTag.get('supplemental') === 'true') return leaveOutFind(report, 'skip.packagePart');
          const publisher = roles.map((role) => entities.get(role)).find((entity) => entity) ?? '';
          add(readLine(attributesOfTag.get('name') ?? ''), attributesOfTag.get('version') ?? '', publisher);
        },
      };
    });
  },
};
