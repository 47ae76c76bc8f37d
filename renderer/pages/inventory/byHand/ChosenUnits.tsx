import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { UnitId } from '../../../../core/domain/ids.ts';
import { useNotices } from '../../../core/notices.ts';
import { useReadOnly } from '../../../core/readOnly.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChosenBar } from '../../../parts/ChosenBar.tsx';
import { isChosen, nothingChosen } from '../../../parts/chosenRows.ts';
import { unitRoles, useUnitList } from './unitList.ts';
import '../../../parts/floating.css';

/** One role for all units that are chosen. */
export function ChosenUnits({ rows }: { readonly rows: readonly { readonly id: UnitId }[] }) {
  const { translate } = useTranslator();
  const { chosen, choose } = useUnitList();
  const tell = useNotices((state) => state.tell);
  const { run, isRunning } = useCommand('inventory.changeUnitRole');
  const isReadOnly = useReadOnly();
  const setRole = async (role: (typeof unitRoles)[number]) => {
    const unitIds = rows.flatMap(({ id }) => (isChosen(chosen, id) ? [id] : []));
    const done = await run({ unitIds, role });
    if (!done) return;
    tell('inventoryPage.roleSet', { changed: done.changed, of: unitIds.length, role: translate(`cli.role.${role}`) }, done.changed > 0);
    choose(nothingChosen);
  };
  const word = (
    <>
      {translate('inventoryPage.setRole')}
      <ChevronDown size={16} aria-hidden />
    </>
  );
  return (
    <ChosenBar chosen={chosen} choose={choose} total={rows.length}>
      {isReadOnly ? (
        <ChangeButton type="button" className="button">
          {word}
        </ChangeButton>
      ) : (
        <MenuTrigger>
          <Button className="button" isDisabled={isRunning}>
            {word}
          </Button>
          <Popover className="floating" placement="top end" offset={4}>
            <Menu
              className="floating-list"
              aria-label={translate('inventoryPage.setRole')}
              onAction={(key) => {
                const role = unitRoles.find((one) => one === key);
                if (role) void setRole(role);
              }}
            >
              {unitRoles.map((role) => (
                <MenuItem key={role} id={role} className="floating-item">
                  {translate(`cli.role.${role}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </ChosenBar>
  );
}
