import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

const uuid = '0055ADC9-1D3A-E411-8043-B05D95113232';
const glpi = (host: string, logdate: string, id = uuid) =>
  JSON.stringify({
    action: 'inventory',
    deviceid: `${host}-2026-01-01-00-00-00`,
    itemtype: 'Computer',
    content: { accesslog: { logdate }, hardware: { name: host, uuid: id }, bios: { ssn: '' }, softwares: [{ name: 'Kartenblick', version: '3' }] },
  });
const agent = (host: string, logdate: string, id = uuid) =>
  `<?xml version="1.0" encoding="UTF-8"?><REQUEST><CONTENT><ACCESSLOG><LOGDATE>${logdate}</LOGDATE></ACCESSLOG><HARDWARE><NAME>${host}</NAME><UUID>${id}</UUID></HARDWARE>` +
  `<SOFTWARES><NAME>Kartenblick</NAME><VERSION>3</VERSION></SOFTWARES></CONTENT><DEVICEID>${host}-other</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;

async function plan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  const startsOn = isoDate('2027-01-04');
  await core.call('plan.create', { commandId: 'same-machines-new', templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn, locale: 'de' });
  let command = 0;
  return {
    take: async (files: Readonly<Record<string, string>>) => {
      const handles = Object.entries(files).map(([name, text]) => {
        writeFileSync(join(folder, name), text);
        return running.files.handleFor(join(folder, name));
      });
      const { report } = await core.call('inventory.importFiles', { commandId: `same-machines-${++command}`, files: handles });
      return report.issues.map(({ file, messageKey, params }) => [file, messageKey, params.other]);
    },
    installations: async () => (await core.call('inventory.listRawNames', { search: 'kartenblick' })).rawNames.reduce((sum, one) => sum + one.installations, 0),
  };
}

describe('a machine that two tools list', () => {
  it('counts once in one import, as the later inventory says it, and the other file says why', async () => {
    const { take, installations } = await plan();
    const files = { 'glpi.json': glpi('LF014', '2026-05-01 08:00:00'), 'ocs.xml': agent('LF014', '2026-06-01 08:00:00') };
    expect(await take(files)).toEqual([['glpi.json', 'app.sameMachine.uuid', 'ocs.xml']]);
    expect(await installations()).toBe(1);
    // The next month the other tool looked later: still one machine.
    const next = { 'glpi.json': glpi('LF014', '2026-07-01 08:00:00'), 'ocs.xml': agent('LF014', '2026-06-01 08:00:00') };
    expect(await take(next)).toEqual([['ocs.xml', 'app.sameMachine.uuid', 'glpi.json']]);
    expect(await installations()).toBe(1);
  });

  it('counts twice where it carries another host name, as clones do', async () => {
    const { take, installations } = await plan();
    expect(await take({ 'glpi.json': glpi('LF014', '2026-05-01 08:00:00'), 'ocs.xml': agent('LF015', '2026-06-01 08:00:00') })).toEqual([]);
    expect(await installations()).toBe(2);
  });

  it('is told where a list names it and nothing proves it', async () => {
    const { take, installations } = await plan();
    const list = 'Software;Rechner\nKartenblick;lf014.stadt.example\nKartenblick;PC7\n';
    expect(await take({ 'glpi.json': glpi('LF014', '2026-05-01 08:00:00'), 'list.csv': list })).toEqual([['glpi.json', 'app.maybeSame.machines', 'list.csv']]);
    expect(await installations()).toBe(3);
  });
});
