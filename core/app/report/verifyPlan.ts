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
    matches:
      input.fingerprint === undefined
        ? null
        : fingerprint.startsWith(input.fingerprint.toLowerCase().replace(/[^0-9a-f]/g, '')) && /[0-9a-f]{8}/i.test(input.fingerprint),
  };
}
