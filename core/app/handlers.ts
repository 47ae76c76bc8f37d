import type { Handlers } from '../contract/handlers.ts';
import { inNameOrder } from '../domain/sortKey.ts';
import { importPlan } from './baseline/importPlan.ts';
import { compareWithPlan, getBaseline, listBaselines, removeBaseline, setBaseline } from './baseline/baselines.ts';
import { checkEntries } from './catalogue/checkEntries.ts';
import { findSource } from './catalogue/findSource.ts';
import { getEntry } from './catalogue/getEntry.ts';
import { listAxes } from './catalogue/listAxes.ts';
import { listCatalogue } from './catalogue/listCatalogue.ts';
import { listEvents } from './catalogue/listEvents.ts';
import { listProviders } from './catalogue/listProviders.ts';
import { matchNames } from './catalogue/matchNames.ts';
import { searchEntries } from './catalogue/searchEntries.ts';
import { type AppContext, openStore } from './context.ts';
import { getBand } from './cost/getBand.ts';
import { getCosts } from './cost/getCosts.ts';
import { listHistory } from './history/listHistory.ts';
import { redo } from './history/redo.ts';
import { listBuiltUpon } from './history/listBuiltUpon.ts';
import { restore } from './history/restore.ts';
import { rollBack } from './history/rollBack.ts';
import { undo } from './history/undo.ts';
import { addContract } from './inventory/addContract.ts';
import { addItem } from './inventory/addItem.ts';
import { assignNames } from './inventory/assignNames.ts';
import { changeContract, removeContract } from './inventory/changeContract.ts';
import { changeContracts, removeContracts } from './inventory/changeContracts.ts';
import { changeItem } from './inventory/changeItem.ts';
import { removeNameRule, saveNameRule } from './inventory/changeNameRules.ts';
import { changeUnitRole } from './inventory/changeUnitRole.ts';
import { addUnit, changeUnit, getUnit } from './inventory/changeUnits.ts';
import { previewRuleRemoval } from './inventory/previewRuleRemoval.ts';
import { getAccountUse } from './inventory/getAccountUse.ts';
import { importFiles } from './inventory/importFiles.ts';
import { listAccounts } from './inventory/listAccounts.ts';
import { listContracts } from './inventory/listContracts.ts';
import { countItems, getItem, listItemIds, listItems } from './inventory/listItems.ts';
import { listNameRules } from './inventory/listNameRules.ts';
import { listRawNames } from './inventory/listRawNames.ts';
import { exportNameRules, importNameRules } from './inventory/moveNameRules.ts';
import { previewImport } from './inventory/previewImport.ts';
import { previewNameRule } from './inventory/previewNameRule.ts';
import { previewTable } from './inventory/previewTable.ts';
import { readMapping } from './inventory/readMapping.ts';
import { saveMapping } from './inventory/saveMapping.ts';
import { removeItems } from './inventory/removeItems.ts';
import { acceptProposals, previewProposals } from './mapping/proposals.ts';
import { decide } from './mapping/decide.ts';
import { getMappingRow } from './mapping/getMappingRow.ts';
import { listMapping, listMappingItemIds } from './mapping/listMapping.ts';
import { changeAssumption, listAssumptions, resetAssumption } from './plan/assumptions.ts';
import { changeDetails } from './plan/changeDetails.ts';
import { createPlan } from './plan/createPlan.ts';
import { createFind } from './plan/findInPlan.ts';
import { getPlan } from './plan/getPlan.ts';
import { getSummary } from './plan/getSummary.ts';
import { listCountries } from './plan/listCountries.ts';
import { listTemplates } from './plan/listTemplates.ts';
import { exportPlan } from './report/exportPlan.ts';
import { listFormats } from './report/listFormats.ts';
import { keepPaper } from './report/keepPaper.ts';
import { previewPlan } from './report/previewPlan.ts';
import { printPlan } from './report/printPlan.ts';
import { verifyPlan } from './report/verifyPlan.ts';
import { adoptScenario } from './scenario/adoptScenario.ts';
import { compareScenarios } from './scenario/compareScenarios.ts';
import { addScenario, listScenarios, removeScenario } from './scenario/scenarios.ts';
import { buildSchedule } from './schedule/buildSchedule.ts';
import { addFreeze, removeFreeze } from './schedule/changeFreezes.ts';
import { changeCapacity, changeTrack, holdTask } from './schedule/changeTrack.ts';
import { explainTaskStart } from './schedule/explainTaskStart.ts';
import { getTimeline } from './schedule/getTimeline.ts';
import { moveTask } from './schedule/moveTask.ts';
import { previewHold } from './schedule/previewHold.ts';
import { getExposure } from './sovereignty/getExposure.ts';
import { replayOutage } from './sovereignty/replayOutage.ts';
import { getForecast } from './tracking/getForecast.ts';
import { getStatus } from './tracking/getStatus.ts';
import { importProgress } from './tracking/importProgress.ts';
import { listAccountIds, listAccountStates } from './tracking/listAccountStates.ts';
import { listUnitStates } from './tracking/listUnitStates.ts';
import { previewReplan } from './tracking/previewReplan.ts';
import { planRestAnew, previewRest } from './tracking/restOfPlan.ts';
import { setStates } from './tracking/setStates.ts';
import { listViews, removeView, renameView, saveView } from './views/views.ts';

