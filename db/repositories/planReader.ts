import type { PlanReader } from '../../core/ports/planStore.ts';
import { accountOrders } from './accountOrder.ts';
import { accountStateReads } from './accountStates.ts';
import { accountReads } from './accounts.ts';
import { baselineReads } from './baselines.ts';
import { contractReads } from './contracts.ts';
import { decisionReads } from './decisions.ts';
import { fingerprintOf } from './fingerprint.ts';
import { importSourceReads } from './importSources.ts';
import { itemListReads } from './itemList.ts';
import { itemReads } from './items.ts';
import { mailboxReads } from './mailboxes.ts';
import { namedColumnReads } from './namedColumns.ts';
import { nameRuleReads } from './nameRules.ts';
import { planReads } from './plan.ts';
import { rawNameReads } from './rawNames.ts';
import type { ReadDb } from './readDb.ts';
import { scenarioReads } from './scenarios.ts';
import { scheduleReads } from './schedule.ts';
import { stateCountReads } from './stateCounts.ts';
import { unitReads } from './units.ts';
import { usageProfileReads } from './usageProfiles.ts';
import { viewReads } from './views.ts';

/** Reads what the file holds, each time anew. `isChanging`: a command is open, and what was read may be another a moment later. */
export function createPlanReader(db: ReadDb, revision: () => number, isChanging: () => boolean): Omit<PlanReader, 'computedOnce'> {
  return {
    ...planReads(db),
    ...unitReads(db),
    ...accountReads(db),
    ...usageProfileReads(db),
    ...itemReads(db),
    ...itemListReads(db),
    ...rawNameReads(db),
    ...mailboxReads(db),
    ...nameRuleReads(db),
    ...namedColumnReads(db),
    ...contractReads(db),
    ...decisionReads(db),
    ...scheduleReads(db),
    ...accountStateReads(db, accountOrders(db, revision, isChanging)),
    ...stateCountReads(db),
    ...scenarioReads(db),
    ...baselineReads(db),
    ...viewReads(db),
    ...importSourceReads(db),
    revision,
    fingerprint: fingerprintOf(db),
  };
}
