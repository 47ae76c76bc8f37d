import { describe, expect, it } from 'vitest';
import { only, readText } from './readSupport.ts';

const head = (day: string, options = '') => `Here is imapsync 2.229 on host mover, a linux system with 0.3/11.6 free GiB of RAM
with Perl 5.36.0 and Mail::IMAPClient 3.43
Transfer started at ${day}
PID is 1 my PPID is 2
$RCSfile: imapsync,v $ $Revision: 2.229 $ $Date: 2022/09/14 18:08:24 $
Command line used, run by /usr/bin/perl:
/usr/bin/imapsync --host1 alt.example --user1 x --password1 MASKED --host2 neu.example --user2 y --password2 MASKED${options}
Host2: IMAP server [neu.example] port [993] user [neu@stadt.example]`;
const user = (name: string) => `Host1: IMAP server [alt.example] port [993] user [${name}]`;
const statistics = (day: string) => `++++ Statistics
Transfer started on                     : ${day}
Transfer ended on                       : ${day}
Messages transferred                    : 84`;
const ok = 'Exiting with return value 0 (EX_OK: successful termination) 0/50 nb_errors/max_errors PID 1';
const newer = 'Thursday 13 April 2023-04-13 14:42:11 +0200 CEST';

const states = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'progress').map(({ row, login, trackKey, state, reason, on }) => [row, login, trackKey, state, reason, on]);

describe('logs of imapsync', () => {
  it.each([1, 65_536])('tell who has moved and when, in pieces of %i bytes', async (chunkSize) => {
    const text = [head(newer), user('Erika@stadt.example'), statistics(newer), 'Detected 0 errors', ok, 'Log file is x.txt'].join('\n');
    const result = await readText(text, { chunkSize, name: 'x.csv' });
    expect(result.format).toBe('imapsyncLog');
    expect(states(result)).toEqual([[1, 'erika@stadt.example', 'mail', 'migrated', '', '2023-04-13']]);
    expect([result.issues, result.summary]).toMatchObject([[], { rows: 1, records: 1, skipped: 0 }]);
  });

  it('tell what went wrong without quoting letters', async () => {
    const result = await readText(
      [
        head(newer),
        user('max@stadt.example'),
        'Err 1/1: - msg INBOX/866 {78} could not append ( Subject:[Geheim], Date:["x"] ) to folder INBOX',
        statistics(newer),
        'Exiting with return value 114 (EXIT_ERR_APPEND) 1/100 nb_errors/max_errors PID 9937',
        head(newer),
        'Host1 failure: Error login on [alt.example] with user [moritz@stadt.example] auth [LOGIN]: 2 NO LOGIN failed.',
        'Exiting with return value 161 (EXIT_AUTHENTICATION_FAILURE_USER1) 1/50 nb_errors/max_errors PID 7',
        head(newer),
        user('eva@stadt.example'),
        'The sync is not finished, there are 5 among 155313 identified messages in host1 that are not on host2.',
        ok,
      ].join('\n'),
    );
    expect(states(result).map(([, login, , state, reason]) => [login, state, reason])).toEqual([
      ['max@stadt.example', 'problem', 'EXIT_ERR_APPEND (114), 1/100 errors'],
      ['moritz@stadt.example', 'problem', 'EXIT_AUTHENTICATION_FAILURE_USER1 (161), 1/50 errors'],
      ['eva@stadt.example', 'problem', 'The sync is not finished, there are 5 among 155313 identified messages in host1 that are not on host2.'],
    ]);
    expect(JSON.stringify(result.records)).not.toContain('Geheim');
  });

  it('of several runs give the last one; trials move nobody, and a run without an end neither', async () => {
    const result = await readText(
      [
        head(newer),
        user('erika@stadt.example'),
        'Exiting with return value 112 (EXIT_WITH_ERRORS_MAX) 50/50 nb_errors/max_errors PID 1',
        head('Friday 14 April 2023-04-14 08:00:00 +0200 CEST'),
        user('erika@stadt.example'),
        ok,
        head(newer, ' --dry'),
        user('max@stadt.example'),
        ok,
        head(newer, ' --justlogin'),
        user('max@stadt.example'),
        ok,
        head(newer),
        user('max@stadt.example'),
        'Messages transferred                    : 0 (could be 11 without dry mode)',
        ok,
        head(newer),
        user('moritz@stadt.example'),
        'msg INBOX/1 {1} copied to INBOX/1',
        head(newer),
        ok,
      ].join('\n'),
    );
    expect(states(result).map(([, login, , state, , on]) => [login, state, on])).toEqual([['erika@stadt.example', 'migrated', '2023-04-14']]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.imapsyncTrial': 3, 'issue.imapsyncUnfinished': 1, 'issue.imapsyncWithoutAccount': 1 });
    expect(result.issues).toMatchObject([{ messageKey: 'issue.imapsyncUnfinished', params: { login: 'moritz@stadt.example' } }, {}]);
  });

  it('of 2016 are read too, and mailboxes that another’s password opened', async () => {
    const older = (name: string, day: string) => `Transfer started at ${day}
PID is 1
$RCSfile: imapsync,v $ $Revision: 1.678 $ $Date: 2016/01/21 19:47:02 $
Command line used:
/usr/bin/imapsync --host1 a --user1 x --dryness
Host1: connecting and login on host1 [a] port [143] with user [${name}]
Transfer ended on                 : ${day}
Exiting with return value 0`;
    const result = await readText(
      [older('erika@x.example*master', 'Mon Mar  7 08:00:03 2016'), older(String.raw`boss@x.example\post@x.example`, 'Tue Jun 14 20:41:28 2016')].join('\r\n'),
    );
    expect(states(result).map(([, login, , state, , on]) => [login, state, on])).toEqual([
      ['erika@x.example', 'migrated', '2016-03-07'],
      ['post@x.example', 'migrated', '2016-06-14'],
    ]);
  });
});
