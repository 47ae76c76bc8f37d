import type { Translator } from '../../../../core/i18n/translate.ts';
import { plainFigure } from '../../../parts/plainFigure.ts';
import type { Column } from '../../../parts/tableParts.tsx';
import type { ContractRow } from './contractList.ts';

export const usualContractColumns = ['name', 'decideBy', 'endsOn', 'annualCostCents', 'itemName', 'renewal', 'supplier'];

/** What the table of the contracts can show. */
export function contractColumns({ translate, money, date, number, locale }: Translator): readonly Column<ContractRow>[] {
  const none = <span className="soft">–</span>;
  const heading = (id: string) => translate(`inventoryPage.column.${id}`);
  const day = (id: 'decideBy' | 'endsOn', width: string): Column<ContractRow> => ({
    id,
    heading: heading(id),
    width,
    sort: id,
    render: (row) => (row[id] === null ? none : date(row[id])),
    text: (row) => (row[id] === null ? '' : date(row[id])),
    copied: (row) => row[id] ?? '',
  });
  return [
    { id: 'name', heading: heading('contract'), width: 'minmax(144px, 1.6fr)', sort: 'name', render: (row) => row.name, text: (row) => row.name },
    day('decideBy', '144px'),
    day('endsOn', '104px'),
    {
      id: 'annualCostCents',
      heading: heading('annualCostCents'),
      width: '108px',
      align: 'right',
      sort: 'annualCostCents',
      render: (row) => (row.annualCostCents === null ? <span className="soft">{translate('common.unknown')}</span> : money(row.annualCostCents, 'whole')),
      copied: (row) => (row.annualCostCents === null ? '' : plainFigure(row.annualCostCents / 100, locale, 2)),
    },
    { id: 'itemName', heading: heading('name'), width: 'minmax(128px, 1.3fr)', sort: 'itemName', render: (row) => row.itemName, text: (row) => row.itemName },
    {
      id: 'renewal',
      heading: heading('renewal'),
      width: '136px',
      sort: 'renewal',
      render: (row) => translate(`inventoryPage.renewal.${row.renewal}`),
      text: (row) => translate(`common.renewal.${row.renewal}`),
    },
    {
      id: 'supplier',
      heading: heading('supplier'),
      width: 'minmax(152px, 1fr)',
      sort: 'supplier',
      render: (row) => row.supplier || none,
      text: (row) => row.supplier,
    },
    {
      id: 'noticeDays',
      heading: translate('inventoryPage.contract.noticeDays'),
      width: '152px',
      align: 'right',
      sort: 'noticeDays',
      render: (row) => number(row.noticeDays),
      copied: (row) => plainFigure(row.noticeDays, locale),
    },
    {
      id: 'seats',
      heading: heading('seats'),
      width: '88px',
      align: 'right',
      sort: 'seats',
      render: (row) => (row.seats === 0 ? none : number(row.seats)),
      copied: (row) => plainFigure(row.seats, locale),
    },
  ];
}
