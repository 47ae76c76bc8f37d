import { useEffect, useState } from 'react';
import type { Shell } from '../../core/contract/shell.ts';
import { useServices } from './services.tsx';

/**
 * What the shell answers, asked again whenever another plan is open; `otherwise` until the answer is there, and where
 * none comes because the core has gone: it is asked again with the plan that the next core opens. `ask` must stay the same function.
 */
export function useShellAnswer<Value>(ask: (shell: Shell) => Promise<Value>, otherwise: Value): Value {
  const { shell } = useServices();
  const [answer, setAnswer] = useState(otherwise);
  useEffect(() => {
    let isShown = true;
    const askNow = () =>
      void ask(shell).then(
        (value) => {
          if (isShown) setAnswer(value);
        },
        () => {},
      );
    askNow();
    const stop = shell.onPlanChanged(askNow);
    return () => {
      isShown = false;
      stop();
    };
  }, [shell, ask]);
  return answer;
}
