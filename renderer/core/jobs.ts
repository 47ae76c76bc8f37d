import { create } from 'zustand';

export type RunningJob = {
  readonly id: string;
  readonly titleKey: string;
  readonly cancel: () => void;
  /** Ends a search with what it has found; absent where there is nothing to take before the end. */
  readonly takeNow?: () => void;
  readonly progress: {
    readonly stepKey: string;
    readonly params?: Readonly<Record<string, string | number>> | undefined;
    readonly done: number;
    readonly total: number | null;
  } | null;
};

type Jobs = {
  readonly running: readonly RunningJob[];
  begin(job: Omit<RunningJob, 'progress'>): void;
  report(id: string, progress: RunningJob['progress']): void;
  end(id: string): void;
};

/** Long work that is going on; shown in one place. */
export const useJobs = create<Jobs>()((set) => ({
  running: [],
  begin: (job) => set(({ running }) => ({ running: [...running, { ...job, progress: null }] })),
  report: (id, progress) => set(({ running }) => ({ running: running.map((job) => (job.id === id ? { ...job, progress } : job)) })),
  end: (id) => set(({ running }) => ({ running: running.filter((job) => job.id !== id) })),
}));
