import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TermsChange } from '../../../../core/domain/inventory/changeTerms.ts';
import { useNotices } from '../../../core/notices.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChosenBar } from '../../../parts/ChosenBar.tsx';
import { isChosen, nothingChosen, withRows } from '../../../parts/chosenRows.ts';
import { type ContractRow, useContractList } from './contractList.ts';
import { RemoveContractsDialog } from './RemoveContractsDialog.tsx';
import { TermsButton } from './TermsButton.tsx';

/** What can be done with the contracts that are chosen: other terms for all of them, or none of them any longer. */
export function ChosenContracts({ rows }: { readonly rows: readonly ContractRow[] }) {
  const { translate } = useTranslator();
  const { chosen, choose } = useContractList();
  const tell = useNotices((state) => state.tell);
  const change = useCommand('inventory.changeContracts');
  const remove = useCommand('inventory.removeContracts');
  const [isAsking, setAsking] = useState(false);
  const contracts = rows.filter(({ id }) => isChosen(chosen, id));
  const isRunning = change.isRunning || remove.isRunning;

  const run = async (messageKey: string, command: (ids: ContractRow['id'][]) => Promise<{ readonly changed: number } | undefined>) => {
    const done = await command(contracts.map(({ id }) => id));
    if (!done) return;
    tell(messageKey, { changed: done.changed, of: contracts.length }, done.changed > 0);
    choose(nothingChosen);
  };
  const save = (terms: TermsChange) => void run('inventoryPage.chosenContracts.changed', (contractIds) => change.run({ contractIds, change: terms }));
  const leaveOut = (ids: readonly string[]) => choose(withRows(chosen, ids, false, rows.length));
  return (
    <>
      <ChosenBar chosen={chosen} choose={choose} total={rows.length}>
        <TermsButton of="notice" contracts={contracts} isDisabled={isRunning} onSave={save} onLeaveOut={leaveOut} />
        <TermsButton of="renewal" contracts={contracts} isDisabled={isRunning} onSave={save} onLeaveOut={leaveOut} />
        <ChangeButton type="button" className="button" disabled={isRunning} onClick={() => setAsking(true)}>
          <Trash2 size={16} aria-hidden />
          {translate('inventoryPage.chosenContracts.remove')}
        </ChangeButton>
      </ChosenBar>
      {isAsking && (
        <RemoveContractsDialog
          names={contracts.map(({ name }) => name)}
          onRemove={() => {
            setAsking(false);
            void run('inventoryPage.chosenContracts.removed', (contractIds) => remove.run({ contractIds }));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
