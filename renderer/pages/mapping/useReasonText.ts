import { useCallback } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { useClaimText } from '../../parts/useClaimText.ts';
import type { Reason } from './reasons.ts';

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
