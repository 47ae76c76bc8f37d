import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { readTextLines } from '../textLines.ts';
import { type SpdxPackage, spdxOrganisation, spdxRecord, warnOfMissingDescription } from './spdxPackage.ts';

/** What begins something that is no package: what follows belongs to it. */
const otherParts = new Set(['FileName', 'SnippetSPDXID', 'LicenseID', 'Annotator', 'Reviewer']);

/** SPDX 2 as lines of `Tag: value`. */
export const spdxTagValue: Reader = {
  id: 'spdxTagValue',
  nameKey: 'format.spdxTagValue',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const version = /^SPDXVersion:\s*SPDX-(\d\.\d)\s*$/m.exec(sample.text)?.[1];
    return { confidence: version === undefined ? 0 : 0.98, seen: { messageKey: 'format.seen.spdx', params: { version: version ?? '' } } };
  },
  async *read(source, sample, options, report) {
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      const fieldsOfPackages: { readonly row: number; readonly fields: Map<string, string> }[] = [];
      const described = new Set<string>();
      let fields: Map<string, string> | null = null;
      let isInText = false;
      return {
        line: (line, row) => {
          // A text may run over several lines, and any of them may look like a tag.
          if (isInText) {
            isInText = !line.includes('</text>');
            return;
          }
          const tagged = /^([A-Za-z]+):\s*(.*)$/.exec(line);
          if (!tagged) return;
          const [, tag = '', value = ''] = tagged;
          isInText = value.includes('<text>') && !value.includes('</text>');
          if (tag === 'PackageName') {
            fields = new Map();
            fieldsOfPackages.push({ row, fields });
          } else if (otherParts.has(tag)) fields = null;
          if (tag === 'Relationship') {
            const [from = '', type, to = ''] = value.trim().split(/\s+/);
            if (type === 'DESCRIBES') described.add(to);
            else if (type === 'DESCRIBED_BY') described.add(from);
          } else if (fields && !fields.has(tag) && /^(Package|SPDXID|PrimaryPackage)/.test(tag) && value.length < 2_000) fields.set(tag, readLine(value));
        },
        end: () => {
          const packages: SpdxPackage[] = fieldsOfPackages.map(({ row, fields: found }) => ({
            row,
            id: found.get('SPDXID') ?? '',
            name: found.get('PackageName') ?? '',
            version: found.get('PackageVersion') ?? '',
            publisher: spdxOrganisation(found.get('PackageSupplier') ?? '') || spdxOrganisation(found.get('PackageOriginator') ?? ''),
            purpose: (found.get('PrimaryPackagePurpose') ?? '').toUpperCase(),
          }));
          warnOfMissingDescription(packages, described, report);
          for (const found of packages) {
            const record = spdxRecord(found, described, packages.length === 1, report);
            if (record) emit(record);
          }
        },
      };
    });
  },
};
