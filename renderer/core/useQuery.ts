import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Input, Output, QueryName } from '../../core/contract/contract.ts';
import type { QueryResult } from './queryCache.ts';
import { useServices } from './services.tsx';

/**
 * The core's answer, kept up to date. While a new input is asked the last answer stays, so that a table does not flicker.
 * Null as input means that there is nothing to ask (yet).
 */
export function useQuery<N extends QueryName>(operation: N, input: Input<N> | null): QueryResult<N> {
  const { cache } = useServices();
  const key = input === null ? null : cache.keyOf(operation, input);
  const latest = useRef(input);
  latest.current = input;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all about operation and input
  useEffect(() => (latest.current === null ? undefined : cache.mount(operation, latest.current)), [cache, key]);
  const entry = useSyncExternalStore(cache.store.subscribe, () => (key === null ? undefined : cache.read(key)));
  const last = useRef<Output<N> | undefined>(undefined);
  if (key === null) last.current = undefined;
  else if (entry?.data !== undefined) last.current = entry.data as Output<N>;
  return { data: (entry?.data as Output<N> | undefined) ?? last.current, error: entry?.error, isFetching: entry?.isFetching ?? key !== null };
}
