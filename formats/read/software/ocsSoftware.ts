import { buildSoftware } from '../buildRecord.ts';
import { foldHeading } from '../headings.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { type OcsForm, ocsHeadings } from './ocsHeadings.ts';
import type { Column, Columns } from '../tableColumns.ts';
import { planFor } from '../tabular.ts';

/** Which column of each form is which field; the user of the machine is not read. */
const fieldsOf: Readonly<Record<OcsForm, Readonly<Record<string, number>>>> = {
  software: { publisher: 0, rawName: 1, version: 2, installations: 5 },
  summary: { installations: 0, rawName: 1 },
  machines: { unitName: 0, rawName: 1, device: 2 },
};

/** OCS's web console: the list of all software, its summary, or the software of each machine. */
export const ocsSoftware: Reader = {
  id: 'ocsSoftware',
  nameKey: 'format.ocsSoftware',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const found = formOf(sample.table.headings);
    return {
      // Two columns, a number and a name, may also be of somebody else.
      confidence: found ? (found.form === 'summary' ? 0.88 : 0.97) : 0,
      seen: { messageKey: 'format.seen.ocsSoftware', params: { language: found?.language ?? '', form: found?.form ?? 'software' } },
    };
  },
  async *read(source, sample, options, report) {
    const found = formOf(sample.table.headings);
    if (!found) return report.refuse('issue.softwareNameMissing', { expected: 'name, nbre' }, { row: sample.table.headingIndex + 1 });
    const columns: Columns = new Map(
      Object.entries(fieldsOf[found.form]).map(([field, index]): [string, Column] => [field, { index, heading: sample.table.headings[index] as string }]),
    );
    yield* readTable(source, sample, { ...planFor('software', columns, {}), build: buildSoftware }, options, report);
  },
};

function formOf(headings: readonly string[]): { readonly language: string; readonly form: OcsForm } | null {
  const folded = headings.map(foldHeading);
  while (folded.at(-1) === '') folded.pop();
  for (const [language, forms] of Object.entries(ocsHeadings)) {
    for (const [form, expected] of Object.entries(forms) as [OcsForm, readonly string[]][]) {
      if (expected.length === folded.length && expected.every((heading, index) => foldHeading(heading) === folded[index])) return { language, form };
    }
  }
  return null;
}
