import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Input, Output, QueryName } from '../../core/contract/contract.ts';
import type { AppError } from '../../core/contract/errors.ts';
import { useServices } from './services.tsx';

const rowsPerPage = 200;

/** The queries that answer a long list in pages. */
export type PagedName = {
  [N in QueryName]: Input<N> extends { readonly offset?: number | undefined; readonly limit?: number | undefined } ? N : never;
}[QueryName];

export type Pages<Row> = {
  readonly total: number;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tell it which rows are in sight; their pages are loaded. */
  readonly onRange: (first: number, last: number) => void;
  readonly isFetching: boolean;
  readonly error: AppError | undefined;
};

/** A long list of the core, of which only the pages in sight are in the window. Keeps the old rows until the new first ones are here. */
export function usePages<N extends PagedName, Row>(
  operation: N,
  input: Omit<Input<N>, 'offset' | 'limit'>,
  pick: (output: Output<N>) => { readonly total: number; readonly rows: readonly Row[] },
): Pages<Row> {
  const { cache } = useServices();
  const list = cache.keyOf(operation, input as Input<N>);
  const [inSight, setInSight] = useState({ first: 0, last: 0 });
  const latest = useRef({ input, pick });
  latest.current = { input, pick };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list's key says all about the input
  const keys = useMemo(() => {
    const found = new Map<number, { readonly key: string; readonly input: Input<N> }>();
    for (let page = inSight.first; page <= inSight.last; page++) {
      const paged = { ...latest.current.input, offset: page * rowsPerPage, limit: rowsPerPage } as unknown as Input<N>;
      found.set(page, { key: cache.keyOf(operation, paged), input: paged });
    }
    return found;
  }, [cache, operation, list, inSight]);

  useEffect(() => {
    const unmounts = [...keys.values()].map((page) => cache.mount(operation, page.input));
    return () => {
      for (const unmount of unmounts) unmount();
    };
  }, [cache, operation, keys]);

  // The pages' entries, the same array as long as they are the same entries.
  const held = useRef<readonly ReturnType<typeof cache.read>[]>([]);
  const entries = useSyncExternalStore(cache.store.subscribe, () => {
    const now = [...keys.values()].map(({ key }) => cache.read(key));
    if (now.length !== held.current.length || now.some((entry, index) => entry !== held.current[index])) held.current = now;
    return held.current;
  });

  const shown = useRef<{ total: number; pages: ReadonlyMap<number, readonly Row[]> }>({ total: 0, pages: new Map() });
  const current = useMemo(() => {
    const pages = new Map<number, readonly Row[]>();
    let total: number | null = null;
    for (const [index, page] of [...keys.keys()].entries()) {
      const data = entries[index]?.data;
      if (data === undefined) continue;
      const picked = latest.current.pick(data as Output<N>);
      total = picked.total;
      pages.set(page, picked.rows);
    }
    if (total !== null) shown.current = { total, pages };
    return shown.current;
  }, [keys, entries]);

  const rowAt = useCallback((index: number) => current.pages.get(Math.floor(index / rowsPerPage))?.[index % rowsPerPage], [current]);
  const onRange = useCallback((first: number, last: number) => {
    const range = { first: Math.max(0, Math.floor(first / rowsPerPage)), last: Math.max(0, Math.floor(last / rowsPerPage)) };
    setInSight((before) => (before.first === range.first && before.last === range.last ? before : range));
  }, []);
  return {
    total: current.total,
    rowAt,
    onRange,
    isFetching: entries.some((entry) => entry === undefined || entry.isFetching),
    error: entries.find((entry) => entry?.error !== undefined)?.error,
  };
}
