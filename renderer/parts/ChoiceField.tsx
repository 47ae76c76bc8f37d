import './filters.css';

type Props<Value extends string> = {
  readonly label: string;
  /** What is chosen while nothing narrows; without it, one of the choices always is. */
  readonly allLabel?: string | undefined;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChoose: (value: Value | undefined) => void;
};

/** One of a few values, by which a list is narrowed. */
export function ChoiceField<Value extends string>({ label, allLabel, value, choices, onChoose }: Props<Value>) {
  return (
    <label className="field">
      <span className="visually-hidden">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(choices.find((choice) => choice.value === event.target.value)?.value)}>
        {allLabel !== undefined && <option value="">{allLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  );
}
