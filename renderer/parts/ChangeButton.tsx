import type { ComponentProps } from 'react';
import { useRefusal } from '../core/readOnly.ts';

/** A button that changes the plan, or opens what does. In a plan that can only be read it says why it does nothing. */
export function ChangeButton({ disabled, onClick, type, ...others }: ComponentProps<'button'> & { readonly type: 'button' | 'submit' }) {
  const refusal = useRefusal();
  // With a button to submit, Enter in a field would send the form all the same.
  if (refusal) return <button {...others} type="button" {...refusal} />;
  return <button {...others} type={type} disabled={disabled} onClick={onClick} />;
}
