import { openPlanStore } from '../../db/open.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import { sampleId } from './samplePlan.ts';

/**
 * A program of its own that writes commands into a plan and prints `answered N` after each, until it is killed:
 * `node writingProcess.ts PLAN single|bulk|hold`.
 */
const [path = '', kind = 'single'] = process.argv.slice(2);
const store = openPlanStore({ path, mode: 'write', clock: { now: () => new Date().toISOString() }, actor: `process ${process.pid}`, appVersion: '0.1.0' });
let number = store.read((reader) => reader.revision());
process.stdout.write(`opened ${number}\n`);

/** Waits until the line has left, so that nothing answered is lost in a buffer. */
function answered(revision: number): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`answered ${revision}\n`, () => resolve()));
}

while (kind !== 'hold') {
  number++;
  const { revision } = store.write({ commandId: `killed-${String(number).padStart(8, '0')}`, operation: 'test.write' }, (writer) => {
    writer.setAssumption(`command ${number}`, number);
    if (kind === 'bulk') {
      const accounts = Array.from({ length: 5000 }, (_, index) => sampleId('account', number * 100_000 + index));
      writer.insertAccounts(
        accounts.map((id) => ({
          id,
          login: `${id}@verwaltung.example`,
          unitId: sampleId('unit', 0),
          kind: 'person',
          isEnabled: true,
          lastActiveOn: null,
          usageProfileId: null,
        })),
        null,
      );
      writer.setAccountStates(sampleId('track', 0), accounts, 'migrated', '', isoDate('2026-10-01'));
    }
    return { result: { number }, label: { labelKey: 'test.wrote', params: { number } }, changed: 1 };
  });
  await answered(revision);
}
setInterval(() => {}, 1000);
