import { createStore } from 'zustand/vanilla';
import type { Input, Output, QueryName } from '../../core/contract/contract.ts';
import type { Topic } from '../../core/contract/define.ts';
import { AppError } from '../../core/contract/errors.ts';
import { operationFacts } from '../../core/contract/operationFacts.ts';
import type { CoreConnection } from './coreConnection.ts';

export type QueryResult<N extends QueryName> = {
  readonly data: Output<N> | undefined;
  readonly error: AppError | undefined;
  /** True until the first answer, and while a stale answer is being asked again. */
  readonly isFetching: boolean;
};

type Entry = {
  readonly operation: QueryName;
  readonly input: unknown;
  readonly data: unknown;
  readonly error: AppError | undefined;
  readonly isFetching: boolean;
  readonly mounted: number;
  readonly round: number;
};

/**
 * Every answer of the core that a page shows, by operation and input: the one copy of the core's data in the window.
 * After a change of a topic, what is mounted is asked again and the rest is dropped.
 */
export type QueryCache = ReturnType<typeof createQueryCache>;

/** Answers that no page shows any more and that are kept for the way back. */
const keptUnused = 60;

export function createQueryCache(connection: CoreConnection, hasNoPlan = false) {
  const store = createStore<{ readonly entries: ReadonlyMap<string, Entry> }>(() => ({ entries: hasNoPlan ? withoutPlan() : new Map() }));

  const put = (key: string, entry: Entry | null) =>
    store.setState(({ entries }) => {
      const next = new Map(entries);
      if (entry === null) next.delete(key);
      else next.set(key, entry);
      return { entries: next };
    });

  async function fetchEntry(key: string): Promise<void> {
    const entry = store.getState().entries.get(key);
    if (!entry) return;
    const round = entry.round + 1;
    put(key, { ...entry, isFetching: true, round });
    const settle = (change: Partial<Entry>) => {
      const now = store.getState().entries.get(key);
      // An answer that was overtaken by a newer question is old news.
      if (now?.round === round) put(key, { ...now, ...change, isFetching: false });
    };
    try {
      settle({ data: await connection.call(entry.operation, entry.input as never), error: undefined });
    } catch (error) {
      settle({ error: error instanceof AppError ? error : new AppError('internal', 'error.internal', { params: { traceId: '' }, cause: error }) });
    }
  }

  function refresh(topics: readonly Topic[] | 'everything'): void {
    for (const [key, entry] of store.getState().entries) {
      const isTouched = topics === 'everything' || operationFacts[entry.operation].topics.some((topic) => topics.includes(topic));
      if (!isTouched) continue;
      if (entry.mounted > 0) void fetchEntry(key);
      else put(key, null);
    }
  }
  connection.onChanged(refresh);

  /** Somebody who scrolls through 60,000 accounts must not end with all of them in the window. */
  function forgetOldest(): void {
    const unused = [...store.getState().entries].filter(([, entry]) => entry.mounted === 0);
    for (const [key] of unused.slice(0, Math.max(0, unused.length - keptUnused))) put(key, null);
  }

  return {
    store,
    refreshAll: () => refresh('everything'),
    keyOf: <N extends QueryName>(operation: N, input: Input<N>): string => `${operation} ${stableJson(input)}`,
    read(key: string): Entry | undefined {
      return store.getState().entries.get(key);
    },
    /** Asks before the page that will show the answer stands; resolves when it has come. */
    async askAhead<N extends QueryName>(operation: N, input: Input<N>): Promise<void> {
      const key = `${operation} ${stableJson(input)}`;
      if (store.getState().entries.has(key)) return;
      put(key, { operation, input, data: undefined, error: undefined, isFetching: true, mounted: 0, round: 0 });
      await fetchEntry(key);
    },
    mount<N extends QueryName>(operation: N, input: Input<N>): () => void {
      const key = `${operation} ${stableJson(input)}`;
      const known = store.getState().entries.get(key);
      put(
        key,
        known ? { ...known, mounted: known.mounted + 1 } : { operation, input, data: undefined, error: undefined, isFetching: true, mounted: 1, round: 0 },
      );
      // In round 0 nobody has asked yet: the answer was only foreseen.
      if (!known || known.round === 0) void fetchEntry(key);
      return () => {
        const now = store.getState().entries.get(key);
        if (now) put(key, { ...now, mounted: now.mounted - 1 });
        forgetOldest();
      };
    },
  };
}

/** What the core will say, known before it is there: the first page does not wait for it. */
function withoutPlan(): ReadonlyMap<string, Entry> {
  const error = new AppError('notFound', 'app.noPlanOpen');
  const entry: Entry = { operation: 'plan.get', input: {}, data: undefined, error, isFetching: true, mounted: 0, round: 0 };
  return new Map([[`plan.get ${stableJson({})}`, entry]]);
}

/** The same text for the same input, in whatever order its fields were written. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
