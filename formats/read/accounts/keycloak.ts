import type { AccountRecord, ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { splitPath } from '../splitCell.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { createAccountBuilder } from './accountFind.ts';

/** What a realm's export has besides its name; users of a big realm stand in files of their own with `realm` and `users` alone. */
const sections = [
  'users',
  'clients',
  'roles',
  'groups',
  'sslRequired',
  'requiredCredentials',
  'accessTokenLifespan',
  'bruteForceProtected',
  'realmRoles',
  'defaultSignatureAlgorithm',
];
const departmentAttributes = ['department', 'departmentNumber', 'ou', 'organizationalUnit', 'Abteilung', 'service'];

/** Keycloak: export of a realm, or of its users. Credentials, attributes and roles stay unread. */
export const keycloak: Reader = {
  id: 'keycloak',
  nameKey: 'format.keycloak',
  isTable: false,
  kinds: ['account'],
  recognise(sample) {
    const isObject = /^\s*\{/.test(sample.text) && /"realm"\s*:\s*"/.test(sample.text);
    const found = isObject ? sections.filter((section) => sample.text.includes(`"${section}"`)) : [];
    const isRealm = found.length >= 2 || (found.includes('users') && sample.text.includes('"username"'));
    return { confidence: isRealm ? 0.95 : 0, seen: { messageKey: 'format.seen.keycloak', params: { sections: found.join(', ') } } };
  },
  read,
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  const realm = await readWholeJson(source, sample, options, report);
  if (report.isRefused) return;
  const users = isJsonObject(realm) ? realm.users : null;
  if (!Array.isArray(users)) {
    report.refuse('issue.keycloakWithoutUsers');
    return;
  }
  const build = createAccountBuilder('username', report);
  let withSeveralGroups = 0;
  yield* inBatches(users, options, (user: unknown, index): AccountRecord | null => {
    const row = index + 1;
    report.countRow();
    if (!isJsonObject(user)) {
      report.skip('issue.userNotAnObject', {}, { row });
      return null;
    }
    const department = departmentOf(user);
    if (department === 'several') withSeveralGroups++;
    const username = jsonLine(user.username);
    const record = build({
      row,
      logins: [username, jsonLine(user.email)],
      accountKind: jsonLine(user.serviceAccountClientId) !== '' || username.startsWith('service-account-') ? 'service' : null,
      departmentPath: department === 'several' ? [] : department,
      isEnabled: typeof user.enabled === 'boolean' ? user.enabled : null,
    });
    if (record) report.countRecord();
    return record;
  });
  if (withSeveralGroups > 0) report.warn('issue.keycloakSeveralGroups', { count: withSeveralGroups });
}

/** The department that an attribute names, else the user's only group; which of several is the department, nobody knows. */
function departmentOf(user: JsonObject): readonly string[] | 'several' {
  const attributes = isJsonObject(user.attributes) ? user.attributes : {};
  for (const name of departmentAttributes) {
    const value = attributes[name];
    const text = jsonLine(Array.isArray(value) ? value[0] : value);
    if (text !== '') return splitPath(text);
  }
  const groups = Array.isArray(user.groups) ? user.groups.map(jsonLine).filter((group) => group !== '') : [];
  if (groups.length > 1) return 'several';
  return splitPath(groups[0] ?? '');
}
