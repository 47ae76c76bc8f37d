import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

const google = (usage: string) =>
  'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],Email Usage [READ ONLY]\n' +
  `Anna,Beispiel,anna@stadt.example,Active,2026/11/20 07:55:13,${usage}\n` +
  'Bert,Beispiel,bert@stadt.example,Active,2026/08/21 07:55:13,0.5GB\n' +
  'Carl,Beispiel,carl@stadt.example,Active,2026/08/22 07:55:13,\n' +
  'Dora,Beispiel,dora@stadt.example,Active,Never logged in,0.1GB\n' +
  'Emil,Beispiel,emil@stadt.example,Suspended,2020/01/01 07:55:13,1GB\n';
const exchange =
  'DisplayName,PrimarySmtpAddress,ItemCount,TotalItemSize,LastLogonTime\nAnna,anna@stadt.example,12,"2.5 GB (2,684,354,560 bytes)",2026-11-21 08:12:00\n';

async function plan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  const startsOn = isoDate('2027-01-04');
  await core.call('plan.create', { commandId: 'mailboxes-new', templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn, locale: 'de' });
  let command = 0;
  const take = async (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { report } = await core.call('inventory.importFiles', { commandId: `mailboxes-import-${++command}`, files: [running.files.handleFor(path)] });
    return report.accounts;
  };
  const sizes = async () => {
    const { timeline } = await core.call('schedule.getTimeline', {});
    const trackId = timeline.tracks.find(({ key }) => key === 'mail')?.id;
    if (trackId === undefined) throw new Error('no track for mail');
    const { accounts } = await core.call('tracking.listAccounts', { trackId, sort: 'login' });
    return accounts.map(({ login, lastActiveOn, mailboxBytes }) => [login.split('@')[0], lastActiveOn, mailboxBytes]);
  };
  return { core, take, sizes };
}

describe('what reports say of the use of accounts', () => {
  it('is kept by account, changed by the next report and taken back with it', async () => {
    const { core, take, sizes } = await plan();
    await take('users.csv', google('0.25GB'));
    const first = [
      ['anna', '2026-11-20', 268_435_456],
      ['bert', '2026-08-21', 536_870_912],
      ['carl', '2026-08-22', null],
      ['dora', null, 107_374_182],
      ['emil', '2020-01-01', 1_073_741_824],
    ];
    expect(await sizes()).toEqual(first);
    expect(await take('users.csv', google('0.25GB'))).toMatchObject({ changed: 0, unchanged: 5 });
    expect(await take('users.csv', google('0.75GB'))).toMatchObject({ changed: 1, unchanged: 4 });
    expect((await sizes())[0]).toEqual(['anna', '2026-11-20', 805_306_368]);
    await take('mailboxes.csv', exchange);
    expect((await sizes())[0]).toEqual(['anna', '2026-11-21', 2_684_354_560]);
    for (const undo of ['one', 'two']) await core.call('history.undo', { commandId: `mailboxes-undo-${undo}` });
    expect(await sizes()).toEqual(first);
  });

  it('is counted from the latest use in the lists: who has no known use is not unused, nor who is disabled', async () => {
    const { core, take } = await plan();
    expect(await core.call('inventory.getAccountUse', {})).toEqual({ latestUse: null, unusedDays: 90, known: 0, unused: 0, mailboxes: 0, mailboxBytes: 0 });
    await take('users.csv', google('0.25GB'));
    // Ninety days before 20 November is 22 August: Bert's last day lies before it, Carl's does not.
    expect(await core.call('inventory.getAccountUse', {})).toMatchObject({ latestUse: '2026-11-20', known: 3, unused: 1, mailboxes: 4 });
  });
});
