import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { readXml, xmlRoot } from '../xml.ts';
import { sbomRecord, sbomServiceRecord } from './sbomComponent.ts';
import { machineOf } from './softwareFind.ts';

const namespace = /cyclonedx\.org\/schema\/bom\/([\d.]{1,8})/;
/** Not those of the tool that made the file, of pedigrees or of evidence. */
const componentPath = /^bom\/(?:metadata\/component|components\/component)(?:\/components\/component)*$/;
const servicePath = /^bom\/services\/service(?:\/services\/service)*$/;

type Open = {
  readonly row: number;
  readonly depth: number;
  readonly kind: 'main' | 'component' | 'service';
  readonly type: string;
  readonly fields: Map<string, string>;
};

/** CycloneDX as XML; the namespace says the version. */
export const cycloneDxXml: Reader = {
  id: 'cycloneDxXml',
  nameKey: 'format.cycloneDxXml',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const root = xmlRoot(sample.text);
    const version = namespace.exec(root?.namespace ?? '')?.[1];
    return {
      confidence: root?.name === 'bom' && version !== undefined ? 0.98 : 0,
      seen: { messageKey: 'format.seen.cycloneDx', params: { version: version ?? '' } },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    yield* readXml<ImportRecord>(source, sample, options, report, (emit) => {
      const path: string[] = [];
      const open: Open[] = [];
      let rows = 0;
      let property = '';
      return {
        open: (name, attributes, depth) => {
          path.push(name);
          if (name === 'property') property = attributes.get('name') ?? '';
          if (name !== 'component' && name !== 'service') return;
          const place = path.join('/');
          const kind = place === 'bom/metadata/component' ? 'main' : componentPath.test(place) ? 'component' : servicePath.test(place) ? 'service' : null;
          if (kind) open.push({ row: ++rows, depth, kind, type: attributes.get('type') ?? '', fields: new Map() });
        },
        close: (name, text, depth) => {
          path.pop();
          const item = open.at(-1);
          if (!item) {
            if (depth === 1 && rows === 0) report.warn('issue.softwareNone');
            return;
          }
          const parent = path.at(-1) ?? '';
          const isOrganisation = depth === item.depth + 2 && name === 'name' && /^(provider|supplier|manufacturer)$/.test(parent);
          if (isOrganisation) item.fields.set(parent, readLine(text));
          else if (depth === item.depth + 1 && /^(name|version|publisher)$/.test(name)) item.fields.set(name, readLine(text));
          else if (depth === item.depth + 2 && name === 'property' && property === 'cdx:osquery:category') item.fields.set('category', readLine(text));
          if (depth !== item.depth) return;
          open.pop();
          const field = (wanted: string): string => item.fields.get(wanted) ?? '';
          const publisher = field('publisher') || field('supplier') || field('manufacturer');
          const find = { row: item.row, name: field('name'), version: field('version') };
          const record =
            item.kind === 'service'
              ? sbomServiceRecord({ ...find, provider: field('provider') }, report)
              : sbomRecord({ ...find, isMain: item.kind === 'main', type: item.type, publisher, category: field('category') }, machine, report);
          if (record) emit(record);
        },
      };
    });
  },
};
