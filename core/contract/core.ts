import type { Input, OperationName, Output, Progress } from './contract.ts';
import type { Topic } from './define.ts';

/** What can be told to stop; an `AbortSignal` is one. Written out because the core knows neither Node nor a browser. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type CallOptions<N extends OperationName> = {
  readonly signal?: CancelSignal;
  /** The caller takes what there is by now: heeded by a job that only makes its answer better, by no other. */
  readonly enough?: CancelSignal;
  readonly onProgress?: (progress: Progress<N>) => void;
};

/** The one door: the window, the command line and the tests all call this and nothing else. */
export interface Core {
  call<N extends OperationName>(operation: N, input: Input<N>, options?: CallOptions<N>): Promise<Output<N>>;
  onChanged(listener: (topics: readonly Topic[]) => void): () => void;
}
