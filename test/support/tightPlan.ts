import { randomUUID } from 'node:crypto';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { writeAdministration } from './cli.ts';

/** Writes a plan so short of people that no schedule of its waves is proven shortest within a test. */
export async function writeTightPlan(folder: string, path: string): Promise<void> {
  const running = createCore({ plan: { path, mode: 'create' }, actor: 'Anna Beispiel' });
  const startsOn = isoDate('2027-01-04');
  const name = 'Town Hall';
  await running.core.call('plan.create', { commandId: randomUUID(), templateId: 'opendesk', name, administration: name, startsOn, locale: 'en' });
  const files = writeAdministration(folder, { accounts: 3_000, units: 60, items: 20, seed: 3 }).map((file) => running.files.handleFor(file));
  await running.core.call('inventory.importFiles', { commandId: randomUUID(), files });
  await running.core.call('schedule.changeCapacity', { commandId: randomUUID(), resource: 'crew', minutesPerDay: 1_500 });
  running.close();
}
