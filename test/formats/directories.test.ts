import { describe, expect, it } from 'vitest';
import { unitsOfName } from '../../formats/read/accounts/distinguishedName.ts';
import { readFileTime } from '../../formats/read/accounts/fileTime.ts';
import { keysOf, only, readSource, readText } from './readSupport.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const names = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'account').map(({ login, departmentPath, isEnabled, accountKind }) => [login, departmentPath, isEnabled, accountKind]);

describe('the cells of directories', () => {
  it('units of a name come from the root downwards, without folders that only sort accounts', () => {
    expect(unitsOfName(String.raw`CN=Muster\, Erika,OU=Hochbau,OU=Bauamt,DC=stadt,DC=example`)).toEqual(['Bauamt', 'Hochbau']);
    expect(unitsOfName(String.raw`uid=e,ou=Bau\2C Umwelt,ou=B\C3\BCro,ou=People,dc=x`)).toEqual(['Büro', 'Bau, Umwelt']);
    expect(unitsOfName('cn=x,OU="Bau, Umwelt" , ou=Benutzer')).toEqual(['Bau, Umwelt']);
    expect([unitsOfName(''), unitsOfName('cn=x'), unitsOfName('ou=own,dc=x')]).toEqual([[], [], []]);
  });

  it.each([
    ['130546840494592000', '2014-09-08'],
    ['1,30547E+17', '2014-09-09'],
    ['1.30547E+17', '2014-09-09'],
    ['0', null],
    ['9223372036854775807', null],
    ['9223372036854770000', null],
    ['9,22337E+18', null],
    ['', null],
    ['never', null],
    ['-130546840494592000', null],
  ])('a time of Windows %s is %s', (text, date) => {
    expect(readFileTime(text)).toBe(date);
  });
});

