import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../core/domain/calendar.ts';
import { openPage, reasonToSkipBrowser } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';
import { axeViolations } from '../support/pageChecks.ts';
import { frameModel } from './models/frameModel.ts';
import { textOf } from './models/textOf.ts';
import { timelineModel } from './models/timelineModel.ts';
import { english } from './models/words.ts';

describe.skipIf(reasonToSkipBrowser !== null)('the window in the middle of a move', () => {
  const sample = sampleInBrowser();

  it('plans what is open for the days to come, says as of which day, and takes it back', async () => {
    const { core } = sample.served.running;
    const { timeline } = await core.call('schedule.getTimeline', {});
    const pilot = timeline.tasks.find(({ kind }) => kind === 'wave');
    if (!pilot?.waveId || pilot.finishesOn === null) throw new Error('the sample has waves');
    const accounts = { by: 'wave', waveId: pilot.waveId } as const;
    await core.call('tracking.setStates', { commandId: randomUUID(), trackId: pilot.trackId, state: 'migrated', on: pilot.finishesOn, accounts });
    const now = addDays(pilot.finishesOn, 120);
    const { page, close, complaints } = await openPage(sample.browser, sample.served, {
      route: 'timeline',
      theme: 'light',
      locale: 'en',
      now: `${now}T10:00:00`,
    });
    try {
      page.setDefaultTimeout(20_000);
      await timelineModel(page).planWaves();
      const status = page.getByText(/^As of /);
      await status.waitFor();
      const day = english.t.dateLong(now).replaceAll('\u00a0', ' ');
      expect(await textOf(status)).toBe(`As of ${day}`);
      expect(await axeViolations(page)).toEqual([]);
      const planned = await core.call('schedule.getTimeline', {});
      expect(planned.statusOn).toBe(now);
      const open = planned.timeline.tasks.filter(({ waveId }) => waveId !== null && waveId !== pilot.waveId);
      expect(open.filter(({ startsOn }) => startsOn === null || startsOn <= now)).toEqual([]);
      await page.keyboard.press('Control+z');
      await status.waitFor({ state: 'detached' });
      expect((await core.call('schedule.getTimeline', {})).timeline).toEqual(timeline);
      expect(await frameModel(page).redo.isEnabled()).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
