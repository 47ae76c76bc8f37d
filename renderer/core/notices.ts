import { create } from 'zustand';
import type { AppError, ErrorParams } from '../../core/contract/errors.ts';
import type { FileIssue } from '../../core/domain/problems.ts';

export type Notice = {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly messageKey: string;
  readonly params: ErrorParams;
  readonly issues: readonly FileIssue[];
  /** Offered beside what was done. */
  readonly canUndo: boolean;
};

type Notices = {
  readonly list: readonly Notice[];
  tell(messageKey: string, params: ErrorParams, canUndo?: boolean): void;
  fail(error: AppError): void;
  dismiss(id: number): void;
};

let nextId = 1;

/** What has just been done or has failed, in words; a failure stays until it is dismissed. */
export const useNotices = create<Notices>()((set) => ({
  list: [],
  tell: (messageKey, params, canUndo = false) =>
    set(({ list }) => ({ list: [...list.slice(-2), { id: nextId++, kind: 'done', messageKey, params, issues: [], canUndo }] })),
  fail: ({ messageKey, params, issues }) =>
    set(({ list }) => ({ list: [...list.slice(-2), { id: nextId++, kind: 'failed', messageKey, params, issues, canUndo: false }] })),
  dismiss: (id) => set(({ list }) => ({ list: list.filter((notice) => notice.id !== id) })),
}));
