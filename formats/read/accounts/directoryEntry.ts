import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { AccountKind } from '../../../core/domain/inventory/inventory.ts';
import { readDate } from '../dateCell.ts';
import { splitPath } from '../splitCell.ts';
import type { AccountFind } from './accountFind.ts';
import { unitsOfName } from './distinguishedName.ts';
import { readFileTime } from './fileTime.ts';

/** An entry of an LDAP directory. Names of attributes are in lower case; an attribute that is not there has no values. */
export type DirectoryEntry = { readonly row: number; readonly name: string; values(attribute: DirectoryAttribute): readonly string[] };

/** All that is ever read of an entry: no name of a person, no telephone number, no password, no picture. */
export const directoryAttributes = [
  'objectclass',
  'univentionobjecttype',
  'iscriticalsystemobject',
  'userprincipalname',
  'mailprimaryaddress',
  'mail',
  'samaccountname',
  'uid',
  'department',
  'departmentnumber',
  'ou',
  'useraccountcontrol',
  'sambaacctflags',
  'nsaccountlock',
  'pwdaccountlockedtime',
  'lastlogontimestamp',
  'lastlogon',
  'authtimestamp',
  'krblastsuccessfulauth',
  'msexchrecipienttypedetails',
] as const;

export type DirectoryAttribute = (typeof directoryAttributes)[number];

const accountClasses = ['user', 'inetorgperson', 'person', 'posixaccount', 'account', 'sambasamaccount'];
const serviceClasses = ['msds-managedserviceaccount', 'msds-groupmanagedserviceaccount'];
const computerClasses = ['computer', 'univentionhost', 'univentiondomaincontroller', 'univentionmemberserver', 'device', 'iphost'];
const groupClasses = ['group', 'groupofnames', 'groupofuniquenames', 'posixgroup', 'univentiongroup'];

/** `msExchRecipientTypeDetails` of mailboxes here and in Exchange Online. */
const mailboxKinds: ReadonlyMap<string, AccountKind> = new Map<string, AccountKind>(
  Object.entries({
    '4': 'shared',
    '16': 'room',
    '32': 'room',
    '8589934592': 'room',
    '17179869184': 'room',
    '34359738368': 'shared',
  }),
);

/**
 * What an entry says of an account, or the reason why it is none. It reads the schemas of Active Directory, of OpenLDAP
 * and 389 (inetOrgPerson, posixAccount) and of Univention.
 */
export function accountOfEntry(entry: DirectoryEntry): AccountFind | { readonly leftOut: string } {
  const { values } = entry;
  const first = (attribute: DirectoryAttribute): string => values(attribute)[0]?.trim() ?? '';
  const classes = new Set(values('objectclass').map((name) => name.trim().toLowerCase()));
  const has = (names: readonly string[]): boolean => names.some((name) => classes.has(name));
  const control = Number(first('useraccountcontrol')) || 0;
  const sambaFlags = first('sambaacctflags');
  const univentionType = first('univentionobjecttype');

  // Bits 12 and 13: a workstation's or a domain controller's own account.
  const isComputer = has(computerClasses) || (control & 0x3000) !== 0 || first('samaccountname').endsWith('$') || /[WSI]/.test(sambaFlags);
  const isService = has(serviceClasses);
  if (isComputer && !isService) return { leftOut: 'skip.computer' };
  if (has(['contact']) || univentionType === 'users/contact') return { leftOut: 'skip.contact' };
  if (has(groupClasses)) return { leftOut: 'skip.group' };
  if (first('iscriticalsystemobject').toUpperCase() === 'TRUE') return { leftOut: 'skip.systemAccount' };
  const isAccount = classes.size === 0 ? first('samaccountname') !== '' || first('useraccountcontrol') !== '' : has(accountClasses) || isService;
  if (!isAccount) return { leftOut: 'skip.notAnAccount' };

  return {
    row: entry.row,
    logins: [first('userprincipalname'), first('mailprimaryaddress'), first('mail'), first('samaccountname'), first('uid')],
    accountKind: isService ? 'service' : (mailboxKinds.get(first('msexchrecipienttypedetails')) ?? null),
    departmentPath: departmentOf(entry),
    isEnabled: isEnabled(first, sambaFlags),
    lastActiveOn: lastActiveOn(first),
  };
}

function departmentOf(entry: DirectoryEntry): readonly string[] {
  for (const attribute of ['department', 'departmentnumber', 'ou'] as const) {
    const department = entry.values(attribute)[0]?.trim() ?? '';
    if (department !== '') return splitPath(department);
  }
  return unitsOfName(entry.name);
}

type First = (attribute: DirectoryAttribute) => string;

function isEnabled(first: First, sambaFlags: string): boolean | null {
  if (/^\d+$/.test(first('useraccountcontrol'))) return (Number(first('useraccountcontrol')) & 2) === 0;
  if (first('nsaccountlock').toLowerCase() === 'true') return false;
  // A year of 0 is a lock without end; any other time is a lock after wrong passwords, which passes.
  if (first('pwdaccountlockedtime').startsWith('0000')) return false;
  return sambaFlags === '' ? null : !sambaFlags.includes('D');
}

/** The time that all domain controllers share goes before that of one of them, which may be years older. */
function lastActiveOn(first: First): IsoDate | null {
  const windowsTime = readFileTime(first('lastlogontimestamp')) ?? readFileTime(first('lastlogon'));
  if (windowsTime) return windowsTime;
  for (const attribute of ['authtimestamp', 'krblastsuccessfulauth'] as const) {
    const reading = readDate(first(attribute), 'dmy');
    if (reading.kind === 'date') return reading.date;
  }
  return null;
}
