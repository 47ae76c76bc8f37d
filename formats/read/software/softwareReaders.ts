import type { Reader } from '../reader.ts';
import { agentXml } from './agentXml.ts';
import { glpiInventory } from './glpiInventory.ts';
import { glpiSoftware } from './glpiSoftware.ts';
import { ocsAgentJson } from './ocsAgentJson.ts';
import { ocsSoftware } from './ocsSoftware.ts';
import { snipeItImport } from './snipeItImport.ts';
import { snipeItLicences } from './snipeItLicences.ts';
import { wazuhPackages } from './wazuhPackages.ts';

/** Inventories of machines, lists of software and of licences. */
export const softwareReaders: readonly Reader[] = [
  snipeItLicences,
  snipeItImport,
  glpiSoftware,
  glpiInventory,
  agentXml,
  ocsSoftware,
  ocsAgentJson,
  wazuhPackages,
];
