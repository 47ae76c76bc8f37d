import type { AccountRecord, ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { decode } from '../encoding.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { createAccountBuilder } from './accountFind.ts';
import { accountOfEntry, directoryAttributes } from './directoryEntry.ts';
import { createLdifLines } from './ldifLines.ts';

const linesLookedAt = 400;
const wanted: ReadonlySet<string> = new Set(['dn', 'changetype', ...directoryAttributes]);
/** Groups have as many members as there are accounts; of the wanted attributes none has more values than this. */
const valuesLimit = 100;
const replacement = '\ufffd';

/** LDIF (RFC 2849) as ldifde, ldapsearch, slapcat and univention-ldapsearch write it. */
export const ldif: Reader = {
  id: 'ldif',
  nameKey: 'format.ldif',
  isTable: false,
  kinds: ['account'],
  recognise(sample) {
    const isLdif = beginsWithEntry(sample.text);
    return { confidence: isLdif ? 0.97 : 0, seen: { messageKey: 'format.seen.ldif', params: { schema: schemaOf(sample.text) } } };
  },
  read,
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  const builder = createEntryBuilder(report);
  const lines = createLdifLines(builder.handlers);
  const batchSize = options.batchSize ?? 1_000;
  let damaged = 0;
  for await (const text of decode(source, sample.encoding, options.signal)) {
    if (text.includes('\0')) {
      report.refuse('issue.fileDamaged', {}, { row: builder.row() });
      return;
    }
    if (text.includes(replacement)) damaged += text.split(replacement).length - 1;
    lines.write(text);
    while (builder.records.length >= batchSize) {
      yield builder.records.splice(0, batchSize);
      options.signal?.throwIfAborted();
    }
  }
  lines.close();
  if (damaged > 0) report.warn('issue.replacementCharacters', { count: damaged });
  if (builder.records.length > 0) yield builder.records;
  if (builder.entries() === 0) report.refuse('issue.ldifWithoutEntries');
}

/** Collects the wanted values of one entry after the other and turns each entry into an account, or into a reason. */
function createEntryBuilder(report: ReadReport) {
  const records: AccountRecord[] = [];
  const build = createAccountBuilder('dn', report);
  let name: string | null = null;
  let change = '';
  let firstRow = 0;
  let values = new Map<string, string[]>();
  let entries = 0;

  const finishEntry = (): void => {
    if (name === null) {
      // `search: 2` and `result: 0 Success` at the end of a search are no entry, and neither is `version: 1`.
      if (values.size > 0) {
        report.countRow();
        report.skip('issue.ldifWithoutName', {}, { row: firstRow, field: 'dn' });
      }
      return;
    }
    report.countRow();
    entries++;
    const reason = reasonToLeaveOut(change);
    if (reason === 'skip.directoryChange') report.markPartial();
    const found = reason ? { leftOut: reason } : accountOfEntry({ row: firstRow, name, values: (attribute) => values.get(attribute) ?? [] });
    const record = 'leftOut' in found ? null : build(found);
    if ('leftOut' in found) report.leaveOut(found.leftOut);
    if (!record) return;
    report.countRecord();
    records.push(record);
  };

  return {
    records,
    row: () => firstRow,
    entries: () => entries,
    handlers: {
      wants: (attribute: string) => wanted.has(attribute),
      value: (attribute: string, text: string, row: number) => {
        if (attribute === 'dn') {
          name = text;
          firstRow = row;
        } else if (attribute === 'changetype') change = text.toLowerCase();
        else {
          if (firstRow === 0) firstRow = row;
          const known = values.get(attribute);
          if (!known) values.set(attribute, [text]);
          else if (known.length < valuesLimit) known.push(text);
        }
      },
      endOfRecord: () => {
        finishEntry();
        name = null;
        change = '';
        firstRow = 0;
        values = new Map();
      },
      brokenLine: (row: number) => report.warn('issue.ldifLine', {}, { row }),
      unreadableValue: (attribute: string, row: number) => report.warn('issue.ldifValue', {}, { row, field: attribute }),
    },
  };
}

function reasonToLeaveOut(change: string): string | null {
  if (change === '' || change === 'add') return null;
  return change === 'delete' ? 'skip.deletedAccount' : 'skip.directoryChange';
}

/** Nothing but comments, empty lines and `version: 1` stands before the first entry. */
function beginsWithEntry(text: string): boolean {
  for (const line of text.slice(0, 65_536).split('\n', linesLookedAt)) {
    if (/^dn::?\s*\S/i.test(line)) return true;
    if (line !== '' && !/^(?:#| |version: ?\d)/i.test(line)) return false;
  }
  return false;
}

function schemaOf(text: string): string {
  if (/^univentionObjectType:/im.test(text)) return 'Univention';
  return /^(?:sAMAccountName|objectCategory):/im.test(text) ? 'Active Directory' : 'LDAP';
}
