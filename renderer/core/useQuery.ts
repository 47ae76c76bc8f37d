import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Input, Output, QueryName } from '../../core/contract/contract.ts';
import type { QueryResult } from './queryCache.ts';
import { useServices } from './services.tsx';

/** The core's answer, kept up to date. While a new input is asked the last answer stays, so that a table does not flicker. */
export function useQuery<N extends QueryName>(operation: N, input: Input<N>): QueryResult<N> {
  const { cache } = useServices();
  const key = cache.keyOf(operation, input);
  const latest = useRef(input);
  latest.current = input;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all about operation and input
  useEffect(() => cache.mount(operation, latest.current), [cache, key]);
  const entry = useSyncExternalStore(cache.store.subscribe, () => cache.read(key));
  const last = useRef<Output<N> | undefined>(undefined);
  if (entry?.data !== undefined) last.current = entry.data as Output<N>;
  return { data: (entry?.data as Output<N> | undefined) ?? last.current, error: entry?.error, isFetching: entry?.isFetching ?? true };
}
