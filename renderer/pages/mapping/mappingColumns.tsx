import { PenLine } from 'lucide-react';
import type { Translator } from '../../../core/i18n/translate.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AccountArrow } from './AccountArrow.tsx';
import { confidenceOf, shownReasons } from './reasons.ts';
import type { MappingRow } from './mappingView.ts';
import { StrategyMark } from './StrategyMark.tsx';
import { useReasonText } from '../../parts/useReasonText.ts';

/** What you have, the accounts on their way, what replaces it and why; the cost where there is room. */
export function mappingColumns(translator: Translator, mostAccounts: number, hasRoom: boolean): readonly Column<MappingRow>[] {
  const { translate, number, money, locale } = translator;
  const columns: Column<MappingRow>[] = [
    {
      id: 'item',
      heading: translate('mappingPage.column.item'),
      width: hasRoom ? 'minmax(220px, 3fr)' : 'minmax(180px, 2fr)',
      sort: 'name',
      text: (row) => row.itemName,
      render: (row) => (
        <div className="mapping-side">
          <span className="mapping-name">{row.itemName}</span>
          <span className="mapping-line soft small">
            {row.track === null ? <span>{translate('mappingPage.noTrack')}</span> : <TrackDot track={row.track} />}
            {row.vendor !== '' && <span className="mapping-vendor">{row.vendor}</span>}
          </span>
          <span className="mapping-line soft small">
            <span className="mapping-reason">{amounts(row, translator)}</span>
          </span>
        </div>
      ),
    },
    {
      id: 'accounts',
      heading: translate('mappingPage.column.accounts'),
      width: '128px',
      align: 'right',
      sort: 'accounts',
      copied: (row) => plainFigure(row.accounts, locale),
      render: (row) => (
        <div className="mapping-arrow">
          {row.accounts > 0 ? (
            <span className="mapping-accounts">{number(row.accounts)}</span>
          ) : (
            <span className="soft small">{translate('mappingPage.accountsUnknown')}</span>
          )}
          <AccountArrow strategy={row.strategy} share={mostAccounts === 0 ? 0 : row.accounts / mostAccounts} />
        </div>
      ),
    },
    {
      id: 'replacement',
      heading: translate('mappingPage.column.replacement'),
      width: hasRoom ? 'minmax(280px, 5fr)' : 'minmax(220px, 3fr)',
      copied: (row) => row.replacementName ?? translate(`mappingPage.strategy.${row.strategy}`),
      render: (row) => <ReplacementSide row={row} translator={translator} />,
    },
  ];
  return [
    ...columns,
    {
      id: 'cost',
      heading: translate('mappingPage.column.cost'),
      width: '120px',
      align: 'right',
      sort: 'annualCostCents',
      text: (row) => (row.annualCostCents === null ? translate('common.unknown') : money(row.annualCostCents)),
      copied: (row) => (row.annualCostCents === null ? '' : plainFigure(row.annualCostCents / 100, locale, 2)),
      render: (row) => (row.annualCostCents === null ? <span className="soft small">{translate('common.unknown')}</span> : money(row.annualCostCents, 'whole')),
    },
  ];
}

function amounts(row: MappingRow, { translate }: Translator): string {
  const parts = [
    row.installations > 0 ? translate('mappingPage.installations', { installations: row.installations }) : '',
    row.seats > 0 ? translate('mappingPage.seats', { seats: row.seats }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function ReplacementSide({ row, translator }: { readonly row: MappingRow; readonly translator: Translator }) {
  const { translate } = translator;
  const reasonText = useReasonText();
  const [first] = shownReasons(row.reasons);
  const confidence = first === undefined ? null : confidenceOf(first);
  const reason = row.note !== '' && row.isOverridden ? row.note : first === undefined ? '' : reasonText(first);
  return (
    <div className="mapping-side">
      <span className="mapping-line">
        {row.replacementName === null ? (
          <span className="mapping-outcome">
            <StrategyMark strategy={row.strategy} />
          </span>
        ) : (
          <>
            <span className="mapping-name">{row.replacementName}</span>
            <span className="small soft">
              <StrategyMark strategy={row.strategy} />
            </span>
          </>
        )}
        {row.isOverridden && (
          <span className="mapping-by-hand small">
            <PenLine size={12} aria-hidden /> {translate('mappingPage.byHand')}
          </span>
        )}
      </span>
      <span className={`mapping-line small soft${row.blockers.length === 0 ? ' has-room' : ''}`} title={reason}>
        {confidence !== null && <ConfidenceMark confidence={confidence} isShort />}
        <span className="mapping-reason">{reason}</span>
      </span>
      {row.blockers.length > 0 && (
        <span className="mapping-line small mapping-blockers" title={row.blockers.map((blocker) => translate(`common.blocker.${blocker}`)).join(', ')}>
          <BlockerShape />
          <span className="visually-hidden">{translate('mappingPage.blockers')}</span>
          <span className="mapping-reason">{row.blockers.map((blocker) => translate(`common.blocker.${blocker}`)).join(', ')}</span>
        </span>
      )}
    </div>
  );
}

export function BlockerShape() {
  return (
    <svg className="blocker-shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M6 1.4 11.2 11H.8z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