describe('LDIF', () => {
  const openLdap = `version: 1

# a comment
#  that goes on
 and on
dn: uid=erika,ou=Hochbau,ou=people,dc=stadt,dc=example
objectClass: inetOrgPerson
objectClass: posixAccount
uid: erika
cn: Erika Muster
mail: Erika@stadt.exam
 ple
departmentNumber;lang-de:: ${base64('Tiefbau für Gebäude')}
userPassword:: ${base64('{SSHA}secret')}
jpegPhoto:< file:///etc/passwd

dn:: ${base64('uid=jürgen,ou=Büro,dc=stadt,dc=example')}
objectclass: person
uid: jurgen
telephoneNumber: 5550
pwdAccountLockedTime: 000001010000Z

dn: cn=admins,ou=groups,dc=stadt,dc=example
objectClass: groupOfNames
member: uid=erika,ou=people,dc=stadt,dc=example

dn: ou=groups,dc=stadt,dc=example
objectClass: organizationalUnit
ou: groups

search: 2
result: 0 Success
`;

  it.each([1, 7, 65_536])('of OpenLDAP is read in pieces of %i bytes, with CRLF and in UTF-16 too', async (chunkSize) => {
    for (const [text, encoding] of [
      [openLdap, 'utf-8'],
      [openLdap.replaceAll('\n', '\r\n'), 'utf-8'],
      [`\ufeff${openLdap}`, 'utf-16le'],
    ] as const) {
      const result = await readText(text, { chunkSize, encoding, name: 'x.txt' });
      expect([result.format, result.sniffed]).toMatchObject(['ldif', { confidence: 0.97, seen: { params: { schema: 'LDAP' } } }]);
      expect(names(result)).toEqual([
        ['erika@stadt.example', ['Tiefbau für Gebäude'], null, null],
        ['jurgen', ['Büro'], false, null],
      ]);
      expect(only(result, 'account').map((record) => record.row)).toEqual([6, 17]);
      expect(result.summary).toMatchObject({ rows: 4, records: 2, skippedByReason: { 'skip.group': 1, 'skip.notAnAccount': 1 } });
      expect([result.issues, JSON.stringify(result.records)]).toEqual([[], expect.not.stringMatching(/Muster|secret|5550|passwd/)]);
    }
  });

  it('of Active Directory leaves computers, contacts and its own accounts out', async () => {
    const entry = (name: string, classes: string, ...lines: readonly string[]) =>
      [
        `dn: CN=${name},OU=Hochbau,OU=Bauamt,OU=Benutzer,DC=stadt,DC=example`,
        'changetype: add',
        ...classes.split(' ').map((one) => `objectClass: ${one}`),
        ...lines,
        '',
      ].join('\n');
    const user = 'top person organizationalPerson user';
    const result = await readText(
      [
        entry(
          'Erika',
          user,
          'sAMAccountName: emuster',
          'userPrincipalName: Erika@stadt.example',
          'userAccountControl: 512',
          'lastLogon: 0',
          'lastLogonTimestamp: 130546840494592000',
        ),
        entry('Max', user, 'sAMAccountName: max', 'userAccountControl: 514', 'lastLogonTimestamp: 9223372036854775807'),
        entry('Saal', user, 'userPrincipalName: saal@stadt.example', 'userAccountControl: 514', 'msExchRecipientTypeDetails: 8589934592', 'department: Haus'),
        entry('svc', `${user} computer msDS-GroupManagedServiceAccount`, 'sAMAccountName: svc-sql$', 'userAccountControl: 4096'),
        entry('PC1', `${user} computer`, 'sAMAccountName: PC1$', 'userAccountControl: 4096'),
        entry('krbtgt', user, 'sAMAccountName: krbtgt', 'isCriticalSystemObject: TRUE', 'userAccountControl: 514'),
        entry('Firma', 'top person organizationalPerson contact', 'mail: firma@other.example'),
        entry('Gruppe', 'top group', 'sAMAccountName: alle', `member: CN=${'x'.repeat(100)}`),
        `dn: CN=weg\nchangetype: delete\n`,
        `dn: CN=Max\nchangetype: modify\nreplace: mail\nmail: x@y\n-\n`,
      ].join('\n'),
    );
    expect(result.sniffed).toMatchObject({ seen: { params: { schema: 'Active Directory' } } });
    expect(names(result)).toEqual([
      ['erika@stadt.example', ['Bauamt', 'Hochbau'], true, null],
      ['max', ['Bauamt', 'Hochbau'], false, null],
      ['saal@stadt.example', ['Haus'], false, 'room'],
      ['svc-sql$', ['Bauamt', 'Hochbau'], true, 'service'],
    ]);
    expect(only(result, 'account').map((record) => record.lastActiveOn)).toEqual(['2014-09-08', null, null, null]);
    expect(result.summary.skippedByReason).toEqual({
      'skip.computer': 1,
      'skip.systemAccount': 1,
      'skip.contact': 1,
      'skip.group': 1,
      'skip.deletedAccount': 1,
      'skip.directoryChange': 1,
    });
    expect([result.summary.isPartial, result.issues]).toEqual([true, []]);
  });

  it('of Univention names people by their primary address', async () => {
    const result = await readText(`# extended LDIF
#
# LDAPv3

# emuster, Bauamt, stadt.example
dn: uid=emuster,cn=users,ou=Bauamt,dc=stadt,dc=example
objectClass: krb5KDCEntry
objectClass: inetOrgPerson
objectClass: sambaSamAccount
objectClass: univentionMail
univentionObjectType: users/user
uid: emuster
mailPrimaryAddress: Erika.Muster@stadt.example
sambaAcctFlags: [UD         ]
sambaNTPassword: 0123456789ABCDEF

dn: cn=ucs,cn=dc,cn=computers,dc=stadt,dc=example
objectClass: univentionDomainController
objectClass: person
uid: ucs$
univentionObjectType: computers/domaincontroller_master

dn: cn=Erika,cn=contacts,dc=stadt,dc=example
objectClass: inetOrgPerson
univentionObjectType: users/contact
mail: e@other.example
`);
    expect(result.sniffed).toMatchObject({ format: 'ldif', seen: { params: { schema: 'Univention' } } });
    expect(names(result)).toEqual([['erika.muster@stadt.example', ['Bauamt'], false, null]]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.computer': 1, 'skip.contact': 1 });
  });

  it('never puts a picture together, on many lines or on one', async () => {
    const line = Buffer.alloc(65_536, 'A');
    const head = Buffer.from('dn: uid=a,dc=x\nobjectClass: person\nuid: a\njpegPhoto:: ');
    const tail = Buffer.from('\nmail: a@x.example\n');
    // A single text of more than 536,870,888 characters cannot be made at all.
    const pieces = 8_300;
    const result = await readSource({
      name: 'photo.ldif',
      size: pieces * line.byteLength,
      async *stream() {
        yield head;
        for (let index = 0; index < pieces; index++) yield line;
        yield tail;
      },
    });
    expect(names(result)).toEqual([['a@x.example', [], null, null]]);
  });

  it('says what is wrong with an entry and goes on', async () => {
    const result = await readText(`dn: uid=a,dc=x
objectClass: person
uid: a
this is no attribute
department:: %%%

objectClass: person
uid: lost

dn: uid=a,ou=Bauamt,dc=x
objectClass: person
uid: A

dn: uid=b,dc=x
objectClass: person
department: ${'x'.repeat(9_000)}
uid: b`);
    expect(names(result)).toEqual([
      ['a', [], null, null],
      ['b', [], null, null],
    ]);
    expect(result.issues.map(({ row, messageKey }) => [row, messageKey])).toEqual([
      [4, 'issue.ldifLine'],
      [5, 'issue.ldifValue'],
      [7, 'issue.ldifWithoutName'],
      [10, 'issue.duplicateKey'],
      [16, 'issue.ldifValue'],
    ]);
    expect(keysOf(await readText('nothing: here\n', { format: 'ldif' }))).toEqual(['issue.ldifWithoutEntries']);
  });
});

describe('the CSVDE export of Active Directory', () => {
  const headings =
    'DN,objectClass,distinguishedName,instanceType,whenCreated,displayName,objectGUID,userAccountControl,lastLogon,objectSid,sAMAccountName,userPrincipalName,department,telephoneNumber,lastLogonTimestamp,memberOf';
  const person = 'top;person;organizationalPerson;user';

  it.each(['utf-8', 'windows-1252', 'utf-16le'])('is read in %s', async (encoding) => {
    const result = await readText(
      [
        headings,
        String.raw`"CN=Müller\, Erika,OU=Hochbau,OU=Bauamt,OU=Users,DC=stadt,DC=example",${person},"CN=x",4,20200101120000.0Z,Erika Müller,X'0105ab',512,0,X'01050000',emueller,Erika@stadt.example,,+49 5550,130546840494592000,"CN=a,DC=x;CN=b,DC=x"`,
        `"CN=Max,OU=Hochbau,DC=stadt,DC=example",${person},"CN=x",4,20200101120000.0Z,Max,X'0105',66050,1.30547E+17,X'01',max,,Kämmerei,,9223372036854770000,`,
        `"CN=PC1,CN=Computers,DC=stadt,DC=example",${person};computer,"CN=x",4,,,X'01',4096,0,X'01',PC1$,,,,0,`,
        `"CN=Firma,DC=stadt,DC=example",top;person;organizationalPerson;contact,"CN=x",4,,,X'01',,,,,,,,,`,
        `"CN=alle,DC=stadt,DC=example",top;group,"CN=x",4,,,X'01',,,X'01',alle,,,,,`,
        `"OU=Bauamt,DC=stadt,DC=example",top;organizationalUnit,"CN=x",4,,,X'01',,,,,,,,,`,
      ].join('\r\n'),
      { encoding },
    );
    expect(result.format).toBe('csvde');
    expect(names(result)).toEqual([
      ['erika@stadt.example', ['Bauamt', 'Hochbau'], true, null],
      ['max', ['Kämmerei'], false, null],
    ]);
    expect(only(result, 'account').map((record) => record.lastActiveOn)).toEqual(['2014-09-08', '2014-09-09']);
    expect(result.summary).toMatchObject({
      rows: 6,
      records: 2,
      skippedByReason: { 'skip.computer': 1, 'skip.contact': 1, 'skip.group': 1, 'skip.notAnAccount': 1 },
    });
    expect([result.issues, JSON.stringify(result.records)]).toEqual([[], expect.not.stringMatching(/Müller|5550|0105/)]);
  });

  it('with only some columns knows computers by the dollar sign', async () => {
    const result = await readText('DN,sAMAccountName,userAccountControl\r\n"CN=a,DC=x",a,512\r\n"CN=b,DC=x",b$,512\r\n"CN=c,DC=x",A,512\r\n');
    expect(names(result)).toEqual([['a', [], true, null]]);
    expect(result.issues.map(({ row, messageKey, field }) => [row, messageKey, field])).toEqual([[4, 'issue.duplicateKey', 'sAMAccountName']]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.computer': 1, 'issue.duplicateKey': 1 });
  });
});
