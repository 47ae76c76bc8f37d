import { Columns3 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { columnIds, useInventoryView } from './inventoryView.ts';

/** Which columns the table has; the name is always there. */
export function ColumnChooser() {
  const { translate } = useTranslator();
  const { columns, showColumns } = useInventoryView();
  return (
    <MenuTrigger>
      <Button className="button">
        <Columns3 size={16} aria-hidden />
        {translate('inventoryPage.columns')}
      </Button>
      <Popover className="floating" placement="bottom end" offset={4}>
        <Menu
          className="floating-list"
          aria-label={translate('inventoryPage.columns')}
          selectionMode="multiple"
          selectedKeys={columns}
          disabledKeys={['name']}
          onSelectionChange={(keys) => showColumns(columnIds.filter((id) => id === 'name' || keys === 'all' || keys.has(id)))}
        >
          {columnIds.map((id) => (
            <MenuItem key={id} id={id} className="floating-item" textValue={translate(`inventoryPage.column.${id}`)}>
              <span className="floating-check" aria-hidden />
              {translate(`inventoryPage.column.${id}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
