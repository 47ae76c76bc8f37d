import { Columns3 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslator } from '../core/settings.ts';
import type { ShownColumns } from './views/shownColumns.ts';
import './floating.css';

/** Which columns a table has; the first, which names the row, is always there. */
export function ColumnChooser({ columns }: { readonly columns: ShownColumns<{ readonly id: string; readonly heading: string }> }) {
  const { translate } = useTranslator();
  const { all, shown, show } = columns;
  const first = all[0]?.id ?? '';
  return (
    <MenuTrigger>
      <Button className="button column-button" aria-label={translate('parts.columns')}>
        <span className="column-icon" title={translate('parts.columns')}>
          <Columns3 size={16} aria-hidden />
        </span>
      </Button>
      <Popover className="floating" placement="bottom end" offset={4}>
        <Menu
          className="floating-list"
          aria-label={translate('parts.columns')}
          selectionMode="multiple"
          selectedKeys={shown.map(({ id }) => id)}
          disabledKeys={[first]}
          onSelectionChange={(keys) => show(all.flatMap(({ id }) => (id === first || keys === 'all' || keys.has(id) ? [id] : [])))}
        >
          {all.map(({ id, heading }) => (
            <MenuItem key={id} id={id} className="floating-item" textValue={heading}>
              <span className="floating-check" aria-hidden />
              {heading}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
