import type { FileOfMachine } from '../../core/domain/inventory/collectFile.ts';
import { machineIdentity } from '../../core/domain/inventory/machineIdentity.ts';
import type { FileIssue } from '../../core/domain/problems.ts';
import { readLine } from './textCell.ts';

type Params = FileIssue['params'];
type Place = { readonly row?: number; readonly field?: string };

/** What a reader tells besides the records. One report belongs to the reading of one file. */
export type ReadReport = {
  readonly file: string;
  countRow(): void;
  countRecord(): void;
  /** Something its owner should know; the row is imported. */
  warn(messageKey: string, params?: Params, place?: Place): void;
  /** A row that is left out because it is defective. */
  skip(messageKey: string, params: Params, place: Place): void;
  /** A row that is left out on purpose, such as a guest: counted by reason, not listed as a defect. */
  leaveOut(messageKey: string): void;
  /** The file as a whole cannot be read. Only the first refusal counts. */
  refuse(messageKey: string, params?: Params, place?: Place): void;
  /** The tool sent only what changed: what is missing in the file is not gone. */
  markPartial(): void;
  /** The machine that the whole file is of, and when its agent looked, as the file writes it: of two files the newer one counts. */
  noteDevice(device: string, loggedAt: string | null, said?: Parameters<typeof machineIdentity>[0]): void;
  readonly isRefused: boolean;
  summary(): ReadSummary;
};

export type ReadSummary = {
  readonly file: string;
  /** Rows of data, whether imported or not. */
  readonly rows: number;
  readonly records: number;
  readonly skipped: number;
  /** Message key of the reason → rows. Defects (`issue.…`) and rows left out on purpose (`skip.…`). */
  readonly skippedByReason: Readonly<Record<string, number>>;
  /** The first `issueLimit` issues in the order of the file. */
  readonly issues: readonly FileIssue[];
  /** Every issue counted, those beyond the limit too. */
  readonly issuesByKey: Readonly<Record<string, number>>;
  readonly refused: FileIssue | null;
  readonly isPartial: boolean;
  readonly device: FileOfMachine | null;
};

export const issueLimit = 1_000;

export function createReadReport(file: string, onIssue: (issue: FileIssue) => void = () => {}): ReadReport {
  const issues: FileIssue[] = [];
  const issuesByKey = new Map<string, number>();
  const skippedByReason = new Map<string, number>();
  let rows = 0;
  let records = 0;
  let skipped = 0;
  let refused: FileIssue | null = null;
  let isPartial = false;
  let device: ReadSummary['device'] = null;

  const add = (severity: FileIssue['severity'], messageKey: string, params: Params, place: Place): FileIssue => {
    const issue: FileIssue = {
      severity,
      messageKey,
      params: printable(params),
      file,
      ...(place.row === undefined ? {} : { row: place.row }),
      ...(place.field === undefined ? {} : { field: readLine(place.field) }),
    };
    increase(issuesByKey, messageKey);
    if (issues.length < issueLimit) {
      issues.push(issue);
      onIssue(issue);
    }
    return issue;
  };

  return {
    file,
    countRow: () => {
      rows++;
    },
    countRecord: () => {
      records++;
    },
    warn: (messageKey, params = {}, place = {}) => {
      add('warning', messageKey, params, place);
    },
    skip: (messageKey, params, place) => {
      skipped++;
      increase(skippedByReason, messageKey);
      add('error', messageKey, params, place);
    },
    leaveOut: (messageKey) => {
      skipped++;
      increase(skippedByReason, messageKey);
    },
    refuse: (messageKey, params = {}, place = {}) => {
      if (refused) return;
      refused = add('error', messageKey, params, place);
      // The reason for refusing must be in the list even where a thousand smaller issues came before it.
      if (issues.at(-1) !== refused) {
        issues.push(refused);
        onIssue(refused);
      }
    },
    markPartial: () => {
      isPartial = true;
    },
    noteDevice: (name, loggedAt, said = {}) => {
      device = { name, loggedAt, identity: machineIdentity({ hostName: name, ...said }) };
    },
    get isRefused() {
      return refused !== null;
    },
    summary: () => ({
      file,
      rows,
      records,
      skipped,
      skippedByReason: Object.fromEntries(skippedByReason),
      issues,
      issuesByKey: Object.fromEntries(issuesByKey),
      refused,
      isPartial,
      device,
    }),
  };
}

/** Cells are shown in messages as they are found, but without what would steer a console. */
function printable(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? readLine(value) : value]));
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
