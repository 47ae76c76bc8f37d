import type { z } from 'zod';
import { AppError, type ErrorParams } from '../contract/errors.ts';

const customKeys: Readonly<Record<string, string>> = {
  'issue.notADate': 'error.inputNotADate',
  'issue.notCents': 'error.inputNotCents',
  'issue.notAnId': 'error.inputNotAnId',
};

/** The first defect of an input in words that name the field; zod's own sentences are English and stay behind. */
export function inputError(operation: string, input: unknown, error: z.ZodError): AppError {
  const issue = deepest(error.issues[0]);
  if (issue === undefined) return new AppError('invalid', 'error.inputRefused', { params: { operation, field: operation } });
  const { messageKey, params } = describe(issue, input);
  const field = typeof params.field === 'string' ? params.field : fieldName(issue.path);
  return new AppError('invalid', messageKey, { params: { operation, ...params, field: field === '' ? operation : field } });
}

type Issue = z.core.$ZodIssue;

/** In a union, the branch that came furthest is the one that the caller meant. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  let best: Issue | undefined;
  for (const branch of issue.errors) {
    const inner = deepest(branch[0]);
    if (inner !== undefined && inner.path.length > (best?.path.length ?? 0)) best = inner;
  }
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}

function describe(issue: Issue, input: unknown): { readonly messageKey: string; readonly params: ErrorParams } {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return { messageKey: 'error.inputMissing', params: {} };
      return { messageKey: 'error.inputWrongType', params: { expected: issue.expected } };
    case 'too_small':
      return { messageKey: sizeKey('error.inputTooSmall', issue.origin), params: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { messageKey: sizeKey('error.inputTooBig', issue.origin), params: { limit: Number(issue.maximum) } };
    case 'invalid_value':
      return { messageKey: 'error.inputNotAllowed', params: { allowed: issue.values.map(String).join(', ') } };
    case 'unrecognized_keys':
      return { messageKey: 'error.inputUnknownField', params: { field: fieldName([...issue.path, issue.keys[0] ?? '']) } };
    case 'invalid_format':
      return { messageKey: 'error.inputFormat', params: { format: issue.format } };
    case 'custom': {
      // A schema of our own with nothing in its place: "missing" says more than "not a date".
      if (valueAt(input, issue.path) === undefined) return { messageKey: 'error.inputMissing', params: {} };
      return { messageKey: customKeys[issue.message] ?? 'error.inputRefused', params: {} };
    }
    default:
      return { messageKey: 'error.inputRefused', params: {} };
  }
}

/** "at least 1" is about a number, "at least 1 character" about a text, "at least 1 entry" about a list. */
function sizeKey(key: string, origin: string): string {
  if (origin === 'string') return `${key}Text`;
  if (origin === 'array' || origin === 'set' || origin === 'map' || origin === 'object') return `${key}List`;
  return key;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

/** `changes.accounts[3].login` */
function fieldName(path: readonly PropertyKey[]): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += `[${step}]`;
    else name += name === '' ? String(step) : `.${String(step)}`;
  }
  return name;
}
