import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { AccountRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { AccountKind } from '../../../core/domain/inventory/inventory.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';
import { cutText, readLine } from '../textCell.ts';

/** What a reader that is no table has found of one account. */
export type AccountFind = {
  readonly row: number;
  /** Names under which the account signs in, the best one first; the first that is an address wins, else the first. */
  readonly logins: readonly string[];
  readonly accountKind?: AccountKind | null;
  readonly departmentPath?: readonly string[];
  readonly isEnabled?: boolean | null;
  readonly lastActiveOn?: IsoDate | null;
};

/**
 * Turns finds into records and keeps every login once; null where an account is left out, which the report then says.
 * Rows and records are counted by whoever reads the file.
 */
export function createAccountBuilder(loginField: string, report: ReadReport): (find: AccountFind) => AccountRecord | null {
  const firstRows = new Map<string, number>();
  return (find) => {
    const { row } = find;
    const place = { row, field: loginField };
    const names = find.logins.map(readLine).filter((name) => name !== '');
    const login = (names.find((name) => name.includes('@')) ?? names[0] ?? '').toLowerCase();
    if (login === '') report.leaveOut('skip.accountWithoutName');
    else if (login.includes('#ext#')) report.leaveOut('skip.guest');
    else if (login.length > textLimit) report.skip('issue.textTooLong', { length: login.length, limit: textLimit }, place);
    else if (/\s/.test(login)) report.skip('issue.loginWithBlank', {}, place);
    else if (firstRows.has(login)) report.skip('issue.duplicateKey', { firstRow: firstRows.get(login) ?? 0 }, place);
    else {
      firstRows.set(login, row);
      return {
        kind: 'account',
        row,
        login,
        accountKind: find.accountKind ?? null,
        departmentPath: (find.departmentPath ?? []).map((unit) => cutText(readLine(unit), textLimit)).filter((unit) => unit !== ''),
        isEnabled: find.isEnabled ?? null,
        lastActiveOn: find.lastActiveOn ?? null,
        licences: [],
        services: [],
        lastActiveByService: {},
      };
    }
    return null;
  };
}
