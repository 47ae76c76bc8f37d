import { ListFilter } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useAsk } from '../../core/useAsk.ts';
import { usePages } from '../../core/usePages.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import type { Column } from '../../parts/tableParts.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useRowSelection } from '../../parts/useRowSelection.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { ChosenNames } from './ChosenNames.tsx';
import { NameRulesDialog } from './nameRules/NameRulesDialog.tsx';
import { draftOf, type RuleDraft } from './nameRules/ruleDraft.ts';
import { useMatchText } from './nameRules/useMatchText.ts';
import { NameDecision } from './NameDecision.tsx';
import { keyOfRawName, noRawNameFilter, type RawNameRow, rawNameInput, useRawNameList, usualRawNameSort } from './rawNameList.ts';

const pick = (output: Output<'inventory.listRawNames'>) => ({ total: output.total, rows: output.rawNames });
const usualColumns = ['rawName', 'installations'];
/** What the core answers to one question. */
const mostRows = 1000;

/** The names that no product is known for, the most frequent first, so that an hour's work reaches the most machines. */
export function RawNamesPanel() {
  const { translate, number, locale } = useTranslator();
  const matchText = useMatchText();
  const reasonText = useCallback(
    (match: RawNameRow['match']) => (match.kind === 'noise' && match.rule !== 'userRule' ? translate(`inventoryPage.noise.${match.rule}`) : matchText(match)),
    [translate, matchText],
  );
  const go = useRoute((state) => state.go);
  const { filter, sort, chosen, setFilter, sortBy, choose, show } = useRawNameList();
  const { kind, search } = filter;
  const [open, setOpen] = useState<RawNameRow | null>(null);
  const [rule, setRule] = useState<RuleDraft | null>(null);
  const input = useMemo(() => rawNameInput(filter, sort), [filter, sort]);
  const names = usePages('inventory.listRawNames', input, pick);
  const ask = useAsk('inventory.listRawNames');
  const askKeys = async (offset: number, limit: number) => {
    const keys: string[] = [];
    for (;;) {
      const wanted = Math.min(mostRows, limit - keys.length);
      const page = wanted <= 0 ? null : await ask({ ...input, offset: offset + keys.length, limit: wanted });
      if (page === undefined) return undefined;
      keys.push(...(page?.rawNames ?? []).map(keyOfRawName));
      if (page === null || page.rawNames.length < wanted) return keys;
    }
  };
  const selection = useRowSelection({ chosen, choose, total: names.total, list: JSON.stringify(input), askKeys });
  const all = useMemo((): readonly Column<RawNameRow>[] => {
    // The reason stands first: it is what one looks for here, and the line may be cut.
    const about = (row: RawNameRow) => [row.match.kind === 'unmatched' ? '' : reasonText(row.match), row.publisher, row.version].filter((part) => part !== '');
    return [
      {
        id: 'rawName',
        heading: translate('inventoryPage.rawName'),
        width: 'minmax(160px, 1fr)',
        sort: 'rawName',
        render: (row) => (
          <span className="raw-name">
            <span className="mono">{row.rawName}</span>
            <span className="small soft">{about(row).join(' · ') || '–'}</span>
          </span>
        ),
        text: (row) => [row.rawName, ...about(row)].join(' · '),
        copied: (row) => row.rawName,
      },
      {
        id: 'installations',
        heading: translate('inventoryPage.column.installations'),
        width: '112px',
        align: 'right',
        sort: 'installations',
        render: (row) => number(row.installations),
        copied: (row) => plainFigure(row.installations, locale),
      },
      {
        id: 'publisher',
        heading: translate('inventoryPage.column.publisher'),
        width: '144px',
        sort: 'publisher',
        render: (row) => row.publisher,
        text: (row) => row.publisher,
      },
      {
        id: 'version',
        heading: translate('inventoryPage.column.version'),
        width: '104px',
        sort: 'version',
        render: (row) => row.version,
        text: (row) => row.version,
      },
      {
        id: 'reason',
        heading: translate('inventoryPage.column.reason'),
        width: '160px',
        render: (row) => (row.match.kind === 'unmatched' ? '' : reasonText(row.match)),
        text: (row) => (row.match.kind === 'unmatched' ? '' : reasonText(row.match)),
      },
    ];
  }, [translate, number, locale, reasonText]);
  const columns = useShownColumns('rawNames', all, usualColumns);
  const copy = useCopyTable('inventory.listRawNames', input, pick, columns.shown);
  const onOpen = useCallback((row: RawNameRow) => setOpen(row), []);
  return (
    <SidePanel title={translate('inventoryPage.namesTitle')} onClose={() => go('inventory')}>
      <TableTools
        table="rawNames"
        columns={columns}
        filter={filter}
        sort={sort}
        usualSort={usualRawNameSort}
        builtIn={[
          { id: 'unmatched', name: translate('inventoryPage.names.unmatched'), filter: noRawNameFilter, sort: null },
          { id: 'noise', name: translate('inventoryPage.names.noise'), filter: { search: '', kind: 'noise' }, sort: null },
          { id: 'ownItem', name: translate('inventoryPage.names.ownItem'), filter: { search: '', kind: 'ownItem' }, sort: null },
        ]}
        onApply={(saved, order) => {
          show(saved, order);
          setOpen(null);
        }}
        onCopy={copy}
      />
      <p className="soft">{translate(`inventoryPage.namesLead.${kind}`)}</p>
      {open === null ? (
        <div className="raw-name-tools">
          <label className="field panel-search">
            <span className="visually-hidden">{translate('inventoryPage.searchNames')}</span>
            <input
              type="search"
              placeholder={translate('inventoryPage.searchNames')}
              value={search}
              maxLength={200}
              onChange={(event) => setFilter({ search: event.target.value })}
            />
          </label>
          <button type="button" className="button" onClick={() => setRule(draftOf())}>
            <ListFilter size={16} aria-hidden />
            {translate('inventoryPage.rules.open')}
          </button>
        </div>
      ) : (
        <NameDecision key={keyOfRawName(open)} name={open} onRule={setRule} onDone={() => setOpen(null)} />
      )}
      <div className="panel-table">
        <DataTable
          label={translate('inventoryPage.namesTitle')}
          columns={columns.shown}
          rowCount={names.total}
          rowAt={names.rowAt}
          keyOf={keyOfRawName}
          onRange={names.onRange}
          sort={sort}
          onSort={sortBy}
          selection={selection}
          onOpenRow={onOpen}
          openKey={open === null ? undefined : keyOfRawName(open)}
          rowHeight={44}
          empty={translate(search === '' ? `inventoryPage.noNames.${kind}` : 'inventoryPage.nothingFound')}
        />
      </div>
      <ChosenNames total={names.total} askKeys={askKeys} />
      {rule !== null && <NameRulesDialog first={rule} onClose={() => setRule(null)} />}
    </SidePanel>
  );
}