/** All operations of the contract over one open plan. */
export function createHandlers(context: AppContext): Handlers {
  const paperOf = keepPaper(context);
  return {
    'plan.get': () => getPlan(context),
    'plan.getSummary': (input) => getSummary(context, input),
    'plan.find': createFind(context),
    'plan.listCountries': (input) => listCountries(context, input),
    'plan.listTemplates': (input) => listTemplates(context, input),
    'plan.create': (input) => createPlan(context, input),
    'plan.changeDetails': (input) => changeDetails(context, input),
    'plan.listAssumptions': (input) => listAssumptions(context, input),
    'plan.changeAssumption': (input) => changeAssumption(context, input),
    'plan.resetAssumption': (input) => resetAssumption(context, input),
    'inventory.listItems': (input) => listItems(context, input),
    'inventory.listItemIds': (input) => listItemIds(context, input),
    'inventory.countItems': (input) => countItems(context, input),
    'inventory.getItem': (input) => getItem(context, input),
    'inventory.previewRuleRemoval': (input) => previewRuleRemoval(context, input),
    'inventory.getAccountUse': () => getAccountUse(context),
    'inventory.listUnits': () => openStore(context).read((reader) => [...inNameOrder(reader.units())]),
    'inventory.listAccounts': (input) => listAccounts(context, input),
    'inventory.listContracts': () => listContracts(context),
    'inventory.listRawNames': (input) => listRawNames(context, input),
    'inventory.addItem': (input) => addItem(context, input),
    'inventory.changeItem': (input) => changeItem(context, input),
    'inventory.assignNames': (input) => assignNames(context, input),
    'inventory.listNameRules': () => listNameRules(context),
    'inventory.previewNameRule': (input) => previewNameRule(context, input),
    'inventory.saveNameRule': (input) => saveNameRule(context, input),
    'inventory.removeNameRule': (input) => removeNameRule(context, input),
    'inventory.exportNameRules': (input, call) => exportNameRules(context, input, call),
    'inventory.importNameRules': (input, call) => importNameRules(context, input, call),
    'inventory.removeItems': (input) => removeItems(context, input),
    'inventory.changeUnitRole': (input) => changeUnitRole(context, input),
    'inventory.addContract': (input) => addContract(context, input),
    'inventory.changeContract': (input) => changeContract(context, input),
    'inventory.removeContract': (input) => removeContract(context, input),
    'inventory.changeContracts': (input) => changeContracts(context, input),
    'inventory.removeContracts': (input) => removeContracts(context, input),
    'inventory.getUnit': (input) => getUnit(context, input),
    'inventory.addUnit': (input) => addUnit(context, input),
    'inventory.changeUnit': (input) => changeUnit(context, input),
    'inventory.previewTable': (input) => previewTable(context, input),
    'inventory.saveMapping': (input) => saveMapping(context, input),
    'inventory.readMapping': (input) => readMapping(context, input),
    'inventory.previewImport': (input, call) => previewImport(context, input, call),
    'inventory.importFiles': (input, call) => importFiles(context, input, call),
    'catalogue.list': () => listCatalogue(context),
    'catalogue.search': (input) => searchEntries(context, input),
    'catalogue.listAxes': (input) => listAxes(context, input),
    'catalogue.listProviders': (input) => listProviders(context, input),
    'catalogue.listEvents': (input) => listEvents(context, input),
    'catalogue.get': (input) => getEntry(context, input),
    'catalogue.findSource': (input) => findSource(context, input),
    'catalogue.check': () => checkEntries(context),
    'catalogue.matchNames': (input) => matchNames(context, input),
    'mapping.list': (input) => listMapping(context, input),
    'mapping.listItemIds': (input) => listMappingItemIds(context, input),
    'mapping.get': (input) => getMappingRow(context, input),
    'mapping.preview': () => previewProposals(context),
    'mapping.acceptProposals': (input) => acceptProposals(context, input),
    'mapping.decide': (input) => decide(context, input),
    'sovereignty.getExposure': (input) => getExposure(context, input),
    'sovereignty.simulateOutage': (input) => replayOutage(context, input),
    'schedule.getTimeline': () => getTimeline(context),
    'schedule.build': (input, call) => buildSchedule(context, input, call),
    'schedule.explainTask': (input) => explainTaskStart(context, input),
    'schedule.changeTrack': (input) => changeTrack(context, input),
    'schedule.changeCapacity': (input) => changeCapacity(context, input),
    'schedule.holdTask': (input) => holdTask(context, input),
    'schedule.previewHold': (input) => previewHold(context, input),
    'schedule.moveTask': (input) => moveTask(context, input),
    'schedule.addFreeze': (input) => addFreeze(context, input),
    'schedule.removeFreeze': (input) => removeFreeze(context, input),
    'cost.getCosts': (input) => getCosts(context, input),
    'cost.getBand': (input) => getBand(context, input),
    'tracking.getStatus': (input) => getStatus(context, input),
    'tracking.listAccounts': (input) => listAccountStates(context, input),
    'tracking.listAccountIds': (input) => listAccountIds(context, input),
    'tracking.listUnits': (input) => listUnitStates(context, input),
    'tracking.setStates': (input) => setStates(context, input),
    'tracking.importProgress': (input, call) => importProgress(context, input, call),
    'tracking.getForecast': (input) => getForecast(context, input),
    'tracking.previewReplan': (input) => previewReplan(context, input),
    'tracking.previewRest': (input) => previewRest(context, input),
    'tracking.planRest': (input) => planRestAnew(context, input),
    'scenario.list': () => listScenarios(context),
    'scenario.add': (input) => addScenario(context, input),
    'scenario.remove': (input) => removeScenario(context, input),
    'scenario.compare': (input, call) => compareScenarios(context, input, call),
    'scenario.adopt': (input) => adoptScenario(context, input),
    'baseline.list': () => listBaselines(context),
    'baseline.get': (input) => getBaseline(context, input),
    'baseline.compare': (input) => compareWithPlan(context, input),
    'baseline.set': (input) => setBaseline(context, input),
    'baseline.importPlan': (input, call) => importPlan(context, input, call),
    'baseline.remove': (input) => removeBaseline(context, input),
    'view.list': () => listViews(context),
    'view.save': (input) => saveView(context, input),
    'view.rename': (input) => renameView(context, input),
    'view.remove': (input) => removeView(context, input),
    'history.list': (input) => listHistory(context, input),
    'history.undo': (input) => undo(context, input),
    'history.redo': (input) => redo(context, input),
    'history.restore': (input) => restore(context, input),
    'history.rollBack': (input) => rollBack(context, input),
    'history.listBuiltUpon': (input) => listBuiltUpon(context, input),
    'report.preview': (input) => previewPlan(paperOf, input),
    'report.print': (input, call) => printPlan(context, paperOf, input, call),
    'report.export': (input, call) => exportPlan(context, input, call),
    'report.listFormats': (input) => listFormats(context, input),
    'report.verifyPlan': (input) => verifyPlan(context, input),
  };
}
