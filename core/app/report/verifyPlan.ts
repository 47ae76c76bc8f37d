import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function verifyPlan(context: AppContext, input: Parsed<'report.verifyPlan'>): Output<'report.verifyPlan'> {
  const store = openStore(context);
  const defects = store.verify();
  const fingerprint = store.read((reader) => reader.fingerprint());
  return {
    isWhole: defects.length === 0,
    issues: defects.map(({ messageKey, params }) => ({ severity: 'error', messageKey, params: { ...params }, file: '' })),
    fingerprint,
    matches: input.fingerprint === undefined ? null : isBeginningOf(fingerprint, input.fingerprint),
  };
}

/** Paper prints a fingerprint in groups, and in its running foot only the beginning. Fewer than eight digits say nothing. */
function isBeginningOf(fingerprint: string, printed: string): boolean {
  const digits = printed.toLowerCase().replace(/[^0-9a-z]/g, '');
  return /^[0-9a-f]{8,64}$/.test(digits) && fingerprint.startsWith(digits);
}
