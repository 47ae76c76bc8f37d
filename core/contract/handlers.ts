import type { OperationName, Output, Parsed, Progress } from './contract.ts';
import type { CancelSignal } from './core.ts';

/** What a handler gets beside its input. */
export type CallContext<N extends OperationName> = {
  readonly signal: CancelSignal;
  readonly enough: CancelSignal;
  reportProgress(progress: Progress<N>): void;
};

/** One handler for every operation; leave one out and it does not compile. */
export type Handlers = { readonly [N in OperationName]: (input: Parsed<N>, call: CallContext<N>) => Output<N> | Promise<Output<N>> };
