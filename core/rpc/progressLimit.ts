/** Calls `work` once, after a while; the answer takes it back. */
export interface Timer {
  after(milliseconds: number, work: () => void): () => void;
}

export type ProgressLimit = { report(progress: unknown): void; stop(): void };

const pauseMilliseconds = 100;

/**
 * Passes progress on at most ten times a second: the first at once, then the newest after each pause. The newest is
 * sent even when the job falls silent after it, or the window would show the step before for minutes.
 */
export function createProgressLimit(timer: Timer, send: (progress: unknown) => void): ProgressLimit {
  let waiting: { readonly progress: unknown } | null = null;
  let takeBack: (() => void) | null = null;
  let isStopped = false;

  function pass(progress: unknown): void {
    takeBack = timer.after(pauseMilliseconds, () => {
      takeBack = null;
      const newest = waiting;
      waiting = null;
      if (newest !== null && !isStopped) pass(newest.progress);
    });
    send(progress);
  }

  return {
    report(progress) {
      if (isStopped) return;
      if (takeBack === null) pass(progress);
      else waiting = { progress };
    },
    stop() {
      isStopped = true;
      takeBack?.();
    },
  };
}
