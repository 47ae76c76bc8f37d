import type { Translator } from '../../core/i18n/translate.ts';
import type { FileIssue } from '../../core/domain/problems.ts';

/** `Row 214 of users.csv, field "Created": the date 31/02/2027 does not exist.` */
export function issueSentence(translator: Translator, issue: FileIssue): string {
  const sentence = translator.translate(issue.messageKey, issue.params);
  const place = issue.row === undefined ? 'cli.place.file' : issue.field === undefined ? 'cli.place.row' : 'cli.place.field';
  return translator.translate(place, { file: issue.file, row: issue.row ?? 0, field: issue.field ?? '', sentence });
}
