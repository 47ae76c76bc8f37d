import { useCallback } from 'react';
import type { ErrorParams } from '../../core/contract/errors.ts';
import { useTranslator } from '../core/settings.ts';
import { useClaimText } from './useClaimText.ts';

type Reason = { readonly messageKey: string; readonly params: ErrorParams };

/** A reason as a sentence, with the template's name where the reason holds its id. */
export function useReasonText(): (reason: Reason) => string {
  const { translate } = useTranslator();
  const { nameOfStack } = useClaimText();
  return useCallback(
    ({ messageKey, params }) => {
      const { template } = params;
      return translate(messageKey, typeof template === 'string' ? { ...params, template: nameOfStack(template) } : params);
    },
    [translate, nameOfStack],
  );
}
