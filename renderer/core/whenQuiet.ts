import type { QueryCache } from './queryCache.ts';

/** A page may wait long for one answer; what is only wanted some time is not put off for ever. */
const longestWaitMilliseconds = 3_000;

/**
 * When no answer is waited for any more and nobody does anything: the time to fetch code that may be wanted later. A
 * window that opens shares two processors with the core, and whatever it reads before its figures stand delays them.
 */
export function whenQuiet(store: QueryCache['store']): Promise<void> {
  const isQuiet = () => [...store.getState().entries.values()].every(({ isFetching, mounted }) => !isFetching || mounted === 0);
  return new Promise((resolve) => {
    const idle = () => requestIdleCallback(() => (isQuiet() ? end() : undefined));
    const stop = store.subscribe(() => {
      if (isQuiet()) idle();
    });
    const timer = setTimeout(() => end(), longestWaitMilliseconds);
    function end(): void {
      stop();
      clearTimeout(timer);
      resolve();
    }
    if (isQuiet()) idle();
  });
}
