const yes = new Set([
  'true',
  'yes',
  'y',
  'ja',
  'j',
  'oui',
  'o',
  'si',
  'sí',
  'sim',
  'tak',
  'ano',
  'wahr',
  'vrai',
  '1',
  'x',
  'on',
  'active',
  'aktiv',
  'actif',
  'enabled',
  'aktiviert',
  'activé',
  'allowed',
]);
const no = new Set([
  'false',
  'no',
  'n',
  'nein',
  'non',
  'nee',
  'nej',
  'nie',
  'não',
  'ne',
  'falsch',
  'faux',
  '0',
  'off',
  'inactive',
  'inaktiv',
  'inactif',
  'disabled',
  'deaktiviert',
  'désactivé',
  'suspended',
  'gesperrt',
  'bloqué',
  'blocked',
]);

/** Yes and no in the languages of the tools; null for an empty cell, `unreadable` for anything else (`sometimes`). */
export function readBoolean(cell: string): boolean | null | 'unreadable' {
  const text = cell.trim().toLowerCase();
  if (text === '') return null;
  if (yes.has(text)) return true;
  return no.has(text) ? false : 'unreadable';
}
