import { useTranslator } from '../../../core/settings.ts';
import type { Look, Preview } from './MemberLine.tsx';
import type { Mapping, TableKind } from './importFilesView.ts';
import { MappingFile } from './MappingFile.tsx';
import { ScrollRegion } from '../../../parts/ScrollRegion.tsx';

const kinds: readonly TableKind[] = ['software', 'licence', 'account', 'contract', 'progress'];

type Props = { readonly look: Look; readonly fields: Preview['fields']; readonly mapping: Mapping | undefined; readonly onChange: (mapping: Mapping) => void };

/** The table's first rows; over each column a person says what it is, and sees at once what that leaves open. */
export function ColumnMapping({ look, fields: allFields, mapping, onChange }: Props) {
  const { translate } = useTranslator();
  const shown: Mapping = mapping ?? look.suggestion ?? { kind: 'software', columns: {} };
  const fields = allFields[shown.kind] ?? [];
  const named = new Set(Object.values(shown.columns));
  const missing = fields.filter(({ field, isRequired }) => isRequired && !named.has(field));

  const setKind = (kind: TableKind) => {
    const known = new Set((allFields[kind] ?? []).map(({ field }) => field));
    onChange({ ...shown, kind, columns: Object.fromEntries(Object.entries(shown.columns).filter(([, field]) => known.has(field))) });
  };
  const setField = (heading: string, field: string) => {
    // A field stands over one column only: naming it anew takes it from the column before.
    const others = Object.entries(shown.columns).filter(([column, named]) => column !== heading && named !== field);
    onChange({ ...shown, columns: Object.fromEntries(field === '' ? others : [...others, [heading, field]]) });
  };
  const fieldName = (field: string) => translate(`inventoryPage.field.${field}`);
  const hasDates = [...named].some((field) => /On$|^on$/.test(field));
  const hasMoney = [...named].some((field) => field.endsWith('Cents'));

  return (
    <div className="column-mapping">
      <div className="column-mapping-choices">
        <label className="field">
          <span className="small soft">{translate('inventoryPage.import.kind')}</span>
          <select value={shown.kind} onChange={(event) => setKind(kinds.find((kind) => kind === event.target.value) ?? 'software')}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {translate(`inventoryPage.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {hasDates && (
          <label className="field">
            <span className="small soft">{translate('inventoryPage.import.dateOrder')}</span>
            <select value={shown.dateOrder ?? ''} onChange={(event) => onChange(withChoice(shown, 'dateOrder', event.target.value))}>
              <option value="">{translate('inventoryPage.import.asFound')}</option>
              <option value="dmy">{translate('inventoryPage.import.dmy')}</option>
              <option value="mdy">{translate('inventoryPage.import.mdy')}</option>
            </select>
          </label>
        )}
        {hasMoney && (
          <label className="field">
            <span className="small soft">{translate('inventoryPage.import.decimal')}</span>
            <select value={shown.decimal ?? ''} onChange={(event) => onChange(withChoice(shown, 'decimal', event.target.value))}>
              <option value="">{translate('inventoryPage.import.asFound')}</option>
              <option value=",">1.234,50</option>
              <option value=".">1,234.50</option>
            </select>
          </label>
        )}
        <p className="small" role="status">
          {missing.length > 0
            ? translate('inventoryPage.import.missing', { fields: missing.map(({ field }) => fieldName(field)).join(', ') })
            : translate('inventoryPage.import.complete')}
          {look.outcome === 'unknown' && mapping === undefined && missing.length === 0 && (
            <button type="button" className="button" onClick={() => onChange(shown)}>
              {translate('inventoryPage.import.takeColumns')}
            </button>
          )}
        </p>
        <MappingFile headings={look.headings} mapping={shown} onRead={onChange} />
      </div>
      <ScrollRegion className="column-mapping-scroll" label={translate('inventoryPage.import.firstRows')}>
        <table>
          <thead>
            <tr>
              {look.headings.map((heading, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
                <th key={index} scope="col">
                  <span className="column-mapping-heading" title={heading}>
                    {heading || '–'}
                  </span>
                  <select
                    aria-label={translate('inventoryPage.import.columnIs', { column: heading })}
                    value={shown.columns[heading] ?? ''}
                    className={shown.columns[heading] === undefined ? 'soft' : undefined}
                    disabled={heading === ''}
                    onChange={(event) => setField(heading, event.target.value)}
                  >
                    <option value="">{translate('inventoryPage.import.notUsed')}</option>
                    {fields.map(({ field, isRequired }) => (
                      <option key={field} value={field}>
                        {isRequired ? translate('inventoryPage.import.requiredField', { field: fieldName(field) }) : fieldName(field)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.rows.map((row, rowIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <tr key={rowIndex}>
                {look.headings.map((heading, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index} className={shown.columns[heading] === undefined ? 'soft' : undefined} title={row[index]}>
                    {row[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function withChoice(mapping: Mapping, name: 'dateOrder' | 'decimal', value: string): Mapping {
  const { [name]: _, ...rest } = mapping;
  return value === '' ? rest : ({ ...rest, [name]: value } as Mapping);
}
