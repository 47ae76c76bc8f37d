import type { IsoDate } from '../../domain/calendar.ts';
import type { Problem } from '../../domain/problems.ts';
import { buildPlanReport } from '../../report/buildPlanReport.ts';
import type { PlanReport } from '../../report/planReport.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf, templateOf } from '../context.ts';
import { sourceOfClaim } from '../catalogue/claimLines.ts';
import { costsOutput } from '../cost/getCosts.ts';
import { planCosts } from '../cost/planCosts.ts';
import { itemSupports } from '../inventory/itemSupports.ts';
import { mappingRows, sortRows } from '../mapping/mappingRows.ts';
import { assumptionLines } from '../plan/assumptions.ts';
import { calendarOf } from '../schedule/calendarOf.ts';
import { lastFinish } from '../schedule/getTimeline.ts';
import { gapOf } from '../schedule/gapOf.ts';
import { planLeft } from '../schedule/planLeft.ts';
import { planContractDates } from '../schedule/planContractDates.ts';
import { statusOf } from '../tracking/getStatus.ts';

/** How many unmatched names the report carries; all are counted, and the exports of the inventory list them all. */
const unmatchedListed = 200;

/** The whole plan as figures, for paper and exports: read once, in one moment. */
export function reportOfPlan(context: AppContext, locale: 'de' | 'en' | 'fr', today: IsoDate): PlanReport {
  return openStore(context).read((reader) => reportFrom(context, reader, locale, today));
}

function reportFrom(context: AppContext, reader: PlanReader, locale: 'de' | 'en' | 'fr', today: IsoDate): PlanReport {
  const plan = planOf(reader);
  const timeline = reader.timeline();
  const finishesOn = lastFinish(timeline);
  const { holidays } = calendarOf(context, plan);
  const { left, pinned } = planLeft(context, reader, timeline);
  const contracts = planContractDates(context, reader);
  const assumptions = assumptionLines(context, reader, locale);
  const computed = planCosts(context, reader);
  const costs = costsOutput(computed, assumptions);
  const problems: Problem[] = [...contracts.problems];
  const undated = timeline.tasks.filter((task) => task.startsOn === null).length;
  if (undated > 0) problems.push({ severity: 'error', messageKey: 'app.problem.tasksWithoutDates', params: { count: undated } });
  return buildPlanReport({
    plan,
    template: templateOf(context, plan),
    sources: context.catalogue.catalogue.sources,
    today,
    revision: reader.revision(),
    fingerprint: reader.fingerprint(),
    accountTotal: reader.accountTotal(),
    units: reader.units(),
    items: sortRows(mappingRows(context, reader), 'accounts'),
    supports: supportsOf(context, reader),
    contracts: reader.contracts(),
    decisions: contracts.decisions,
    timeline,
    gap: pinned && gapOf(left, pinned),
    statusOn: reader.statusOn(),
    holidays: holidays.filter(({ date }) => finishesOn !== null && date <= finishesOn),
    costs,
    assumptions,
    problems,
    status: statusOf(reader, today),
    coverage: reader.rawNameCoverage(),
    unmatched: reader.rawNames({ kind: 'unmatched' }, { offset: 0, limit: unmatchedListed }).rawNames,
    imports: reader.imports(),
  });
}

function supportsOf(context: AppContext, reader: PlanReader): PlanReport['supports'] {
  return [...itemSupports(context, reader)].map(([itemId, { claim, installations, of }]) => {
    const { source } = sourceOfClaim(context.catalogue.catalogue, claim);
    return {
      itemId,
      endsOn: claim.value.date,
      cycle: claim.value.cycle,
      installations,
      of,
      source: [source.title, source.publisher].filter((part) => part !== '').join(', '),
    };
  });
}
