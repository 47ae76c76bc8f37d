import type { z } from 'zod';
import { baselineOperations } from './baseline.ts';
import { catalogueOperations } from './catalogue.ts';
import { contractOperations } from './contracts.ts';
import { costOperations } from './cost.ts';
import type { Operation } from './define.ts';
import { historyOperations } from './history.ts';
import { importOperations } from './imports.ts';
import { inventoryOperations } from './inventory.ts';
import { mappingOperations } from './mapping.ts';
import { nameRuleOperations } from './nameRules.ts';
import { planOperations } from './plan.ts';
import { reportOperations } from './report.ts';
import { scenarioOperations } from './scenario.ts';
import { scheduleOperations } from './schedule.ts';
import { sovereigntyOperations } from './sovereignty.ts';
import { trackingOperations } from './tracking.ts';
import { unitOperations } from './units.ts';
import { viewOperations } from './views.ts';

/** Everything a user can do, by name. */
export const contract = {
  ...planOperations,
  ...inventoryOperations,
  ...importOperations,
  ...nameRuleOperations,
  ...contractOperations,
  ...unitOperations,
  ...catalogueOperations,
  ...mappingOperations,
  ...sovereigntyOperations,
  ...scheduleOperations,
  ...costOperations,
  ...trackingOperations,
  ...scenarioOperations,
  ...baselineOperations,
  ...viewOperations,
  ...historyOperations,
  ...reportOperations,
} satisfies Record<string, Operation>;

export type Contract = typeof contract;
export type OperationName = keyof Contract;

/** What a caller passes: defaults may be left out. */
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler receives. */
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;
export type Progress<N extends OperationName> = Contract[N] extends { readonly progress: infer P extends z.ZodType } ? z.output<P> : never;

export type QueryName = { [N in OperationName]: Contract[N]['kind'] extends 'query' ? N : never }[OperationName];
export type CommandName = { [N in OperationName]: Contract[N]['kind'] extends 'command' ? N : never }[OperationName];
export type JobName = { [N in OperationName]: Contract[N]['kind'] extends 'job' ? N : never }[OperationName];
