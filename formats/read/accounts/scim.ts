import type { AccountRecord, ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';
import { readAccountKind } from '../subjectWords.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { createAccountBuilder } from './accountFind.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** SCIM 2.0 (RFC 7643, 7644): a list of users as a server answers it, or one user. */
export const scim: Reader = {
  id: 'scim',
  nameKey: 'format.scim',
  isTable: false,
  kinds: ['account'],
  recognise(sample) {
    const isJson = /^\s*[[{]/.test(sample.text);
    const isKnown = isJson && /"urn:ietf:params:scim:(?:api:messages:2\.0:ListResponse|schemas:core:2\.0:(?:User|Group))"/i.test(sample.text);
    return { confidence: isKnown ? 0.97 : 0, seen: { messageKey: 'format.seen.scim', params: {} } };
  },
  read,
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  const value = await readWholeJson(source, sample, options, report);
  if (report.isRefused) return;
  const resources = resourcesOf(value);
  if (!resources) {
    report.refuse('issue.scimWithoutUsers');
    return;
  }
  if (isJsonObject(value) && typeof value.totalResults === 'number' && value.totalResults > resources.length) {
    report.markPartial();
    report.warn('issue.scimPage', { found: resources.length, total: value.totalResults });
  }
  const build = createAccountBuilder('userName', report);
  yield* inBatches(resources, options, (resource: unknown, index) => {
    const row = index + 1;
    report.countRow();
    if (isJsonObject(resource)) return readResource(resource, row, build, report);
    report.skip('issue.userNotAnObject', {}, { row });
    return null;
  });
}

function resourcesOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return null;
  if (Array.isArray(value.Resources)) return value.Resources;
  if (typeof value.totalResults === 'number') return [];
  return 'userName' in value || 'schemas' in value ? [value] : null;
}

function readResource(resource: JsonObject, row: number, build: ReturnType<typeof createAccountBuilder>, report: ReadReport): AccountRecord | null {
  const schemas = Array.isArray(resource.schemas) ? resource.schemas.map(jsonLine) : [];
  if (schemas.some((schema) => schema.endsWith(':Group')) || (!('userName' in resource) && 'members' in resource)) {
    report.leaveOut('skip.group');
    return null;
  }
  const kind = readAccountKind(jsonLine(resource.userType));
  if (kind === 'guest') {
    report.leaveOut('skip.guest');
    return null;
  }
  const extension = isJsonObject(resource[enterprise]) ? resource[enterprise] : {};
  const record = build({
    row,
    logins: [jsonLine(resource.userName), primaryEmail(resource.emails)],
    accountKind: kind,
    departmentPath: [jsonLine(extension.division), jsonLine(extension.department)].filter((name) => name !== ''),
    isEnabled: typeof resource.active === 'boolean' ? resource.active : null,
  });
  if (record) report.countRecord();
  return record;
}

function primaryEmail(emails: unknown): string {
  if (!Array.isArray(emails)) return '';
  const known = emails.filter(isJsonObject);
  const best = known.find((email) => email.primary === true) ?? known.find((email) => email.type === 'work') ?? known[0];
  return jsonLine(best?.value);
}
