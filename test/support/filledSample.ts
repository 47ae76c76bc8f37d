import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore, type RunningCore } from '../../host/createCore.ts';
import { fillSample, sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from './temporaryPlan.ts';

/** The first day of `filledSample`. */
export const sampleStart = isoDate('2027-01-04');

/** A core of its own with the sample in it, planned from `sampleStart` on; closed when the test has finished. */
export async function filledSample(): Promise<{ readonly running: RunningCore; readonly core: RunningCore['core']; readonly path: string }> {
  const path = join(temporaryFolder(), 'plan.bascule');
  const running = createCore({ plan: { path, mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const plan = { templateId: sampleTemplate, name: 'Beispiel', administration: 'Beispiel', startsOn: sampleStart, locale: 'de' } as const;
  await running.core.call('plan.create', { commandId: randomUUID(), ...plan });
  await fillSample(running, 'de');
  return { running, core: running.core, path };
}
