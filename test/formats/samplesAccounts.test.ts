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
});
