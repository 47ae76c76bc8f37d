import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { accountStateWrites } from './accountStateWrites.ts';
import { accountWrites } from './accountWrites.ts';
import { baselineWrites } from './baselines.ts';
import { contractWrites } from './contracts.ts';
import { decisionWrites } from './decisions.ts';
import { importSourceWrites } from './importSources.ts';
import { itemWrites } from './items.ts';
import { mailboxWrites } from './mailboxes.ts';
import { namedColumnWrites } from './namedColumns.ts';
import { nameRuleWrites } from './nameRules.ts';
import { planWrites } from './plan.ts';
import { rawNameWrites } from './rawNames.ts';
import { scenarioWrites } from './scenarios.ts';
import { scheduleWrites } from './schedule.ts';
import { trackWrites } from './tracks.ts';
import { unitWrites } from './units.ts';
import { usageProfileWrites } from './usageProfiles.ts';
import { viewWrites } from './views.ts';
import type { WriteDb } from './writeDb.ts';

export function createPlanWriter(db: WriteDb, reader: PlanReader): PlanWriter {
  const { forgetProfiles, ...usageProfiles } = usageProfileWrites(db);
  return {
    ...reader,
    ...planWrites(db),
    ...unitWrites(db),
    ...accountWrites(db),
    ...usageProfiles,
    ...itemWrites(db, forgetProfiles),
    ...rawNameWrites(db),
    ...mailboxWrites(db),
    ...nameRuleWrites(db),
    ...namedColumnWrites(db),
    ...contractWrites(db),
    ...decisionWrites(db),
    ...trackWrites(db),
    ...scheduleWrites(db),
    ...accountStateWrites(db),
    ...scenarioWrites(db),
    ...baselineWrites(db),
    ...viewWrites(db),
    ...importSourceWrites(db),
  };
}
