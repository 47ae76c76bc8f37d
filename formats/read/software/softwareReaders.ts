import type { Reader } from '../reader.ts';
import { acmpReport } from './acmpReport.ts';
import { agentXml } from './agentXml.ts';
import { chocoList } from './chocoList.ts';
import { consoleTable } from './consoleTable.ts';
import { cycloneDxJson } from './cycloneDxJson.ts';
import { cycloneDxXml } from './cycloneDxXml.ts';
import { dpkgPackages } from './dpkgPackages.ts';
import { glpiInventory } from './glpiInventory.ts';
import { glpiLicences } from './glpiLicences.ts';
import { glpiSoftware } from './glpiSoftware.ts';
import { iDoitApplications } from './iDoitApplications.ts';
import { iDoitLicences } from './iDoitLicences.ts';
import { intuneApps } from './intuneApps.ts';
import { lansweeperSoftware } from './lansweeperSoftware.ts';
import { macApplications } from './macApplications.ts';
import { mecmSoftware } from './mecmSoftware.ts';
import { ocsAgentJson } from './ocsAgentJson.ts';
import { ocsSoftware } from './ocsSoftware.ts';
import { osqueryPackages } from './osqueryPackages.ts';
import { rpmPackages } from './rpmPackages.ts';
import { snipeItAssets } from './snipeItAssets.ts';
import { snipeItImport } from './snipeItImport.ts';
import { snipeItLicences } from './snipeItLicences.ts';
import { spdx3Json } from './spdx3Json.ts';
import { spdxJson } from './spdxJson.ts';
import { spdxTagValue } from './spdxTagValue.ts';
import { swidTag } from './swidTag.ts';
import { wazuhPackages } from './wazuhPackages.ts';
import { windowsRegistry } from './windowsRegistry.ts';
import { windowsUninstallList } from './windowsUninstallList.ts';
import { wingetExport } from './wingetExport.ts';
import { wingetList } from './wingetList.ts';

/** Inventories of machines, lists of software and of licences. */
export const softwareReaders: readonly Reader[] = [
  snipeItLicences,
  snipeItImport,
  snipeItAssets,
  glpiSoftware,
  glpiLicences,
  glpiInventory,
  agentXml,
  ocsSoftware,
  ocsAgentJson,
  wazuhPackages,
  osqueryPackages,
  intuneApps,
  mecmSoftware,
  lansweeperSoftware,
  iDoitApplications,
  iDoitLicences,
  acmpReport,
  windowsUninstallList,
  windowsRegistry,
  consoleTable,
  wingetExport,
  wingetList,
  chocoList,
  dpkgPackages,
  rpmPackages,
  macApplications,
  cycloneDxJson,
  cycloneDxXml,
  spdxJson,
  spdxTagValue,
  spdx3Json,
  swidTag,
];
