import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { SampleWish } from '../../core/contract/shell.ts';
import type { RunningCore } from '../createCore.ts';
import type { PlanFolder } from '../planFolder.ts';
import { fillSample, sampleTemplate } from './fillSample.ts';

/** Makes the plan of the sample administration among the plans and leaves it open. Null when the signal came: nothing of it stays then. */
export async function makeSample(running: RunningCore, plans: PlanFolder, { name, locale, startsOn }: SampleWish, signal: AbortSignal): Promise<string | null> {
  const path = plans.placeFor(name);
  running.openPlan({ path, mode: 'create' });
  try {
    await running.core.call('plan.create', { commandId: randomUUID(), templateId: sampleTemplate, name, administration: name, startsOn, locale });
    await fillSample(running, locale, signal);
    signal.throwIfAborted();
  } catch (error) {
    running.closePlan();
    for (const leftover of [path, `${path}-journal`]) rmSync(leftover, { force: true });
    if (signal.aborted) return null;
    throw error;
  }
  await plans.remember(path);
  return path;
}
