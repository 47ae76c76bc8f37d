import { AppError } from '../contract/errors.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Matcher } from '../domain/catalogue/matchNames.ts';
import type { FileIssue } from '../domain/problems.ts';
import type { PlanTemplate } from '../domain/schedule/timeline/planTemplate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Holidays } from '../ports/holidays.ts';
import type { Ids } from '../ports/ids.ts';
import type { ImportReader } from '../ports/importReader.ts';
import type { Logger } from '../ports/logger.ts';
import type { NameRuleFiles } from '../ports/nameRuleFiles.ts';
import type { PlanDetails, PlanReader, PlanStore } from '../ports/planStore.ts';
import type { PlanWriters } from '../ports/planWriters.ts';
import type { Solver } from '../ports/solver.ts';

/** Everything a handler may use. Built once by a host; nothing in it is global. */
export type AppContext = {
  /** Null while no plan is open: the catalogue and the templates answer all the same. */
  readonly store: PlanStore | null;
  readonly catalogue: { readonly catalogue: Catalogue; readonly defects: readonly FileIssue[]; readonly matcher: Matcher };
  readonly templates: ReadonlyMap<string, PlanTemplate>;
  readonly files: Files;
  readonly importReader: ImportReader;
  readonly nameRuleFiles: NameRuleFiles;
  readonly planWriters: PlanWriters;
  readonly solver: Solver;
  readonly holidays: Holidays;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
};

/** The open plan's store, or a sentence that says that no plan is open. */
export function openStore(context: AppContext): PlanStore {
  if (!context.store) throw new AppError('notFound', 'app.noPlanOpen');
  return context.store;
}

/** The plan's details; a file that was made but never filled from a template is refused in words. */
export function planOf(reader: PlanReader): PlanDetails {
  const plan = reader.plan();
  if (!plan) throw new AppError('rule', 'app.planIsEmpty');
  return plan;
}

/** The template from which the plan was made, as this version of the program ships it. */
export function templateOf(context: AppContext, plan: PlanDetails): PlanTemplate {
  return findTemplate(context, plan.templateId);
}

export function findTemplate(context: AppContext, id: string): PlanTemplate {
  const template = context.templates.get(id);
  if (!template) throw new AppError('notFound', 'app.templateUnknown', { params: { template: id, known: [...context.templates.keys()].join(', ') } });
  return template;
}
