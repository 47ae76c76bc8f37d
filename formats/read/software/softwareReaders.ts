import type { Reader } from '../reader.ts';
import { agentXml } from './agentXml.ts';
import { chocoList } from './chocoList.ts';
import { consoleTable } from './consoleTable.ts';
import { glpiInventory } from './glpiInventory.ts';
import { glpiSoftware } from './glpiSoftware.ts';
import { ocsAgentJson } from './ocsAgentJson.ts';
import { ocsSoftware } from './ocsSoftware.ts';
import { snipeItImport } from './snipeItImport.ts';
import { snipeItLicences } from './snipeItLicences.ts';
import { wazuhPackages } from './wazuhPackages.ts';
import { windowsRegistry } from './windowsRegistry.ts';
import { windowsUninstallList } from './windowsUninstallList.ts';
import { wingetExport } from './wingetExport.ts';
import { wingetList } from './wingetList.ts';

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
  windowsUninstallList,
  windowsRegistry,
  consoleTable,
  wingetExport,
  wingetList,
  chocoList,
];
