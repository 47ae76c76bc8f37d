import { createContext, useContext } from 'react';
import type { Shell } from '../../core/contract/shell.ts';
import { useTranslator } from './settings.ts';

/** Whether the open plan can only be read here, because somebody else has it open. */
export const ReadOnlyContext = createContext(false);

export const isOpenToRead = async (shell: Shell): Promise<boolean> => (await shell.currentPlan())?.isReadOnly === true;

/** The place in the frame that says why nothing can be changed. */
export const readOnlyReasonId = 'read-only-reason';

export type Refusal = { readonly 'aria-disabled': true; readonly 'aria-describedby': string; readonly title: string };

export function useReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}

/** What a control that changes the plan carries while the plan can only be read; null while it may be changed. It stays in the order of the keyboard, so that everybody meets the reason. */
export function useRefusal(): Refusal | null {
  const isReadOnly = useReadOnly();
  const { translate } = useTranslator();
  return isReadOnly ? { 'aria-disabled': true, 'aria-describedby': readOnlyReasonId, title: translate('window.readOnlyText') } : null;
}
