import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { usePalette } from './paletteStore.ts';

/** Names of keys are words of a language; arrows and letters are not. */
const named = ['ctrl', 'shift', 'enter', 'space', 'escape', 'tab', 'home', 'end', 'pageUp', 'pageDown'];

type Line = { readonly what: string; readonly keys: readonly (readonly string[])[] };
const groups: readonly { readonly name: 'everywhere' | 'tables' | 'panels'; readonly lines: readonly Line[] }[] = [
  {
    name: 'everywhere',
    lines: [
      { what: 'find', keys: [['ctrl', 'K']] },
      { what: 'undo', keys: [['ctrl', 'Z']] },
      {
        what: 'redo',
        keys: [
          ['ctrl', 'shift', 'Z'],
          ['ctrl', 'Y'],
        ],
      },
      { what: 'print', keys: [['ctrl', 'P']] },
      { what: 'help', keys: [['?'], ['F1']] },
    ],
  },
  {
    name: 'tables',
    lines: [
      { what: 'rows', keys: [['↑'], ['↓']] },
      { what: 'ends', keys: [['home'], ['end']] },
      { what: 'screens', keys: [['pageUp'], ['pageDown']] },
      { what: 'enter', keys: [['enter']] },
      { what: 'space', keys: [['space']] },
      { what: 'all', keys: [['ctrl', 'A']] },
      { what: 'controls', keys: [['→'], ['←']] },
    ],
  },
  {
    name: 'panels',
    lines: [
      { what: 'next', keys: [['tab']] },
      { what: 'escape', keys: [['escape']] },
    ],
  },
];

export function ShortcutSheet() {
  const { translate } = useTranslator();
  const { open, close, hasSingleKeys, setSingleKeys } = usePalette();
  const keyName = (key: string) => (named.includes(key) ? translate(`palette.key.${key}`) : key);
  return (
    <ModalOverlay
      className="palette-overlay"
      isDismissable
      isOpen={open === 'shortcuts'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Modal className="shortcut-sheet">
        <Dialog className="shortcut-dialog">
          <header>
            <Heading slot="title">{translate('palette.shortcuts')}</Heading>
            <Button className="icon-button" aria-label={translate('window.close')} onPress={close}>
              <X size={20} aria-hidden />
            </Button>
          </header>
          <div className="shortcut-groups">
            {groups.map(({ name, lines }) => (
              <section key={name} aria-labelledby={`shortcuts-${name}`}>
                <h3 id={`shortcuts-${name}`}>{translate(`palette.sheet.${name}`)}</h3>
                <dl>
                  {lines.map(({ what, keys }) => (
                    <div key={what}>
                      <dt>{translate(`palette.sheet.${what}`)}</dt>
                      <dd>
                        {keys.map((chord) => (
                          <span key={chord.join(' ')} className="chord">
                            {chord.map((key) => (
                              <kbd key={key}>{keyName(key)}</kbd>
                            ))}
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <label className="shortcut-single">
            <input type="checkbox" checked={hasSingleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
            {translate('palette.sheet.single')}
          </label>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
