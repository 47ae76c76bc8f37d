/**
 * Something about a plan or a file that its owner should know. A plan full of problems still opens:
 * rules return problems, they do not throw.
 */
export type Problem = {
  readonly severity: 'error' | 'warning' | 'notice';
  /** Key of the sentence in `core/i18n/messages.*.json`, for example `problem.contractRenewsBeforeLastWave`. */
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the problem is about, so that a list can lead there. */
  readonly subject?: { readonly kind: 'item' | 'account' | 'unit' | 'contract' | 'track' | 'wave' | 'task' | 'freeze'; readonly id: string };
};

/** A defect of an input file, always with the place where its owner finds it. */
export type FileIssue = {
  readonly severity: 'error' | 'warning';
  /** Key of the sentence in `core/i18n/messages.*.json`, for example `issue.dateDoesNotExist`. */
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly file: string;
  /** 1 is the first line of the file, the header included; absent when the whole file is meant. */
  readonly row?: number;
  /** The column's own heading, as the file writes it. */
  readonly field?: string;
};
