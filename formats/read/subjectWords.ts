import { addMonths, isoDate, toDayNumber } from '../../core/domain/calendar.ts';
import { type TrackKey, trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { ContractRecord, ProgressState } from '../../core/domain/inventory/importRecords.ts';
import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import { foldHeading } from './headings.ts';

function table<Value>(rows: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> {
  return new Map(rows.flatMap(([value, words]) => words.map((word) => [foldHeading(word), value] as const)));
}

const accountKinds = table<AccountKind | 'guest'>([
  [
    'person',
    [
      'person',
      'user',
      'member',
      'employee',
      'personal',
      'user mailbox',
      'UserMailbox',
      'Benutzer',
      'Benutzerpostfach',
      'Mitarbeiter',
      'persönlich',
      'personne',
      'utilisateur',
      'agent',
      'nominatif',
    ],
  ],
  [
    'shared',
    [
      'shared',
      'shared mailbox',
      'SharedMailbox',
      'group',
      'group mailbox',
      'function',
      'Funktionspostfach',
      'Gruppenpostfach',
      'geteilt',
      'freigegeben',
      'Sammelpostfach',
      'partagé',
      'partagée',
      'boîte partagée',
      'boîte fonctionnelle',
      'générique',
    ],
  ],
  [
    'room',
    [
      'room',
      'RoomMailbox',
      'room mailbox',
      'equipment',
      'EquipmentMailbox',
      'resource',
      'Raum',
      'Raumpostfach',
      'Ressource',
      'Gerätepostfach',
      'salle',
      'équipement',
      'ressource',
    ],
  ],
  [
    'service',
    ['service', 'service account', 'system', 'technical', 'Dienst', 'Dienstkonto', 'technisch', 'Systemkonto', 'compte de service', 'technique', 'système'],
  ],
  ['guest', ['guest', 'external', 'Gast', 'extern', 'invité', 'externe']],
]);

const renewals = table<NonNullable<ContractRecord['renewal']>>([
  ['tacit', ['tacit', 'automatic', 'auto', 'yes', 'ja', 'oui', 'true', 'stillschweigend', 'automatisch', 'tacite', 'automatique', 'tacite reconduction']],
  ['express', ['express', 'manual', 'explicit', 'no', 'nein', 'non', 'false', 'ausdrücklich', 'manuell', 'auf Antrag', 'expresse', 'explicite', 'manuelle']],
  ['none', ['none', 'once', 'one-time', 'perpetual', 'keine', 'einmalig', 'Kauf', 'aucune', 'aucun', 'achat', 'perpétuelle', 'sans reconduction']],
]);

const states = table<ProgressState>([
  [
    'planned',
    [
      'planned',
      'pending',
      'open',
      'scheduled',
      'waiting',
      'todo',
      'not started',
      'geplant',
      'offen',
      'ausstehend',
      'prévu',
      'prévue',
      'planifié',
      'en attente',
      'à faire',
    ],
  ],
  [
    'migrated',
    [
      'migrated',
      'done',
      'ok',
      'success',
      'successful',
      'completed',
      'complete',
      'finished',
      'migriert',
      'erledigt',
      'fertig',
      'abgeschlossen',
      'erfolgreich',
      'umgestellt',
      'migré',
      'migrée',
      'basculé',
      'basculée',
      'terminé',
      'réussi',
      'succès',
    ],
  ],
  [
    'problem',
    ['problem', 'failed', 'failure', 'error', 'rolled back', 'Fehler', 'fehlgeschlagen', 'gescheitert', 'Störung', 'problème', 'échec', 'échoué', 'erreur'],
  ],
  ['exception', ['exception', 'exempt', 'excluded', 'stays', 'skipped', 'Ausnahme', 'ausgenommen', 'bleibt', 'dérogation', 'exclu', 'exempté']],
]);

const tracks = table<TrackKey>([
  ...trackKeys.map((key) => [key, [key]] as const),
  ['office', ['office suite', 'Büro', 'Office-Paket', 'Bürosoftware', 'Büropaket', 'bureautique', 'suite bureautique']],
  [
    'mail',
    [
      'email',
      'e-mail',
      'mailbox',
      'mail and calendar',
      'groupware',
      'calendar',
      'E-Mail und Kalender',
      'Postfach',
      'Kalender',
      'messagerie',
      'courriel',
      'agenda',
      'messagerie et agenda',
    ],
  ],
  ['files', ['file', 'file sharing', 'cloud storage', 'Dateien', 'Dateiablage', 'Ablage', 'fichiers', 'partage de fichiers']],
  ['chat', ['messaging', 'instant messaging', 'Kurznachrichten', 'messagerie instantanée', 'tchat', 'discussion']],
  ['video', ['video conferencing', 'meetings', 'Videokonferenz', 'Video', 'visioconférence', 'visio', 'vidéo']],
  ['identity', ['directory', 'sign-in', 'identity management', 'Identität', 'Identitäten', 'Verzeichnisdienst', 'Anmeldung', 'identité', 'annuaire']],
  ['desktop', ['desktop system', 'operating system', 'workstation', 'Arbeitsplatz', 'Betriebssystem', 'poste de travail', 'système d’exploitation']],
  ['database', ['databases', 'Datenbank', 'Datenbanken', 'base de données', 'bases de données']],
  ['telephony', ['phone', 'telephone', 'Telefonie', 'Telefon', 'téléphonie']],
  [
    'lineOfBusiness',
    [
      'line of business',
      'business applications',
      'Fachverfahren',
      'Fachanwendung',
      'Fachanwendungen',
      'application métier',
      'applications métier',
      'logiciels métier',
    ],
  ],
  ['servers', ['server', 'Serverdienste', 'serveur', 'serveurs', 'infrastructure', 'Infrastruktur']],
  ['security', ['Sicherheit', 'sécurité']],
]);

export const readAccountKind = (text: string): AccountKind | 'guest' | null => accountKinds.get(foldHeading(text)) ?? null;
export const readRenewal = (text: string): NonNullable<ContractRecord['renewal']> | null => renewals.get(foldHeading(text)) ?? null;
export const readProgressState = (text: string): ProgressState | null => states.get(foldHeading(text)) ?? null;
export const readTrackKey = (text: string): TrackKey | null => tracks.get(foldHeading(text)) ?? null;

const spanPattern = /^(\d{1,5}) ?(\p{L}*)\.?(?:\s.*)?$/u;

/**
 * A period of notice in days, and the months it was written in. Months are counted as the longest they can be (three
 * months: 92 days), so that the day on which notice must be given is never computed too late. A bare number is what the
 * heading says; where neither names a unit, up to 12 are taken for months, which is the earlier day, and `isAssumed`.
 */
export function readNotice(text: string, heading: string): { readonly days: number; readonly months: number | null; readonly isAssumed: boolean } | null {
  const isBare = /^\d+$/.test(text.trim());
  const unit = /monat|month|mois/i.test(heading) ? 'month' : /tag|day|jour/i.test(heading) ? 'day' : null;
  const isAssumed = isBare && unit === null && Number(text) >= 1 && Number(text) <= 12;
  const span = readSpan(text, isAssumed ? 'month' : (unit ?? 'day'));
  if (!span) return null;
  if (span.unit === 'month') return { days: longestMonths(span.count), months: span.count, isAssumed };
  return { days: span.count, months: null, isAssumed };
}

/** Months of a period: `12`, `12 Monate`, `1 Jahr`. */
export function readMonths(text: string): number | null {
  const span = readSpan(text, 'month');
  return span?.unit === 'month' ? span.count : null;
}

function readSpan(text: string, bareUnit: 'day' | 'month'): { count: number; unit: 'day' | 'month' } | null {
  const match = spanPattern.exec(text.trim().toLowerCase());
  if (!match) return null;
  const count = Number(match[1]);
  const unit = match[2] as string;
  const span = { count, unit: bareUnit };
  if (/^(d|day|days|tag|tage|tagen|t|j|jour|jours)$/.test(unit)) span.unit = 'day';
  else if (/^(w|week|weeks|woche|wochen|semaine|semaines|sem)$/.test(unit)) return count > 520 ? null : { count: count * 7, unit: 'day' };
  else if (/^(m|month|months|monat|monate|monaten|mon|mois)$/.test(unit)) span.unit = 'month';
  else if (/^(y|year|years|jahr|jahre|jahren|an|ans|année|années|a)$/.test(unit)) return count > 10 ? null : { count: count * 12, unit: 'month' };
  else if (unit !== '') return null;
  return count > (span.unit === 'month' ? 120 : 3_650) ? null : span;
}

function longestMonths(months: number): number {
  let longest = 0;
  for (let start = 0; start < 48; start++) {
    const from = addMonths(isoDate('2024-01-01'), start);
    longest = Math.max(longest, toDayNumber(addMonths(from, months)) - toDayNumber(from));
  }
  return longest;
}
