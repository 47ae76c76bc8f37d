import type { CancelSignal } from '../contract/core.ts';

export type CancelSource = { readonly signal: CancelSignal; cancel(): void };

/** The core's own `AbortController`: it runs where neither Node nor a browser is known. */
export function createCancelSource(): CancelSource {
  const listeners = new Set<() => void>();
  let isCancelled = false;
  return {
    signal: {
      get aborted() {
        return isCancelled;
      },
      addEventListener(_type, listener) {
        if (!isCancelled) listeners.add(listener);
      },
      removeEventListener(_type, listener) {
        listeners.delete(listener);
      },
    },
    cancel() {
      if (isCancelled) return;
      isCancelled = true;
      const told = [...listeners];
      listeners.clear();
      for (const listener of told) listener();
    },
  };
}
