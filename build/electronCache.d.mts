export function cacheFolder(environment?: Readonly<Record<string, string | undefined>>): string;
export function isComplete(folder: string): boolean;
export function makeWhole(folder: string, fill: (staging: string) => Promise<unknown>): Promise<void>;
export function linkFolder(from: string, to: string, own: readonly string[]): void;
