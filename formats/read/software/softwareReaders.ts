import type { Reader } from '../reader.ts';
import { agentXml } from './agentXml.ts';
import { glpiInventory } from './glpiInventory.ts';
import { glpiSoftware } from './glpiSoftware.ts';
import { snipeItImport } from './snipeItImport.ts';
import { snipeItLicences } from './snipeItLicences.ts';

/** Inventories of machines, lists of software and of licences. */
export const softwareReaders: readonly Reader[] = [snipeItLicences, snipeItImport, glpiSoftware, glpiInventory, agentXml];
