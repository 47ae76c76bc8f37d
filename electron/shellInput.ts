import { AppError } from '../core/contract/errors.ts';
import type { FileKind, SampleWish } from '../core/contract/shell.ts';
import type { WindowSettings } from '../core/contract/shellBridge.ts';
import { isIsoDate } from '../core/domain/calendar.ts';
import { locales } from '../core/i18n/keys.ts';

/** What a window sends is whatever it claims until it has passed here. */

export const fileEndings: Readonly<Record<FileKind, readonly string[]>> = {
  plan: ['bascule'],
  import: [],
  folder: [],
  pdf: ['pdf'],
  json: ['json'],
  csv: ['csv'],
  ics: ['ics'],
  ods: ['ods'],
  odt: ['odt'],
  xlsx: ['xlsx'],
  mspdi: ['xml'],
};

const longestName = 200;
const longestAddress = 2_000;
const mostFiles = 1_000;

export function readFileKind(given: unknown): FileKind {
  if (typeof given !== 'string' || !Object.hasOwn(fileEndings, given)) throw refused();
  return given as FileKind;
}

export function readBoolean(given: unknown): boolean {
  if (typeof given !== 'boolean') throw refused();
  return given;
}

/** A file's name without folders, whatever was sent. */
export function readFileName(given: unknown): string {
  if (typeof given !== 'string') throw refused();
  const name = given.replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ').replace(/^[.\s]+|\s+$/g, '');
  return name.slice(0, longestName) || 'Bascule';
}

export function readPaths(given: unknown): readonly string[] {
  if (!Array.isArray(given) || given.length > mostFiles || !given.every((path) => typeof path === 'string')) throw refused();
  return given.filter((path: string) => path !== '');
}

export function readAddress(given: unknown): string {
  if (typeof given !== 'string' || given.length > longestAddress) throw refused();
  return given;
}

export function readPlanSource(given: unknown): { readonly recent: string } | { readonly handle: string } {
  if (typeof given !== 'object' || given === null) throw refused();
  if ('recent' in given && typeof given.recent === 'string') return { recent: given.recent };
  if ('handle' in given && typeof given.handle === 'string') return { handle: given.handle };
  throw refused();
}

export function readSample(given: unknown): SampleWish {
  if (typeof given !== 'object' || given === null || !('name' in given) || !('locale' in given) || !('startsOn' in given)) throw refused();
  const locale = locales.find((known) => known === given.locale);
  if (locale === undefined || typeof given.startsOn !== 'string' || !isIsoDate(given.startsOn)) throw refused();
  return { name: readFileName(given.name), locale, startsOn: given.startsOn };
}

export function readSettings(given: unknown): WindowSettings {
  if (typeof given !== 'object' || given === null || !('locale' in given) || !('theme' in given)) throw refused();
  const locale = locales.find((known) => known === given.locale);
  const theme = (['system', 'light', 'dark', 'contrast'] as const).find((known) => known === given.theme);
  if (locale === undefined || theme === undefined) throw refused();
  return { locale, theme };
}

function refused(): AppError {
  return new AppError('invalid', 'shell.messageRefused');
}
