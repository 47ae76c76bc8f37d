import { ListFilter } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { usePages } from '../../core/usePages.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import type { Column } from '../../parts/tableParts.tsx';
import { NameRulesDialog } from './nameRules/NameRulesDialog.tsx';
import { draftOf, type RuleDraft } from './nameRules/ruleDraft.ts';
import { useMatchText } from './nameRules/useMatchText.ts';
import { NameDecision } from './NameDecision.tsx';

type RawNameRow = Output<'inventory.listRawNames'>['rawNames'][number];

const keyOf = (row: RawNameRow) => `${row.rawName}\n${row.publisher}\n${row.version}`;
const pick = (output: Output<'inventory.listRawNames'>) => ({ total: output.total, rows: output.rawNames });
/** Those that wait for a decision, and on request those that need none, with the reason. */
const kinds = ['unmatched', 'noise', 'ownItem'] as const;
type Kind = (typeof kinds)[number];

/** The names that no product is known for, the most frequent first, so that an hour's work reaches the most machines. */
export function RawNamesPanel() {
  const { translate, number } = useTranslator();
  const matchText = useMatchText();
  const reasonText = useCallback(
    (match: RawNameRow['match']) => (match.kind === 'noise' && match.rule !== 'userRule' ? translate(`inventoryPage.noise.${match.rule}`) : matchText(match)),
    [translate, matchText],
  );
  const go = useRoute((state) => state.go);
  const [kind, setKind] = useState<Kind>('unmatched');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<RawNameRow | null>(null);
  const [rule, setRule] = useState<RuleDraft | null>(null);
  const names = usePages('inventory.listRawNames', { kind, ...(search.trim() === '' ? {} : { search: search.trim() }) }, pick);
  const columns = useMemo((): readonly Column<RawNameRow>[] => {
    // The reason stands first: it is what one looks for here, and the line may be cut.
    const about = (row: RawNameRow) => [row.match.kind === 'unmatched' ? '' : reasonText(row.match), row.publisher, row.version].filter((part) => part !== '');
    return [
      {
        id: 'rawName',
        heading: translate('inventoryPage.rawName'),
        width: 'minmax(160px, 1fr)',
        render: (row) => (
          <span className="raw-name">
            <span className="mono">{row.rawName}</span>
            <span className="small soft">{about(row).join(' · ') || '–'}</span>
          </span>
        ),
        text: (row) => [row.rawName, ...about(row)].join(' · '),
      },
      {
        id: 'installations',
        heading: translate('inventoryPage.column.installations'),
        width: '112px',
        align: 'right',
        render: (row) => number(row.installations),
      },
    ];
  }, [translate, number, reasonText]);
  const onOpen = useCallback((row: RawNameRow) => setOpen(row), []);
  return (
    <SidePanel title={translate('inventoryPage.namesTitle')} onClose={() => go('inventory')}>
      <div className="raw-name-tools">
        <label className="field">
          <span className="visually-hidden">{translate('inventoryPage.namesShown')}</span>
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as Kind);
              setOpen(null);
            }}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {translate(`inventoryPage.names.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => setRule(draftOf())}>
          <ListFilter size={16} aria-hidden />
          {translate('inventoryPage.rules.open')}
        </button>
      </div>
      <p className="soft">{translate(`inventoryPage.namesLead.${kind}`)}</p>
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
        <NameDecision key={keyOf(open)} name={open} onRule={setRule} onDone={() => setOpen(null)} />
      )}
      <div className="panel-table">
        <DataTable
          label={translate('inventoryPage.namesTitle')}
          columns={columns}
          rowCount={names.total}
          rowAt={names.rowAt}
          keyOf={keyOf}
          onRange={names.onRange}
          onOpenRow={onOpen}
          openKey={open === null ? undefined : keyOf(open)}
          rowHeight={44}
          empty={translate(search === '' ? `inventoryPage.noNames.${kind}` : 'inventoryPage.nothingFound')}
        />
      </div>
      {rule !== null && <NameRulesDialog first={rule} onClose={() => setRule(null)} />}
    </SidePanel>
  );
}
