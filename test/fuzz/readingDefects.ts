import type { ImportRecord } from '../../core/domain/inventory/importRecords.ts';
import { createReadReport, type ReadSummary } from '../../formats/read/readReport.ts';
import { readers } from '../../formats/read/registry.ts';
import { takeSample } from '../../formats/read/sample.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { createImportReader } from '../../host/importReader.ts';
import type { FuzzInput } from './fuzzInput.ts';
import { personalMark } from './personalMark.ts';
import { recordDefect } from './recordDefects.ts';

/** `rule` and `reader` say which findings are one and the same. */
export type Finding = { readonly rule: string; readonly reader: string; readonly detail: string };

/** Readers that make of several rows one record, or of one row several. */
const countsOtherwise = new Set(['iDoitLicences', 'imapsyncLog']);

/** All that is wrong with how one input is read: as a person would import it, by every reader that claims it, and by some that are told to. */
export async function readingDefects(input: FuzzInput, choice: number): Promise<{ readonly findings: readonly Finding[]; readonly readings: number }> {
  const findings: Finding[] = [];
  const add = (rule: string, reader: string, detail: string): void => void findings.push({ rule, reader, detail: detail.slice(0, 400) });
  let readings = 0;
  const name = 'eingabe.dat';

  try {
    const signal = new AbortController().signal;
    for await (const member of createImportReader().open(sourceFromBytes(name, input.bytes, 4_099))) {
      if (member.kind !== 'file') continue;
      await member.look();
      let given = 0;
      let format = '';
      const outcome = await member.read({ signal }, (records, _bytes, found) => {
        format = found;
        given += records.length;
        checkRecords(records, found, add);
        if (input.isMarked && found === input.format && JSON.stringify(records).includes(personalMark)) add('personal', found, JSON.stringify(records[0]));
      });
      readings++;
      if (input.isMarked && outcome.format === input.format && JSON.stringify(outcome.issues).includes(personalMark))
        add('personalInIssue', format, JSON.stringify(outcome.issues.find((issue) => JSON.stringify(issue).includes(personalMark))));
      if (!outcome.refused && outcome.records !== given) add('recordsMiscounted', format, `${outcome.records} counted, ${given} given`);
    }
  } catch (error) {
    add('exception', 'import', placeOf(error));
  }

  let reader = '';
  try {
    const source = sourceFromBytes(name, input.bytes);
    const sample = await takeSample(source);
    const chosen = readers.filter((one, index) => one.id === input.format || index === choice % readers.length || one.recognise(sample).confidence >= 0.3);
    for (const one of chosen) {
      reader = one.id;
      const report = createReadReport(name);
      let given = 0;
      let hasSums = false;
      for await (const records of one.read(source, sample, { batchSize: 7 }, report)) {
        given += records.length;
        hasSums ||= records.some((record) => record.kind === 'accountCounts');
        checkRecords(records, one.id, add);
      }
      readings++;
      const summary = report.summary();
      const defect = summary.refused ? null : countDefect(summary, given, hasSums || countsOtherwise.has(one.id));
      if (defect) add('rowsMiscounted', one.id, defect);
    }
  } catch (error) {
    add('exception', reader, placeOf(error));
  }
  return { findings, readings };
}

function checkRecords(records: readonly ImportRecord[], reader: string, add: (rule: string, reader: string, detail: string) => void): void {
  for (const record of records) {
    const defect = recordDefect(record);
    if (defect === null) continue;
    add('outsideItsType', reader, defect);
    return;
  }
}

function countDefect({ rows, records, skipped }: ReadSummary, given: number, isOtherwise: boolean): string | null {
  if (records !== given) return `${records} records counted, ${given} given`;
  return isOtherwise || rows === records + skipped ? null : `${rows} rows, ${records} records, ${skipped} skipped`;
}

function placeOf(error: unknown): string {
  return error instanceof Error
    ? `${error.name}: ${error.message.slice(0, 120)} ${error.stack?.split('\n').slice(1, 4).join(' ').replaceAll(/\s+/g, ' ')}`
    : String(error);
}
