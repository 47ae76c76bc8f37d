export function reasonToInstall(directory?: string): string | null;
