import { assumptions } from './commands/assumptions.ts';
import { baselines } from './commands/baselines.ts';
import { catalogue } from './commands/catalogue.ts';
import { decideItems } from './commands/decideItems.ts';
import { exportPlan } from './commands/exportPlan.ts';
import { freezes } from './commands/freezes.ts';
import { generateFiles } from './commands/generateFiles.ts';
import { redoLast, rollBackImport, showHistory, undoLast } from './commands/historyCommands.ts';
import { importFiles } from './commands/importFiles.ts';
import { listFormats } from './commands/listFormats.ts';
import { listTemplates } from './commands/listTemplates.ts';
import { mapItems } from './commands/mapItems.ts';
import { matchNames } from './commands/matchNames.ts';
import { nameRules } from './commands/nameRules.ts';
import { newPlan } from './commands/newPlan.ts';
import { planEverything } from './commands/planEverything.ts';
import { printReport } from './commands/printReport.ts';
import { scenarios } from './commands/scenarios.ts';
import { schedulePlan } from './commands/schedulePlan.ts';
import { servePages } from './commands/servePages.ts';
import { showCosts } from './commands/showCosts.ts';
import { showExposure } from './commands/showExposure.ts';
import { simulateOutage } from './commands/simulateOutage.ts';
import { solveProject } from './commands/solveProject.ts';
import { trackAccounts } from './commands/trackAccounts.ts';
import { tracks } from './commands/tracks.ts';
import { units } from './commands/units.ts';
import { verifyFile } from './commands/verifyFile.ts';
import type { CliCommand } from './io.ts';

export const commands: readonly CliCommand[] = [
  planEverything,
  newPlan,
  listTemplates,
  importFiles,
  listFormats,
  matchNames,
  nameRules,
  catalogue,
  mapItems,
  decideItems,
  units,
  tracks,
  freezes,
  assumptions,
  schedulePlan,
  solveProject,
  showCosts,
  showExposure,
  simulateOutage,
  trackAccounts,
  scenarios,
  baselines,
  printReport,
  exportPlan,
  showHistory,
  undoLast,
  redoLast,
  rollBackImport,
  verifyFile,
  generateFiles,
  servePages,
];
