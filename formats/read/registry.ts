import { accountReaders } from './accounts/accountReaders.ts';
import { planReaders } from './plans/planReaders.ts';
import type { Reader } from './reader.ts';
import { softwareReaders } from './software/softwareReaders.ts';
import { tabular } from './tabular.ts';

/** Every format that comes in, the particular ones before the general one. */
export const readers: readonly Reader[] = [...accountReaders, ...softwareReaders, ...planReaders, tabular];

export function findReader(id: string): Reader | undefined {
  return readers.find((reader) => reader.id === id);
}
