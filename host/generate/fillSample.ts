import { randomUUID } from 'node:crypto';
import type { Locale } from '../../core/i18n/keys.ts';
import type { RunningCore } from '../createCore.ts';
import { writeSampleFiles } from './sampleFiles.ts';

/** The plan of the sample administration is made from this template. */
export const sampleTemplate = 'schleswig-holstein';

/** Brings the sample administration into the open plan: its files, the proposals for its programs, waves and dates. */
export async function fillSample({ core, files }: Pick<RunningCore, 'core' | 'files'>, locale: Locale, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  await writeSampleFiles(async (paths) => {
    await core.call('inventory.importFiles', { commandId: randomUUID(), files: paths.map((path) => files.handleFor(path)) }, options);
  });
  await core.call('mapping.acceptProposals', { commandId: randomUUID() }, options);
  await core.call('schedule.build', { commandId: randomUUID(), locale }, options);
}
