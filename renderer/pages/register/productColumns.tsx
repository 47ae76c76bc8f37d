import type { Translator } from '../../../core/i18n/translate.ts';
import { today } from '../../core/today.ts';
import type { Column } from '../../parts/tableParts.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AxisWord, ExitWord, LawWord, LicenceWord, SupportWord } from './AxisCell.tsx';
import { axisText } from './axisText.ts';
import type { ProductRow } from './registerView.ts';

/** One line per solution: the axes as small words with shapes, and in full where the table is copied. */
export function productColumns(translator: Translator): readonly Column<ProductRow>[] {
  const { translate, date } = translator;
  const day = today();
  const text = axisText(translator);
  type Axis = Pick<Column<ProductRow>, 'render' | 'sort'> & { text(row: ProductRow): string };
  const axis = (id: string, width: string, rest: Axis): Column<ProductRow> => ({ id, heading: translate(`registerPage.axis.${id}`), width, ...rest });
  return [
    {
      id: 'name',
      heading: translate('registerPage.column.name'),
      width: 'minmax(200px, 3fr)',
      sort: 'name',
      text: (row) => `${row.name} · ${row.vendorName}`,
      render: (row) => (
        <span className="register-name">
          <span className="register-title">{row.name}</span>
          <span className="small soft">{row.vendorName}</span>
        </span>
      ),
    },
    {
      id: 'track',
      heading: translate('registerPage.column.track'),
      width: 'minmax(150px, 1.4fr)',
      sort: 'track',
      text: (row) => translate(`common.track.${row.track}`),
      render: (row) => <TrackDot track={row.track} />,
    },
    axis('law', 'minmax(104px, 1fr)', { text: (row) => text.law(row.axes.law), render: (row) => <LawWord law={row.axes.law} /> }),
    axis('ownership', 'minmax(108px, 1fr)', {
      text: (row) => text.line(row.axes.ownership),
      render: (row) => <AxisWord axis={row.axes.ownership} shape="bound" />,
    }),
    axis('hosting', 'minmax(104px, 1fr)', {
      text: (row) => text.line(row.axes.hosting, 'registerPage.freeHosting'),
      render: (row) => <AxisWord axis={row.axes.hosting} shape="bound" freeKey="registerPage.freeHosting" />,
    }),
    axis('subProviders', 'minmax(108px, 1fr)', {
      text: (row) => text.line(row.axes.subProviders),
      render: (row) => <AxisWord axis={row.axes.subProviders} shape="bound" />,
    }),
    axis('updates', 'minmax(116px, 1fr)', {
      text: (row) => text.line(row.axes.updates, 'registerPage.freeUpdates'),
      render: (row) => <AxisWord axis={row.axes.updates} shape="bound" freeKey="registerPage.freeUpdates" vendorName={row.vendorName} />,
    }),
    axis('licence', 'minmax(120px, 1fr)', {
      sort: 'licence',
      text: (row) => text.licence(row.axes.licence),
      render: (row) => <LicenceWord licence={row.axes.licence} />,
    }),
    {
      ...axis('support', '118px', {
        sort: 'support',
        text: ({ axes: { support } }) => (support === null ? translate('common.unknown') : text.disputed(date(support.on), support.isDisputed)),
        render: (row) => <SupportWord support={row.axes.support} today={day} />,
      }),
      copied: ({ axes: { support } }) => (support === null ? translate('common.unknown') : text.disputed(support.on, support.isDisputed)),
    },
    axis('exit', 'minmax(136px, 1fr)', {
      text: (row) => text.exit(row.axes.exit, row.kind !== 'openSource'),
      render: (row) => <ExitWord exit={row.axes.exit} isProprietary={row.kind !== 'openSource'} />,
    }),
  ];
}
