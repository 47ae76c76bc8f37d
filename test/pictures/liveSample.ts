import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type IsoDate, isoDate } from '../../core/domain/calendar.ts';
import type { Id } from '../../core/domain/ids.ts';
import type { Locale } from '../../core/i18n/keys.ts';
import type { CoreClient } from '../../core/rpc/client.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { writeSampleFiles } from '../../host/generate/sampleFiles.ts';
import { serveCore, type ServedPages } from '../support/browser.ts';

/** The day on which all pictures are taken: some waves are done, one is late, contracts are to be decided on. */
export const pictureDay = isoDate('2027-09-08');

/** Few enough for a small crew, so that every track has waves to look at. */
const accountsPerWeek = 110;

type OnDay = (day: string, time: string) => void;
type Words = {
  readonly name: string;
  readonly council: string;
  readonly elections: string;
  readonly yearEnd: string;
  readonly problems: readonly string[];
  readonly exception: string;
};
const wordsIn: Readonly<Record<Locale, Words>> = {
  de: {
    name: 'Stadt Musterhausen',
    council: 'Ratsbeschluss',
    elections: 'Landtagswahl',
    yearEnd: 'Jahresabschluss',
    problems: ['Postfach größer als 50 GB', 'Makro in der Haushaltsvorlage', 'Gerät nicht erreichbar'],
    exception: 'Fachverfahren verlangt weiter Outlook',
  },
  fr: {
    name: 'Ville de Clairval',
    council: 'Délibération',
    elections: 'Élections régionales',
    yearEnd: 'Clôture budgétaire',
    problems: ['Boîte de plus de 50 Go', 'Macro du modèle budgétaire', 'Poste injoignable'],
    exception: 'L’application métier exige encore Outlook',
  },
  en: {
    name: 'Sampleton City Council',
    council: 'Council decision',
    elections: 'Elections',
    yearEnd: 'Closing of the accounts',
    problems: ['Mailbox larger than 50 GB', 'Macro in the budget template', 'Device not reachable'],
    exception: 'Case management still needs Outlook',
  },
};

/** The sample administration in the middle of its move, told in one language. Its clock and its ids are fixed, so the same sources give the same plan. */
export async function serveLiveSample(locale: Locale): Promise<ServedPages> {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-pictures-'));
  let now = '';
  let ids = 0;
  const onDay: OnDay = (day, time) => {
    now = `${day}T${time}:00.000Z`;
  };
  onDay('2026-11-16', '09:12');
  const running = createCore({
    actor: 'anna',
    plan: { path: join(folder, 'sample.bascule'), mode: 'create' },
    clock: { now: () => now },
    ids: { next: <Kind extends string>() => String(++ids).padStart(16, '0') as Id<Kind> },
  });
  const { core, files } = running;
  const words = wordsIn[locale];
  const { name } = words;
  await core.call('plan.create', {
    commandId: randomUUID(),
    templateId: sampleTemplate,
    name,
    administration: name,
    startsOn: isoDate('2027-01-04'),
    locale,
  });
  await writeSampleFiles(async (paths) => {
    await core.call('inventory.importFiles', { commandId: randomUUID(), files: paths.map((path) => files.handleFor(path)) });
  });
  onDay('2026-11-23', '13:40');
  await core.call('mapping.acceptProposals', { commandId: randomUUID() });
  await planWaves(core, words, locale, onDay);
  await follow(core, words, onDay);
  onDay(pictureDay, '07:30');
  return serveCore(running, folder);
}

/** The plan as the council approved it, and what a freeze that was set later makes of it. */
async function planWaves(core: CoreClient, { council, elections, yearEnd }: Words, locale: Locale, onDay: OnDay): Promise<void> {
  const { timeline } = await core.call('schedule.getTimeline', {});
  for (const { id } of timeline.tracks) await core.call('schedule.changeTrack', { commandId: randomUUID(), trackId: id, accountsPerWeek });
  const freeze = (name: string, first: string, last: string) =>
    core.call('schedule.addFreeze', { commandId: randomUUID(), name, startsOn: isoDate(first), finishesOn: isoDate(last) });
  await freeze(yearEnd, '2027-12-13', '2028-01-07');
  await core.call('schedule.build', { commandId: randomUUID(), locale });
  onDay('2026-12-10', '18:30');
  await core.call('baseline.set', { commandId: randomUUID(), name: council, approvedOn: isoDate('2026-12-10') });
  onDay('2027-03-15', '10:20');
  await freeze(elections, '2027-09-20', '2027-10-01');
  await core.call('schedule.build', { commandId: randomUUID(), locale });
}

/** Wave after wave is written down a day after it ended; the week before the pictures nobody has found the time. */
async function follow(core: CoreClient, { problems, exception }: Words, onDay: OnDay): Promise<void> {
  const { waves } = await core.call('tracking.getStatus', { today: pictureDay });
  const done = waves
    .flatMap(({ finishesOn, ...wave }) => (finishesOn !== null && finishesOn < addDays(pictureDay, -6) ? [{ ...wave, finishesOn }] : []))
    .sort((one, other) => (one.finishesOn < other.finishesOn ? -1 : 1));
  for (const [index, { trackId, waveId, finishesOn, isPilot }] of done.entries()) {
    onDay(addDays(finishesOn, 1), '16:20');
    await core.call('tracking.setStates', { commandId: randomUUID(), trackId, state: 'migrated', on: finishesOn, accounts: { by: 'wave', waveId } });
    if (isPilot) continue;
    const { accounts } = await core.call('tracking.listAccounts', { trackId, waveId });
    const mark = (from: number, count: number, state: 'problem' | 'exception', reason: string, on: IsoDate) => {
      const accountIds = accounts.slice(from, from + count).map(({ accountId }) => accountId);
      return core.call('tracking.setStates', { commandId: randomUUID(), trackId, state, reason, on, accounts: { by: 'account', accountIds } });
    };
    if (index % 5 !== 0) await mark(4, 1 + (index % 4), 'problem', problems[index % problems.length] as string, finishesOn);
    if (index % 7 === 3) await mark(40, 2, 'exception', exception, finishesOn);
  }
}
