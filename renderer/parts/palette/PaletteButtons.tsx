import { CircleQuestionMark, Search } from 'lucide-react';
import { useTranslator } from '../../core/settings.ts';
import { Palette } from './Palette.tsx';
import { usePalette } from './paletteStore.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useShortcuts } from './useShortcuts.ts';
import './palette.css';

/** Search and help in the top bar, with the keys that call them from everywhere. */
export function PaletteButtons({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const show = usePalette((state) => state.show);
  useShortcuts(hasPlan);
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
      <Palette hasPlan={hasPlan} />
      <ShortcutSheet />
    </>
  );
}
