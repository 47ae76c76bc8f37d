import { type ReactNode, useId } from 'react';
import './formField.css';

type Described = { readonly id: string; readonly 'aria-invalid': true | undefined; readonly 'aria-describedby': string | undefined };

type FormFieldProps = {
  readonly label: string;
  /** What is wrong with the entry, as a sentence. */
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  readonly children: (described: Described) => ReactNode;
};

/** A control with its name above it and, below, what is wrong with it and what it is for. */
export function FormField({ label, error, help, children }: FormFieldProps) {
  const id = useId();
  const notes = [error === undefined ? '' : `${id}-error`, help === undefined ? '' : `${id}-help`].filter((note) => note !== '').join(' ');
  return (
    <div className="field form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': notes === '' ? undefined : notes })}
      {error !== undefined && (
        <p id={`${id}-error`} className="form-field-error small" role="alert">
          {error}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  );
}
