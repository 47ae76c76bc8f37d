export function withLock<Result>(file: string, work: () => Promise<Result>, options?: { onWait?: () => void }): Promise<Result>;
