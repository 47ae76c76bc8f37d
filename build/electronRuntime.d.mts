export type FoundElectron = { readonly folder: string; readonly executable: string; readonly version: string };
export function findElectron(options?: { readonly isForTests?: boolean }): Promise<FoundElectron | null>;
export function provideElectron(options?: { readonly isForTests?: boolean }): Promise<FoundElectron>;
export const executableName: string;
