import type { z } from 'zod';

/** What a change touches; the window refetches the queries that name one of the topics. */
export const topics = ['plan', 'inventory', 'mapping', 'timeline', 'costs', 'tracking', 'scenarios', 'baselines', 'views', 'history'] as const;
export type Topic = (typeof topics)[number];

export type Query<In extends z.ZodType, Out extends z.ZodType> = {
  readonly kind: 'query';
  readonly input: In;
  readonly output: Out;
  readonly topics: readonly Topic[];
};

export type Command<In extends z.ZodType, Out extends z.ZodType> = {
  readonly kind: 'command';
  readonly input: In;
  readonly output: Out;
  readonly topics: readonly Topic[];
};

export type Job<In extends z.ZodType, Out extends z.ZodType, Progress extends z.ZodType> = {
  readonly kind: 'job';
  readonly input: In;
  readonly output: Out;
  readonly progress: Progress;
  readonly topics: readonly Topic[];
};

export type Operation = Query<z.ZodType, z.ZodType> | Command<z.ZodType, z.ZodType> | Job<z.ZodType, z.ZodType, z.ZodType>;

/** Reads; the topics say after which changes the answer is stale. */
export function query<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out, topics: readonly Topic[]): Query<In, Out> {
  return { kind: 'query', input, output, topics };
}

/** One synchronous transaction, one step of undo; the topics say what it touches. */
export function command<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out, topics: readonly Topic[]): Command<In, Out> {
  return { kind: 'command', input, output, topics };
}

/** Long work with progress and cancel; what it changes, it commits once at its end, as one command. */
export function job<In extends z.ZodType, Out extends z.ZodType, Progress extends z.ZodType>(
  input: In,
  output: Out,
  progress: Progress,
  topics: readonly Topic[],
): Job<In, Out, Progress> {
  return { kind: 'job', input, output, progress, topics };
}
