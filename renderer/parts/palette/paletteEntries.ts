import type { Output } from '../../../core/contract/contract.ts';
import type { Translator } from '../../../core/i18n/translate.ts';
import { goTo } from '../../core/goTo.ts';

export type PaletteGroup = 'pages' | 'commands' | 'items' | 'units' | 'waves' | 'accounts' | 'products';

export type PaletteEntry = {
  readonly id: string;
  readonly text: string;
  /** What tells it from its namesakes, in a softer voice. */
  readonly note: string;
  readonly run: () => void;
  /** The note says why. */
  readonly isDisabled?: boolean;
};

export type PaletteSection = { readonly group: PaletteGroup; readonly entries: readonly PaletteEntry[] };

/** What the core found, each with the page that shows it. */
export function foundSections(found: Output<'plan.find'>, { translate }: Translator): PaletteSection[] {
  const count = (accounts: number) => (accounts === 0 ? '' : translate('palette.count', { accounts }));
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return [
    {
      group: 'items',
      entries: found.items.map(({ id, name, vendor, accounts }) => ({
        id: `item ${id}`,
        text: name,
        note: joined(vendor, count(accounts)),
        run: () => goTo({ kind: 'item', id }),
      })),
    },
    {
      group: 'units',
      entries: found.units.map(({ id, name, path, accounts }) => ({
        id: `unit ${id}`,
        text: name,
        note: joined(path === name ? '' : path, count(accounts)),
        run: () => goTo({ kind: 'unit', id }),
      })),
    },
    {
      group: 'waves',
      entries: found.waves.map(({ id, taskId, trackName, number, accounts }) => ({
        id: `wave ${id}`,
        text: translate('palette.wave', { track: trackName, number }),
        note: count(accounts),
        run: () => goTo({ kind: 'task', id: taskId }),
      })),
    },
    {
      group: 'accounts',
      entries: found.accounts.map(({ id, login, unitPath }) => ({
        id: `account ${id}`,
        text: login,
        note: unitPath,
        run: () => goTo({ kind: 'account', id, login }),
      })),
    },
    {
      group: 'products',
      entries: found.products.map(({ id, name, vendorName }) => ({
        id: `product ${id}`,
        text: name,
        note: vendorName,
        run: () => goTo({ kind: 'product', id }),
      })),
    },
  ];
}

/** Entries that begin with what was typed come first, then those of which words do; every word must be in the text. */
export function matching(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = fold(text).split(' ').filter(Boolean);
  const hits = entries.flatMap((entry) => {
    const folded = fold(entry.text);
    if (!words.every((word) => folded.includes(word))) return [];
    const begun = words.filter((word) => ` ${folded}`.includes(` ${word}`)).length;
    return [{ entry, score: begun + (folded.startsWith(words[0] ?? '') ? 1 : 0) }];
  });
  return hits.sort((one, other) => other.score - one.score).map(({ entry }) => entry);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
