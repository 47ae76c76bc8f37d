import { useCallback, useMemo, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { usePages } from '../../core/usePages.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import type { Column } from '../../parts/tableParts.tsx';
import { AssignForm } from './AssignForm.tsx';

type RawNameRow = Output<'inventory.listRawNames'>['rawNames'][number];

const keyOf = (row: RawNameRow) => `${row.rawName}\n${row.publisher}\n${row.version}`;
const pick = (output: Output<'inventory.listRawNames'>) => ({ total: output.total, rows: output.rawNames });

/** The names that no product is known for, the most frequent first, so that an hour's work reaches the most machines. */
export function UnmatchedPanel() {
  const { translate, number } = useTranslator();
  const go = useRoute((state) => state.go);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<RawNameRow | null>(null);
  const names = usePages('inventory.listRawNames', { kind: 'unmatched', ...(search.trim() === '' ? {} : { search: search.trim() }) }, pick);
  const columns = useMemo(
    (): readonly Column<RawNameRow>[] => [
      {
        id: 'rawName',
        heading: translate('inventoryPage.rawName'),
        width: 'minmax(160px, 1fr)',
        render: (row) => (
          <span className="raw-name">
            <span className="mono">{row.rawName}</span>
            <span className="small soft">{[row.publisher, row.version].filter((part) => part !== '').join(' · ') || '–'}</span>
          </span>
        ),
        text: (row) => [row.rawName, row.publisher, row.version].filter((part) => part !== '').join(' · '),
      },
      {
        id: 'installations',
        heading: translate('inventoryPage.column.installations'),
        width: '112px',
        align: 'right',
        render: (row) => number(row.installations),
      },
    ],
    [translate, number],
  );
  const onOpen = useCallback((row: RawNameRow) => setOpen(row), []);
  return (
    <SidePanel title={translate('inventoryPage.unmatchedTitle')} onClose={() => go('inventory')}>
      <p className="soft">{translate('inventoryPage.unmatchedLead')}</p>
      {open === null ? (
        <label className="field panel-search">
          <span className="visually-hidden">{translate('inventoryPage.searchNames')}</span>
          <input
            type="search"
            placeholder={translate('inventoryPage.searchNames')}
            value={search}
            maxLength={200}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      ) : (
        <AssignForm key={keyOf(open)} name={open.rawName} names={[open]} itemId={open.itemId} hasFocus onDone={() => setOpen(null)} />
      )}
      <div className="panel-table">
        <DataTable
          label={translate('inventoryPage.unmatchedTitle')}
          columns={columns}
          rowCount={names.total}
          rowAt={names.rowAt}
          keyOf={keyOf}
          onRange={names.onRange}
          onOpenRow={onOpen}
          openKey={open === null ? undefined : keyOf(open)}
          rowHeight={44}
          empty={translate(search === '' ? 'inventoryPage.allMatched' : 'inventoryPage.nothingFound')}
        />
      </div>
    </SidePanel>
  );
}
