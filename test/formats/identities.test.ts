import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
const accounts = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'account').map(({ row, login, departmentPath, isEnabled, accountKind }) => [row, login, departmentPath, isEnabled, accountKind]);

describe('SCIM 2.0', () => {
  const erika = {
    schemas: [core, enterprise],
    userName: 'emuster',
    name: { familyName: 'Muster' },
    emails: [
      { value: 'privat@home.example', type: 'home' },
      { value: 'Erika@stadt.example', type: 'work', primary: true },
    ],
    phoneNumbers: [{ value: '5550' }],
    password: 't1meMa$heen',
    active: true,
    [enterprise]: { division: 'Bauamt', department: 'Hochbau', costCenter: '4711', manager: { displayName: 'Chef' } },
  };
  const list = (resources: readonly unknown[], totalResults = resources.length) =>
    JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults, startIndex: 1, itemsPerPage: 100, Resources: resources });

  it('gives the accounts of a list without what belongs to the person', async () => {
    const result = await readText(
      list([
        erika,
        { userName: 'Max@stadt.example', active: false, userType: 'Employee' },
        { userName: 'gast@other.example', userType: 'Guest' },
        { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'alle', members: [] },
        'x',
        { userName: 'MAX@stadt.example' },
        { displayName: 'nobody' },
      ]),
    );
    expect(result.format).toBe('scim');
    expect(accounts(result)).toEqual([
      [1, 'erika@stadt.example', ['Bauamt', 'Hochbau'], true, null],
      [2, 'max@stadt.example', [], false, 'person'],
    ]);
    expect(result.summary).toMatchObject({
      rows: 7,
      records: 2,
      skippedByReason: { 'skip.guest': 1, 'skip.group': 1, 'skip.accountWithoutName': 1, 'issue.userNotAnObject': 1, 'issue.duplicateKey': 1 },
    });
    expect(JSON.stringify(result.records)).not.toMatch(/5550|t1me|Chef|Muster|privat/);
  });

  it('gives one user, and says when there are more pages', async () => {
    expect(accounts(await readText(JSON.stringify(erika)))).toEqual([[1, 'erika@stadt.example', ['Bauamt', 'Hochbau'], true, null]]);
    const page = await readText(list([erika], 250));
    expect([page.summary.isPartial, page.issues]).toMatchObject([true, [{ messageKey: 'issue.scimPage', params: { found: 1, total: 250 } }]]);
    expect(keysOf(await readText(list([])))).toEqual([]);
  });

  it.each([
    [list([erika]).slice(0, -3), 'issue.jsonInvalid'],
    ['{"schemas": 5}', null],
    ['{}', 'issue.scimWithoutUsers'],
    ['7', 'issue.scimWithoutUsers'],
  ])('is refused when it is something else: %.40s', async (text, key) => {
    const result = await readText(text, { format: 'scim' });
    expect([result.summary.refused?.messageKey ?? null, result.records]).toEqual([key, []]);
  });
});

describe('Keycloak', () => {
  const users = [
    {
      username: 'emuster',
      email: 'Erika@stadt.example',
      enabled: true,
      credentials: [{ type: 'password', secretData: 'hash' }],
      attributes: { department: ['Bauamt / Hochbau'] },
    },
    { username: 'max', enabled: false, groups: ['/Verwaltung/Kämmerei'], createdTimestamp: 1_700_000_000_000 },
    { username: 'moritz', enabled: true, groups: ['/a', '/b'], realmRoles: ['user'] },
    { username: 'service-account-portal', enabled: true, serviceAccountClientId: 'portal' },
    7,
  ];

  it.each([
    ['realm', { id: 'x', realm: 'stadt', sslRequired: 'external', clients: [{ secret: 'geheim' }], users }],
    ['file of users', { realm: 'stadt', users }],
  ])('gives the accounts of a %s without their credentials', async (_name, realm) => {
    const result = await readText(JSON.stringify(realm, null, 2));
    expect(result.format).toBe('keycloak');
    expect(accounts(result)).toEqual([
      [1, 'erika@stadt.example', ['Bauamt', 'Hochbau'], true, null],
      [2, 'max', ['Verwaltung', 'Kämmerei'], false, null],
      [3, 'moritz', [], true, null],
      [4, 'service-account-portal', [], true, 'service'],
    ]);
    expect(result.issues.map(({ messageKey, row, params }) => [messageKey, row, params])).toEqual([
      ['issue.userNotAnObject', 5, {}],
      ['issue.keycloakSeveralGroups', undefined, { count: 1 }],
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/hash|geheim/);
  });

  it('is refused without users, or cut off', async () => {
    const realm = JSON.stringify({ realm: 'stadt', sslRequired: 'external', clients: [] });
    expect(keysOf(await readText(realm))).toEqual(['issue.keycloakWithoutUsers']);
    expect(keysOf(await readText(realm.slice(0, -2)))).toEqual(['issue.jsonInvalid']);
  });
});
