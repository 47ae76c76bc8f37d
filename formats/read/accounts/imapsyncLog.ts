import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { ImportRecord, ProgressRecord } from '../../../core/domain/inventory/importRecords.ts';
import { readDate } from '../dateCell.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import { textLimit } from '../rowReader.ts';
import type { SourceFile } from '../sourceFile.ts';
import { cutText, readLine } from '../textCell.ts';
import { readLogLines } from './logLines.ts';

/**
 * A log of imapsync: one account a run, usually one run a file; logs that were joined have several. The lines are those
 * of imapsync 1.678 (2016) to 2.303 (2025). Of errors only their code and number are kept: they quote subjects of letters.
 */
export const imapsyncLog: Reader = {
  id: 'imapsyncLog',
  nameKey: 'format.imapsyncLog',
  isTable: false,
  kinds: ['progress'],
  recognise(sample) {
    const isLog = /^(?:Here is imapsync |\$RCSfile: imapsync,v )/m.test(sample.text) && /^Transfer started at /m.test(sample.text);
    return { confidence: isLog ? 0.97 : 0, seen: { messageKey: 'format.seen.imapsyncLog', params: {} } };
  },
  read,
};

type Run = {
  readonly row: number;
  login: string;
  startedOn: IsoDate | null;
  endedOn: IsoDate | null;
  /** Nothing was to be moved: a dry run, or a try of the passwords or folders. */
  isTrial: boolean;
  /** The line that says how many letters are still missing. */
  missing: string;
  exit: { readonly code: number; readonly text: string; readonly errors: string } | null;
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  const last = new Map<string, ProgressRecord>();
  let run: Run | null = null;
  let row = 0;
  let isCommandLine = false;
  const finish = (): void => {
    const record = run && recordOfRun(run, report);
    // An account that was moved again and again is where the last run left it.
    if (record) last.set(record.login, record);
    run = null;
  };
  for await (const lines of readLogLines(source, sample, options)) {
    for (const line of lines) {
      row++;
      const begins = line.startsWith('Here is imapsync ') || (line.startsWith('Transfer started at ') && (run === null || run.startedOn !== null));
      if (begins) {
        finish();
        run = { row, login: '', startedOn: null, endedOn: null, isTrial: false, missing: '', exit: null };
      }
      if (run) takeLine(run, line, isCommandLine);
      isCommandLine = line.startsWith('Command line used');
    }
  }
  finish();
  yield* inBatches([...last.values()], options, (record) => {
    report.countRecord();
    return record;
  });
}

function takeLine(run: Run, line: string, isCommandLine: boolean): void {
  // The version of 2016 writes the command in the line below, the later ones too, after who ran it.
  if (isCommandLine && / --(?:dry|justlogin|justconnect|justfolders|justfoldersizes|justautomap|justbanner)\b/.test(line)) run.isTrial = true;
  if (line.startsWith('Transfer started at ')) run.startedOn = dayOf(line);
  else if (line.startsWith('Transfer ended on')) run.endedOn = dayOf(line);
  else if (line.startsWith('Messages transferred') && line.includes('without dry mode')) run.isTrial = true;
  else if (line.startsWith('The sync is not finished')) run.missing = cutText(readLine(line), 200);
  else if (line.startsWith('Host1') && run.login === '') run.login = loginOf(line);
  else if (line.startsWith('Exiting with return value ')) {
    const [, code, text, errors] = /value (\d+)(?: \(([^)]*)\))?(?: (\d+\/\d+) nb_errors)?/.exec(line) ?? [];
    if (code !== undefined) run.exit = { code: Number(code), text: cutText(readLine(text ?? ''), 200), errors: errors ?? '' };
  }
}

/** `user [master@x\shared@x]` and `user [erika@x*master]` sign in with another's password; the mailbox is shared@x and erika@x. */
function loginOf(line: string): string {
  const user = /^Host1(?: failure)?: .*?\buser \[([^\]]+)\]/.exec(line)?.[1] ?? '';
  const login = readLine(user.split('*')[0]?.split('\\').at(-1) ?? '').toLowerCase();
  return login.length > textLimit ? '' : login;
}

/** `Thursday 18 May 2023-05-18 08:19:51 -0400 EDT`, before 2020 `Mon Mar  7 08:00:03 2016`. */
function dayOf(line: string): IsoDate | null {
  const newer = /\b\d{4}-\d{2}-\d{2}\b/.exec(line)?.[0];
  const older = /\b(\p{L}{3,10}) +(\d{1,2}) \d{1,2}:\d{2}:\d{2} (?:\p{L}+ )?(\d{4})\b/u.exec(line);
  const reading = readDate(newer ?? (older ? `${older[1]} ${older[2]} ${older[3]}` : ''), 'dmy');
  return reading.kind === 'date' ? reading.date : null;
}

function recordOfRun(run: Run, report: ReadReport): ProgressRecord | null {
  const { row, login, exit, missing } = run;
  report.countRow();
  if (run.isTrial) report.leaveOut('skip.imapsyncTrial');
  else if (login === '' || /\s/.test(login)) report.skip('issue.imapsyncWithoutAccount', {}, { row });
  else if (!exit) report.skip('issue.imapsyncUnfinished', { login }, { row });
  else {
    const isMoved = exit.code === 0 && missing === '';
    const code = [exit.text === '' ? `imapsync ${exit.code}` : `${exit.text} (${exit.code})`, exit.errors && `${exit.errors} errors`]
      .filter(Boolean)
      .join(', ');
    return {
      kind: 'progress',
      row,
      login,
      trackKey: 'mail',
      state: isMoved ? 'migrated' : 'problem',
      reason: isMoved ? '' : exit.code === 0 ? missing : code,
      on: run.endedOn ?? run.startedOn,
    };
  }
  return null;
}
