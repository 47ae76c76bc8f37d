import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../core/domain/calendar.ts';
import { openPage, reasonToSkipBrowser } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';
import { axeViolations } from '../support/pageChecks.ts';
import { frameModel } from './models/frameModel.ts';

describe.skipIf(reasonToSkipBrowser !== null)('the real speed in the window', () => {
  const sample = sampleInBrowser();

  it('shows what the rest of the plan becomes at it, plans it so, and takes it back', async () => {
    const { core } = sample.served.running;
    const { timeline } = await core.call('schedule.getTimeline', {});
    const track = timeline.tracks.find(({ key }) => key === 'office');
    const pilot = timeline.tasks.find((task) => task.trackId === track?.id && task.kind === 'wave');
    if (!track || !pilot?.waveId || pilot.finishesOn === null) throw new Error('the sample has waves');
    const accounts = { by: 'wave', waveId: pilot.waveId } as const;
    await core.call('tracking.setStates', { commandId: randomUUID(), trackId: track.id, state: 'migrated', on: pilot.finishesOn, accounts });
    const now = `${addDays(pilot.finishesOn, 21)}T10:00:00`;
    const { page, close, complaints } = await openPage(sample.browser, sample.served, { route: 'tracking', theme: 'light', locale: 'en', now });
    try {
      page.setDefaultTimeout(20_000);
      await page.getByRole('button', { name: 'Real speed' }).click();
      const panel = page.getByRole('complementary', { name: 'Real speed' });
      await panel.getByText(/^\d+ tasks move\.$/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await panel.getByRole('button', { name: 'Plan the rest anew at this speed' }).click();
      await panel.waitFor({ state: 'detached' });
      const what = 'Planned the rest anew at the real speed (one track)';
      expect((await core.call('schedule.getTimeline', {})).timeline).not.toEqual(timeline);
      await frameModel(page).undoStep(what);
      expect((await core.call('schedule.getTimeline', {})).timeline).toEqual(timeline);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
