import type { Translator } from '../../../core/i18n/translate.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { today } from '../../core/today.ts';
import { plainFigure } from '../../parts/plainFigure.ts';
import type { Column } from '../../parts/tableParts.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import type { ColumnId } from './inventoryView.ts';
import type { ItemRow } from './itemChoices.ts';
import { SupportEnd } from './SupportEnd.tsx';

type Support = NonNullable<ItemRow['support']>;
export type ItemColumn = Column<ItemRow> & { readonly id: ColumnId };

export function itemColumns(translator: Translator): readonly ItemColumn[] {
  const { translate, number, money, date, locale } = translator;
  const heading = (id: ColumnId) => translate(`inventoryPage.column.${id}`);
  const count = (id: 'installations' | 'seats' | 'accounts', width: string): ItemColumn => ({
    id,
    heading: heading(id),
    width,
    align: 'right',
    sort: id,
    render: (row) => (row[id] === 0 ? <None /> : number(row[id])),
    copied: (row) => plainFigure(row[id], locale),
  });
  const unknown = translate('inventoryPage.support.unknown');
  const supportText = ({ endsOn }: Support) => (endsOn < today() ? translate('inventoryPage.support.over', { on: date(endsOn) }) : date(endsOn));
  const releaseText = ({ cycle, installations, of, unknown }: Support) =>
    [cycle ?? '', translate('inventoryPage.support.share', { installations, of, unknown })].filter((part) => part !== '').join(' · ');
  return [
    {
      id: 'name',
      heading: heading('name'),
      width: 'minmax(148px, 1.75fr)',
      sort: 'name',
      render: (row) => row.name,
      text: (row) => row.name,
    },
    {
      id: 'vendor',
      heading: heading('vendor'),
      width: 'minmax(84px, 1fr)',
      sort: 'vendor',
      render: (row) => row.vendor || <None />,
      text: (row) => row.vendor,
    },
    {
      id: 'track',
      heading: heading('track'),
      width: 'minmax(156px, 1.2fr)',
      sort: 'track',
      render: (row) => (row.track === null ? <None /> : <TrackDot track={row.track} />),
      text: (row) => (row.track === null ? '' : translate(`common.track.${row.track}`)),
    },
    count('installations', '102px'),
    count('seats', '70px'),
    count('accounts', '74px'),
    {
      id: 'annualCostCents',
      heading: heading('annualCostCents'),
      width: '106px',
      align: 'right',
      sort: 'annualCostCents',
      render: (row) => (row.annualCostCents === null ? <span className="soft">{translate('common.unknown')}</span> : money(row.annualCostCents, 'whole')),
      text: (row) => (row.annualCostCents === null ? translate('common.unknown') : money(row.annualCostCents, 'exact')),
      copied: (row) => (row.annualCostCents === null ? '' : plainFigure(row.annualCostCents / 100, locale, 2)),
    },
    {
      id: 'matched',
      heading: heading('matched'),
      width: '84px',
      sort: 'matched',
      render: (row) => (
        <StatusMark
          state={row.productId === null ? 'planned' : 'done'}
          label={translate(row.productId === null ? 'inventoryPage.isMatched.no' : 'inventoryPage.isMatched.yes')}
        />
      ),
      text: (row) => row.productName ?? translate('inventoryPage.matched.no'),
      copied: (row) => row.productName ?? '',
    },
    {
      id: 'strategy',
      heading: heading('strategy'),
      width: '104px',
      sort: 'strategy',
      render: (row) => <span className={row.strategy === 'undecided' ? 'soft' : undefined}>{translate(`common.strategy.${row.strategy}`)}</span>,
      copied: (row) => translate(`common.strategy.${row.strategy}`),
    },
    {
      id: 'replacement',
      heading: heading('replacement'),
      width: 'minmax(120px, 1fr)',
      render: (row) => row.replacementName ?? <None />,
      text: (row) => row.replacementName ?? '',
    },
    {
      id: 'supportEnds',
      heading: heading('supportEnds'),
      width: '124px',
      sort: 'supportEnds',
      render: ({ support }) => (support === null ? <span className="soft">{unknown}</span> : <SupportEnd support={support} />),
      text: ({ support }) => (support === null ? unknown : supportText(support)),
      copied: ({ support }) => (support === null ? unknown : support.endsOn),
    },
    {
      id: 'supportRelease',
      heading: heading('supportRelease'),
      width: 'minmax(160px, 1fr)',
      render: ({ support }) => (support === null ? <None /> : releaseText(support)),
      text: ({ support }) => (support === null ? '' : releaseText(support)),
    },
    {
      id: 'supportSource',
      heading: heading('supportSource'),
      width: 'minmax(160px, 1fr)',
      render: ({ support }) => (support === null ? <None /> : <span lang={support.source.language}>{support.source.title}</span>),
      text: ({ support }) => (support === null ? '' : support.source.title),
    },
  ];
}

/** No file says: not the same as a figure. */
function None() {
  return <span className="soft">–</span>;
}
