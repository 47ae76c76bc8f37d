import type { FileIssue } from '../domain/problems.ts';

export const errorCodes = ['invalid', 'notFound', 'conflict', 'stale', 'rule', 'cancelled', 'busy', 'storage', 'unavailable', 'internal'] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error as it crosses the wire: no sentence, no stack; `traceId` joins the user's message with the log line. */
export type WireError = {
  readonly code: ErrorCode;
  readonly messageKey: string;
  readonly params: ErrorParams;
  readonly issues: readonly FileIssue[];
  readonly traceId?: string;
};

/** The only error that operations throw on purpose. Anything else that reaches the server becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly messageKey: string;
  readonly params: ErrorParams;
  readonly issues: readonly FileIssue[];
  readonly traceId: string | undefined;

  constructor(
    code: ErrorCode,
    messageKey: string,
    details: { readonly params?: ErrorParams; readonly issues?: readonly FileIssue[]; readonly cause?: unknown; readonly traceId?: string | undefined } = {},
  ) {
    super(`${code} ${messageKey}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.messageKey = messageKey;
    this.params = details.params ?? {};
    this.issues = details.issues ?? [];
    this.traceId = details.traceId;
  }
}

export function toWireError(error: AppError): WireError {
  const { code, messageKey, params, issues, traceId } = error;
  return traceId === undefined ? { code, messageKey, params, issues } : { code, messageKey, params, issues, traceId };
}

export function fromWireError(error: WireError): AppError {
  return new AppError(error.code, error.messageKey, { params: error.params, issues: error.issues, traceId: error.traceId });
}
