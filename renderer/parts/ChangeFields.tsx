import type { ReactNode } from 'react';
import { useRefusal } from '../core/readOnly.ts';
import './formField.css';

/** Fields in which one writes what is to change in the plan. In a plan that can only be read nothing can be written there, and they say why. */
export function ChangeFields({ children }: { readonly children: ReactNode }) {
  const refusal = useRefusal();
  if (refusal === null) return children;
  return (
    <fieldset className="change-fields" disabled {...refusal}>
      {children}
    </fieldset>
  );
}
