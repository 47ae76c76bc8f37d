import { useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { nothingChosen } from '../../parts/chosenRows.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { DecisionForm, type Draft } from './DecisionForm.tsx';
import { type filterInput, type MappingRow, useMappingView } from './mappingView.ts';

type BulkPanelProps = { readonly count: number; readonly matching: ReturnType<typeof filterInput>; readonly onClose: () => void };

/** One decision for all rows that are chosen, also for those that are not in sight. */
export function BulkPanel({ count, matching, onClose }: BulkPanelProps) {
  const { translate } = useTranslator();
  const tell = useNotices((state) => state.tell);
  const { chosen, choose } = useMappingView();
  const decide = useCommand('mapping.decide');
  const [draft, setDraft] = useState<Draft>({ strategy: 'undecided', replacementId: null, note: '' });
  const save = async () => {
    const ids = [...chosen.keys] as MappingRow['itemId'][];
    const done = await decide.run({
      ...(chosen.isAll ? { matching, exceptItemIds: ids } : { itemIds: ids }),
      strategy: draft.strategy,
      replacementId: draft.strategy === 'replace' ? (draft.replacementId as MappingRow['replacementId']) : null,
      note: draft.note,
    });
    if (!done) return;
    tell('mappingPage.bulkDone', { changed: done.changed, chosen: count }, true);
    choose(nothingChosen);
    onClose();
  };
  return (
    <SidePanel title={translate('mappingPage.bulkTitle', { chosen: count })} onClose={onClose}>
      <p className="soft">{translate('mappingPage.bulkLead')}</p>
      <DecisionForm
        draft={draft}
        onChange={setDraft}
        alternatives={[]}
        isChanged
        isRunning={decide.isRunning}
        saveLabel={translate('mappingPage.bulkSave', { chosen: count })}
        onSave={() => void save()}
      />
    </SidePanel>
  );
}
