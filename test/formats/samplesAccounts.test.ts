import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { only, readSource } from './readSupport.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const load = (path: string) => sourceFromBytes(path, readFileSync(join(samples, path)));

describe.skipIf(!existsSync(samples))('real exports of accounts', () => {
  it('OpenLDAP, a person with a picture: the account and nothing of the person', async () => {
    const path = 'ldif/10_people_bender_jpegPhoto.ldif';
    const text = readFileSync(join(samples, path), 'utf8');
    const result = await readSource(load(path));
    expect([result.format, text.match(/^dn:/gm)?.length, result.records.length]).toEqual(['ldif', 1, 1]);
    expect(only(result, 'account')).toMatchObject([
      {
        login: /^mail: (.*)$/m.exec(text)?.[1],
        departmentPath: [/^ou: (.*)$/m.exec(text)?.[1]],
        row: text.split('\n').findIndex((line) => line.startsWith('dn:')) + 1,
      },
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/Rodriguez|9j\/4AAQ|e3NzaGF9/);
    expect(result.issues).toEqual([]);
  });

  it('Keycloak, a realm with users: each user once, their passwords nowhere', async () => {
    const path = 'keycloak/realm-import_servlet-authz.json';
    const { users } = JSON.parse(readFileSync(join(samples, path), 'utf8')) as { users: { username: string; email?: string }[] };
    const result = await readSource(load(path));
    expect([result.format, users.length, result.records.length]).toEqual(['keycloak', 4, 4]);
    expect(only(result, 'account').map((record) => record.login)).toEqual(users.map((user) => user.email ?? user.username));
    expect(only(result, 'account').map((record) => record.accountKind)).toEqual([null, null, null, 'service']);
    expect([result.issues, JSON.stringify(result.records)]).toEqual([[], expect.not.stringMatching(/secret|Liddel/)]);
  });

  it('SCIM, the user of RFC 7643: the account and nothing of the person', async () => {
    const path = 'scim/rfc7643-8.3-enterprise_user.json';
    const user = JSON.parse(readFileSync(join(samples, path), 'utf8')) as { userName: string };
    const result = await readSource(load(path));
    expect(result.format).toBe('scim');
    expect(only(result, 'account')).toMatchObject([{ login: user.userName, departmentPath: ['Theme Park', 'Tour Operations'], isEnabled: true }]);
    expect([result.issues, JSON.stringify(result.records)]).toEqual([[], expect.not.stringMatching(/Babs|Jane|555|t1me|MIID/)]);
  });

  it.each([
    ['msproject/baselines-mspdi.xml', 1],
    ['msproject/sample.mspdi.xml', 19],
  ])('Microsoft Project in XML: every task of %s', async (path, count) => {
    const text = readFileSync(join(samples, path), 'utf8');
    const tasks = [...text.matchAll(/<Task><UID>(\d+)<\/UID>[\s\S]*?<\/Task>/g)].filter((match) => match[1] !== '0').map((match) => match[0]);
    const result = await readSource(load(path));
    const records = only(result, 'planTask');
    expect([result.format, tasks.length, records.length]).toEqual(['mspdi', count, count]);
    expect(records.map((record) => [record.name, record.startsOn])).toEqual(
      tasks.map((task) => [/<Name>(.*?)<\/Name>/.exec(task)?.[1], /<Start>(.{10})/.exec(task)?.[1]]),
    );
    expect(records.flatMap((record) => record.predecessors)).toHaveLength(tasks.join('').match(/<PredecessorLink>/g)?.length ?? 0);
    expect(result.issues).toEqual([]);
  });

  it('GanttProject: every task, milestone and link of the house', async () => {
    const path = 'ganttproject/HouseBuildingSample.gan';
    const text = readFileSync(join(samples, path), 'utf8');
    const tasks = [...text.matchAll(/<task id="\d+".*? name="(.*?)".*? meeting="(.*?)" start="(.*?)"/g)];
    const result = await readSource(load(path));
    const records = only(result, 'planTask');
    expect([result.format, tasks.length, records.length]).toEqual(['ganttProject', 20, 20]);
    expect(records.map((record) => [record.name, String(record.isMilestone), record.startsOn])).toEqual(
      tasks.map(([, name, meeting, start]) => [name?.trim(), meeting, start]),
    );
    expect(records.flatMap((record) => record.predecessors)).toHaveLength(text.match(/<depend /g)?.length ?? 0);
    // Parents end with the last of their children: the file's own lengths say so.
    expect(records.find((record) => record.name === 'Construction phase')).toMatchObject({ startsOn: '2024-07-01', finishesOn: '2024-10-11', isSummary: true });
    expect(result.issues).toEqual([]);
  });
});
