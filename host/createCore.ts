import { join } from 'node:path';
import { topics } from '../core/contract/define.ts';
import { createHandlers } from '../core/app/handlers.ts';
import type { AppContext } from '../core/app/context.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { PlanStore } from '../core/ports/planStore.ts';
import { createClient, type CoreClient } from '../core/rpc/client.ts';
import { createInProcessWire } from '../core/rpc/inProcessWire.ts';
import { type CoreServer, createServer } from '../core/rpc/server.ts';
import { openPlanStore } from '../db/open.ts';
import { nameRuleFiles } from '../formats/nameRuleFiles.ts';
import { computedOnce, keptFolder } from './computedOnce.ts';
import { holidayCountries, publicHolidays } from './holidays.ts';
import { createImportReader } from './importReader.ts';
import { createLineLogger } from './lineLogger.ts';
import { type LoadedCatalogue, loadCatalogue, loadPlanTemplates } from './loadTemplates.ts';
import { createNodeFiles, type NodeFiles } from './nodeFiles.ts';
import { createPlanWriters } from './planWriters.ts';
import { createRandomIds } from './randomIds.ts';
import { createPlanSolver } from './solver/planSolver.ts';
import { systemClock } from './systemClock.ts';
import { version } from './version.ts';

export type OpenMode = 'create' | 'write' | 'read';

/** A running core with its wires, and what a host needs beside it. */
export type RunningCore = {
  readonly server: CoreServer;
  /** A client in this process. */
  readonly core: CoreClient;
  readonly files: NodeFiles;
  /** The file of the plan that is open; null for none. */
  readonly planPath: string | null;
  readonly isReadOnly: boolean;
  /** Opens another plan in place of the one that is open; every wire is told that everything may have changed. */
  openPlan(plan: { readonly path: string; readonly mode: OpenMode }): void;
  closePlan(): void;
  close(): void;
};

export type CoreOptions = {
  /** Absent: no plan is open, the catalogue and the templates answer all the same. */
  readonly plan?: { readonly path: string; readonly mode: OpenMode };
  /** Who is written into the history; the account's name on this machine, for example. */
  readonly actor: string;
  readonly writeLog?: (line: string) => void;
  readonly logLevel?: 'debug' | 'info' | 'warning' | 'error';
  readonly timer?: Parameters<typeof createServer>[1]['timer'];
  /** Absent: the time of this machine. */
  readonly clock?: Clock;
  /** Absent: those that come with the program. */
  readonly templates?: AppContext['templates'];
  /** Absent: random ids, which is what a plan needs that will be merged with another. */
  readonly ids?: Ids;
};

/** Joins core, database and formats into one running core. Throws `AppError` when the plan cannot be opened. */
export function createCore(options: CoreOptions): RunningCore {
  const ids = options.ids ?? createRandomIds();
  const clock = options.clock ?? systemClock;
  const files = createNodeFiles();
  const logger = createLineLogger(options.logLevel ?? 'warning', options.writeLog ?? (() => {}));
  const open = ({ path, mode }: { readonly path: string; readonly mode: OpenMode }): PlanStore =>
    openPlanStore({ path, mode, clock, actor: options.actor, appVersion: version });
  let store: PlanStore | null = options.plan ? open(options.plan) : null;
  let planPath = options.plan?.path ?? null;
  // The catalogue takes a tenth of a second to read: a command that never asks for it never pays.
  let loaded: LoadedCatalogue | null = null;
  let templates = options.templates ?? null;
  const context: AppContext = {
    get store() {
      return store;
    },
    get catalogue() {
      loaded ??= loadCatalogue();
      return loaded;
    },
    get templates() {
      templates ??= loadPlanTemplates();
      return templates;
    },
    files,
    importReader: createImportReader(),
    nameRuleFiles,
    planWriters: createPlanWriters(),
    solver: createPlanSolver(),
    holidays: { countries: holidayCountries, between: rememberHolidays() },
    clock,
    ids,
    logger,
  };
  const server = createServer(createHandlers(context), { logger, ids, timer: options.timer ?? systemTimer });
  const pair = createInProcessWire();
  server.connect(pair.server);
  const core = createClient(pair.client);
  return {
    server,
    core,
    files,
    get planPath() {
      return planPath;
    },
    get isReadOnly() {
      return store?.isReadOnly ?? false;
    },
    openPlan(plan) {
      const opened = open(plan);
      store?.close();
      store = opened;
      planPath = plan.path;
      server.announce(topics);
    },
    closePlan() {
      store?.close();
      store = null;
      planPath = null;
      server.announce(topics);
    },
    close() {
      server.close();
      store?.close();
    },
  };
}

/** A plan's holidays are asked for with every query of the timeline; the library that knows them takes a quarter of a second and 20 MB. */
function rememberHolidays(): AppContext['holidays']['between'] {
  const known = new Map<string, ReturnType<typeof publicHolidays>>();
  return (country, region, firstYear, lastYear) => {
    const key = `${country} ${region} ${firstYear} ${lastYear}`;
    const holidays =
      known.get(key) ??
      computedOnce({
        keptIn: join(keptFolder, 'holidays', `${encodeURIComponent(key)}.json`),
        by: ['host/holidays.ts', 'core/domain/calendar.ts'],
        compute: () => publicHolidays(country, region, firstYear, lastYear),
      });
    known.set(key, holidays);
    return holidays;
  };
}

const systemTimer: Parameters<typeof createServer>[1]['timer'] = {
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
};
