import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

/** Each of these was found by `npm run fuzz`, or by reading what it pointed at; the smallest input that showed it. */
describe('what once took longer than a person waits', () => {
  it('an XML file that begins with many comments and then is none', async () => {
    const result = await readText(`${'<!--a-->'.repeat(5_000)}x`);
    expect(result.format).toBeNull();
    expect((await readText(`${'<!--a-->'.repeat(5_000)}<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>`)).format).toBe('cycloneDxXml');
  });

  it('the name of an organisation with a hundred thousand blanks in it', async () => {
    const supplier = `Organization: a${' '.repeat(100_000)}b`;
    const result = await readText(JSON.stringify({ spdxVersion: 'SPDX-2.3', packages: [{ SPDXID: 'a', name: 'Fach', supplier }] }));
    expect(only(result, 'software')).toMatchObject([{ rawName: 'Fach' }]);
  });

  it('a file of tabs alone', async () => {
    expect((await readText('\t'.repeat(200_000))).format).toBeNull();
    expect((await readText(`${'\t'.repeat(100)}[ {"name":"Tool","version":"1","publisher":"a","identifying_number":""}]`)).format).toBe('osqueryPackages');
  });

  it('thirty thousand links to one task', async () => {
    const links = '<depend id="2"/>'.repeat(30_000);
    const text = `<project view-date="x"><tasks><task id="1" name="A" start="2027-01-04" duration="1">${links}</task><task id="2" name="B" start="2027-01-05" duration="1"/></tasks></project>`;
    expect(only(await readText(text), 'planTask').map((task) => task.predecessors.length)).toEqual([0, 30_000]);
  });
});

describe('names that every object has by itself', () => {
  it('are no state of an account', async () => {
    const result = await readText('Email Address [Required],Status [READ ONLY],First Name [Required]\na@b.example,constructor,x\n');
    expect(only(result, 'account')).toMatchObject([{ login: 'a@b.example', isEnabled: null }]);
  });

  it('are no kind of a mailbox', async () => {
    const result = await readText('dn: cn=a\nobjectClass: user\nuid: a\nmsExchRecipientTypeDetails: toString\n');
    expect(only(result, 'account')).toMatchObject([{ login: 'a', accountKind: null }]);
  });

  it('are no kind of a link', async () => {
    const text =
      '<project view-date="x"><tasks><task id="1" name="A" start="2027-01-04" duration="1"><depend id="1" type="constructor"/></task></tasks></project>';
    expect(only(await readText(text), 'planTask')[0]?.predecessors).toEqual([{ key: '1', type: 'finishToStart', lagWorkingDays: 0 }]);
  });
});

describe('texts that no database holds and that steer a console', () => {
  it('half signs and controls are taken out of names', async () => {
    const entry = { name: 'T\u001b[31mool\ud83d', version: '1\u0000', publisher: 'a\r\nb', identifying_number: '' };
    const result = await readText(JSON.stringify([entry]));
    expect(result.format).toBe('osqueryPackages');
    expect(only(result, 'software')).toMatchObject([{ rawName: 'T[31mool\ufffd', version: '1', publisher: 'a b' }]);
  });

  it('from lists in columns and lines too', async () => {
    expect(only(await readText('a\tall\t1\u0007\t1\tx\tinstall ok installed\nb\tall\t2\t1\tx\tinstall ok installed\n'), 'software')).toMatchObject([
      { version: '1' },
      {},
    ]);
  });

  it('are not shown in messages', async () => {
    const result = await readText('Software;Installationen\nTool;\u001b[31mx\n');
    expect(result.issues).toMatchObject([{ messageKey: 'issue.notANumber', params: { found: '[31mx' } }]);
  });

  it('a sign of two halves is not cut in between', async () => {
    const result = await readText(`Software,Hersteller\nTool,${'a'.repeat(999)}😀\n`);
    expect(only(result, 'software')[0]?.publisher).toBe('a'.repeat(999));
  });
});

describe('texts longer than any name', () => {
  it('of machines and departments are cut', async () => {
    const machine = JSON.stringify({ deviceid: 'd'.repeat(2_000), itemtype: 'Computer', tag: 't'.repeat(2_000), content: { softwares: [{ name: 'Tool' }] } });
    const [software] = only(await readText(machine), 'software');
    expect([software?.device?.length, software?.unitName?.length]).toEqual([1_000, 1_000]);
    const [account] = only(await readText(`dn: cn=a\nobjectClass: user\nuid: a\nou: ${'b'.repeat(2_000)}\n`), 'account');
    expect(account?.departmentPath.map((unit) => unit.length)).toEqual([1_000]);
  });

  it('of an account in a log are none', async () => {
    const log = (user: string) => `Here is imapsync 2\nTransfer started at x\nHost1: IMAP server [a] port [1] user [${user}]\nExiting with return value 0\n`;
    const result = await readText(log('a'.repeat(1_001)));
    expect([result.records, result.summary.skippedByReason]).toEqual([[], { 'issue.imapsyncWithoutAccount': 1 }]);
    expect(only(await readText(log('a@b.example')), 'progress')).toHaveLength(1);
  });

  it('of a base64 department stay on one line', async () => {
    const ou = Buffer.from('Bau\nAmt\u0000').toString('base64');
    expect(only(await readText(`dn: cn=a\nobjectClass: user\nuid: a\nou:: ${ou}\n`), 'account')[0]?.departmentPath).toEqual(['Bau Amt']);
  });
});

describe('rows left out because of their quotation marks', () => {
  it.each(['Software;Version\nA;1\nB";"2\nx";3\nC;"4\n', 'Software;Version\n"A\n'])('are counted as rows: %j', async (text) => {
    const { summary } = await readText(text);
    expect(summary.skipped).toBeGreaterThan(0);
    expect(summary.rows).toBe(summary.records + summary.skipped);
    expect(keysOf(await readText(text))).not.toEqual([]);
  });
});
