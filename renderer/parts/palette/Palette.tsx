import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Keyboard,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { foundSections, matching, type PaletteSection } from './paletteEntries.ts';
import { usePalette } from './paletteStore.ts';
import { Spoken } from '../Spoken.tsx';
import { usePaletteCommands } from './usePaletteCommands.ts';

const foundEach = 5;
/** Before anything is typed: the pages, and what is most often wanted. */
const firstCommands = 6;
const commandsFound = 8;

/** Everything by its name: pages, commands, and what the plan and the register hold. */
export function Palette({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const { open, close } = usePalette();
  return (
    <ModalOverlay
      className="palette-overlay"
      isDismissable
      isOpen={open === 'find'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label={translate('palette.title')}>
          <PaletteBody hasPlan={hasPlan} onDone={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ hasPlan, onDone }: { readonly hasPlan: boolean; readonly onDone: () => void }) {
  const translator = useTranslator();
  const { translate } = translator;
  const [text, setText] = useState(() => usePalette.getState().typed);
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const asked = useDeferredValue(text.trim());
  const { pages, commands } = usePaletteCommands(hasPlan);
  const { data: found, isFetching } = useQuery('plan.find', { text: asked, limit: foundEach });
  const sections: readonly PaletteSection[] = [
    { group: 'pages' as const, entries: asked === '' ? pages : matching(pages, asked) },
    { group: 'commands' as const, entries: asked === '' ? commands.slice(0, firstCommands) : matching(commands, asked).slice(0, commandsFound) },
    ...(found && asked !== '' ? foundSections(found, translator) : []),
  ].filter(({ entries }) => entries.length > 0);

  const run = (key: string) => {
    const chosen = sections.flatMap(({ entries }) => entries).find(({ id }) => id === key);
    if (!chosen) return;
    onDone();
    chosen.run();
    // Where somebody has gone there the focus belongs, not back to where the search was called.
    if (!key.startsWith('command shortcuts'))
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true })));
  };

  const first = sections.flatMap(({ entries }) => entries).find(({ isDisabled }) => !isDisabled);
  const isAnswered = asked === text.trim() && !isFetching;
  // The list takes Enter only once it has marked an entry, which on a slow machine comes after the key.
  const keepEarlyEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    if (isAnswered && event.currentTarget.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    setEnterWaiting(true);
  };
  useEffect(() => {
    if (!isEnterWaiting || !isAnswered) return;
    setEnterWaiting(false);
    if (first) run(first.id);
  });
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        setEnterWaiting(false);
      }}
    >
      <SearchField className="palette-search" aria-label={translate('palette.title')} autoFocus>
        <Search size={20} aria-hidden />
        <Input placeholder={translate('palette.placeholder')} role="combobox" aria-expanded aria-haspopup="listbox" onKeyDownCapture={keepEarlyEnter} />
      </SearchField>
      <ListBox
        className="palette-list"
        aria-label={translate('palette.title')}
        selectionMode="none"
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <p className="palette-none soft">{translate('palette.none')}</p>}
      >
        {sections.map(({ group, entries }) => (
          <ListBoxSection key={group} id={group} className="palette-section">
            <Header className="small soft">{translate(`palette.group.${group}`)}</Header>
            {entries.map(({ id, text: name, note, isDisabled = false }) => (
              <ListBoxItem key={id} id={id} textValue={name} isDisabled={isDisabled} className="palette-item">
                <Text slot="label" className="palette-label">
                  <span>{name}</span>
                  <span className="small soft">{note}</span>
                </Text>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <Spoken text={sections.length === 0 ? translate('palette.none') : ''} />
      <div className="palette-hint small soft">
        <span>
          <Keyboard>↑</Keyboard> <Keyboard>↓</Keyboard> {translate('palette.hint.move')}
        </span>
        <span>
          <Keyboard>{translate('palette.key.enter')}</Keyboard> {translate('palette.hint.run')}
        </span>
        <span>
          <Keyboard>{translate('palette.key.escape')}</Keyboard> {translate('palette.hint.close')}
        </span>
      </div>
    </Autocomplete>
  );
}
