import { glpiInventory } from './glpiInventory.ts';
import { glpiSoftware } from './glpiSoftware.ts';
import { microsoft365Users } from './microsoft365Users.ts';
import { office365ActiveUserDetail } from './office365ActiveUserDetail.ts';
import type { FormatId, Reader } from './reader.ts';
import { snipeItImport } from './snipeItImport.ts';
import { snipeItLicences } from './snipeItLicences.ts';
import { tabular } from './tabular.ts';

/** Every format that comes in, the particular ones before the general one. */
export const readers: readonly Reader[] = [microsoft365Users, office365ActiveUserDetail, snipeItLicences, snipeItImport, glpiSoftware, glpiInventory, tabular];

export function findReader(id: string): Reader | undefined {
  return readers.find((reader) => reader.id === (id as FormatId));
}
