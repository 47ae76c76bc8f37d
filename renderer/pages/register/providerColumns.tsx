import type { Translator } from '../../../core/i18n/translate.ts';
import { countryName } from '../../core/countryName.ts';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import type { Column } from '../../parts/tableParts.tsx';
import { AxisShape, DisputedMark, Unknown } from './AxisCell.tsx';
import type { ProviderRow } from './registerView.ts';

/** Who it is, whose law reaches it, what it makes and on whom it depends. */
export function providerColumns({ translate, number, locale }: Translator): readonly Column<ProviderRow>[] {
  const dependencies = (row: ProviderRow) =>
    row.dependsOn.map((on) => translate('claims.dependency', { name: on.name, kind: translate(`sovereignty.kind.${on.kind}`) })).join(', ');
  const name: Column<ProviderRow> = {
    id: 'name',
    heading: translate('registerPage.column.provider'),
    width: 'minmax(200px, 2fr)',
    sort: 'name',
    text: (row) => (row.isDisputed ? translate('registerPage.disputedText', { text: row.name }) : row.name),
    render: (row) => (
      <span className="axis-word">
        <span className="register-title">{row.name}</span>
        <DisputedMark isDisputed={row.isDisputed} />
      </span>
    ),
  };
  const law: Column<ProviderRow> = {
    id: 'law',
    heading: translate('registerPage.axis.law'),
    width: 'minmax(160px, 1fr)',
    sort: 'jurisdiction',
    text: (row) => countryName(locale, row.jurisdiction) ?? translate('common.unknown'),
    render: (row) => {
      const country = countryName(locale, row.jurisdiction);
      if (country === null) return <Unknown />;
      return (
        <span className="axis-word">
          <AxisShape shape={row.area === 'union' ? 'inside' : 'outside'} />
          <span className="axis-text">{country}</span>
          <span className="soft">
            <ConfidenceMark confidence={row.confidence} isShort />
          </span>
        </span>
      );
    },
  };
  const count = (id: 'makes' | 'reached', width: string): Column<ProviderRow> => ({
    id,
    heading: translate(`registerPage.column.${id}`),
    width,
    align: 'right',
    sort: id,
    copied: (row) => plainFigure(row[id], locale),
    render: (row) => (row[id] === 0 ? <span className="soft">–</span> : number(row[id])),
  });
  return [
    name,
    law,
    count('makes', '140px'),
    count('reached', '180px'),
    {
      id: 'dependsOn',
      heading: translate('claims.about.dependsOn'),
      width: 'minmax(200px, 2fr)',
      text: (row) => (row.dependsOn.length === 0 ? translate('common.unknown') : dependencies(row)),
      render: (row) => (row.dependsOn.length === 0 ? <Unknown /> : dependencies(row)),
    },
  ];
}
