import { CircleQuestionMark, Search } from 'lucide-react';
import { useTranslator } from '../../core/settings.ts';
import { usePart } from '../usePart.ts';
import { usePalette } from './paletteStore.ts';
import { useEarlyTyping } from './useEarlyTyping.ts';
import { useShortcuts } from './useShortcuts.ts';
import './palette.css';

const loadPalette = () => import('./Palette.tsx').then((module) => module.Palette);
const loadShortcutSheet = () => import('./ShortcutSheet.tsx').then((module) => module.ShortcutSheet);

/** Search and help in the top bar, with the keys that call them from everywhere. */
export function PaletteButtons({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const { open, show } = usePalette();
  const Palette = usePart(loadPalette, open === 'find');
  const ShortcutSheet = usePart(loadShortcutSheet, open === 'shortcuts');
  useShortcuts(hasPlan);
  useEarlyTyping(open === 'find' && Palette === null);
  const help = translate('palette.shortcuts');
  return (
    <>
      <button type="button" className="palette-button" aria-keyshortcuts="Control+K" onClick={() => show('find')}>
        <Search size={16} aria-hidden />
        <span>{translate('palette.open')}</span>
        <kbd aria-hidden>{`${translate('palette.key.ctrl')} K`}</kbd>
      </button>
      <button type="button" className="icon-button" aria-label={help} title={help} aria-keyshortcuts="? F1" onClick={() => show('shortcuts')}>
        <CircleQuestionMark size={20} aria-hidden />
      </button>
      {Palette && <Palette hasPlan={hasPlan} />}
      {ShortcutSheet && <ShortcutSheet />}
    </>
  );
}
