import { ChevronDown, Eye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useReadOnly } from '../../core/readOnly.ts';
import { useTranslator } from '../../core/settings.ts';
import type { TableName } from './tableViews.ts';
import { type TableState, useViews } from './useViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import '../floating.css';
import './views.css';

const action = (name: string) => `action ${name}`;

/** The view that a table shows, the others to choose from, and what can be done with them. */
export function ViewMenu<Table extends TableName>(state: TableState<Table>) {
  const { translate } = useTranslator();
  const { saved, chosenId, name, own, isChanged, apply, saveAs, renameTo, removeView } = useViews(state);
  const [asks, setAsks] = useState<'save' | 'rename' | null>(null);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  const close = () => setAsks(null);
  // Only when the dialog is gone: while it stands, it keeps the focus, and would take it along.
  useEffect(() => {
    if (asks === null && hasAsked.current) button.current?.focus();
    hasAsked.current = asks !== null;
  }, [asks]);
  const run = (key: string) => {
    if (key === action('save') || key === action('rename')) setAsks(key === action('save') ? 'save' : 'rename');
    else if (key === action('update')) void saveAs(name);
    else if (key === action('remove')) {
      if (own) void removeView(own);
    } else {
      apply(key);
      setSaid(translate('parts.view.shown', { name: [...state.builtIn, ...saved].find(({ id }) => id === key)?.name ?? '' }));
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button ref={button} className="button view-button">
          <Eye size={16} aria-hidden />
          <span className="view-button-name" title={name}>
            {translate('parts.view.button', { name })}
          </span>
          {isChanged && <span className="small soft">{translate('parts.view.changed')}</span>}
          <ChevronDown size={16} aria-hidden />
        </Button>
        <Popover className="floating" placement="bottom end" offset={4}>
          <Menu className="floating-list" aria-label={translate('parts.view.menu')} onAction={(key) => run(String(key))}>
            <MenuSection selectionMode="single" selectedKeys={[chosenId]} aria-label={translate('parts.view.builtIn')}>
              {state.builtIn.map((view) => (
                <ViewItem key={view.id} id={view.id} name={view.name} />
              ))}
            </MenuSection>
            {saved.length > 0 && (
              <MenuSection selectionMode="single" selectedKeys={[chosenId]}>
                <Header className="view-section small soft">{translate('parts.view.saved')}</Header>
                {saved.map((view) => (
                  <ViewItem
                    key={view.id}
                    id={view.id}
                    name={view.name}
                    note={view.definition === null ? translate('parts.view.newer') : undefined}
                    isDisabled={view.definition === null}
                  />
                ))}
              </MenuSection>
            )}
            <Separator className="view-separator" />
            <MenuSection aria-label={translate('parts.view.actions')}>
              <ActionItem id={action('save')} name={translate('parts.view.saveAs')} />
              {own && isChanged && <ActionItem id={action('update')} name={translate('parts.view.update', { name })} />}
              {own && <ActionItem id={action('rename')} name={translate('parts.view.rename')} />}
              {own && <ActionItem id={action('remove')} name={translate('parts.view.remove', { name })} />}
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {asks === 'save' && (
        <ViewNameDialog
          title={translate('parts.view.saveTitle')}
          submit={translate('parts.view.save')}
          firstName=""
          taken={saved.map((view) => view.name)}
          takenNote={translate('parts.view.replaces')}
          onSubmit={saveAs}
          onClose={close}
        />
      )}
      {asks === 'rename' && own && (
        <ViewNameDialog
          title={translate('parts.view.renameTitle')}
          submit={translate('parts.view.renameButton')}
          firstName={own.name}
          taken={saved.flatMap((view) => (view.id === own.id ? [] : [view.name]))}
          takenNote={translate('parts.view.taken')}
          onSubmit={(next) => renameTo(own, next)}
          onClose={close}
        />
      )}
    </>
  );
}

type ItemProps = { readonly id: string; readonly name: string; readonly note?: string | undefined; readonly isDisabled?: boolean };

function ViewItem({ id, name, note, isDisabled = false }: ItemProps) {
  return (
    <MenuItem id={id} className="floating-item" textValue={name} isDisabled={isDisabled}>
      <span className="floating-check" aria-hidden />
      <span className="view-item-name">{name}</span>
      {note !== undefined && <span className="small soft">{note}</span>}
    </MenuItem>
  );
}

function ActionItem({ id, name }: { readonly id: string; readonly name: string }) {
  const { translate } = useTranslator();
  const isReadOnly = useReadOnly();
  return (
    <MenuItem id={id} className="floating-item" textValue={name} isDisabled={isReadOnly}>
      <span className="view-item-name">{name}</span>
      {isReadOnly && <span className="small soft">{translate('window.readOnly')}</span>}
    </MenuItem>
  );
}
