import { useTranslator } from '../../core/settings.ts';

type FacetSelectProps = {
  readonly label: string;
  readonly allLabel: string;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly value: string | undefined;
  readonly nameOf: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
};

/** A filter of one of few values, each with how many rows it would leave. */
export function FacetSelect({ label, allLabel, counts = {}, value, nameOf, onChoose }: FacetSelectProps) {
  const { translate } = useTranslator();
  const values = [...new Set([...Object.keys(counts), ...(value === undefined ? [] : [value])])].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return (
    <label className="field">
      <span className="visually-hidden">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}>
        <option value="">{allLabel}</option>
        {values.map((candidate) => (
          <option key={candidate} value={candidate}>
            {translate('mappingPage.filter.option', { name: nameOf(candidate), items: counts[candidate] ?? 0 })}
          </option>
        ))}
      </select>
    </label>
  );
}
