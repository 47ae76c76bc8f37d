import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError } from '../core/contract/errors.ts';
import type { ChosenFile } from '../core/contract/shell.ts';
import type { OpenPlan, WindowSettings } from '../core/contract/shellBridge.ts';
import type { CoreRequests, CoreStart, PlanToOpen, RequestName } from './coreMessages.ts';
import type { Dialogs } from './dialogs.ts';
import type { ShellMethods } from './shellDoor.ts';
import { readAddress, readBoolean, readFileKind, readFileName, readPaths, readPlanSource, readSample, readSettings } from './shellInput.ts';

export type PlanShellOptions = {
  readonly ask: <Name extends RequestName>(name: Name, input: CoreRequests[Name]['input']) => Promise<CoreRequests[Name]['output']>;
  readonly dialogs: Dialogs;
  readonly openInBrowser: (address: string) => Promise<void>;
  /** Another plan is open now, or none. */
  readonly announcePlan: () => void;
  readonly applySettings: (settings: WindowSettings) => void;
  readonly connectWindow: (window: BrowserWindow) => Promise<void>;
};

export interface PlanShell {
  readonly methods: ShellMethods;
  /** For a new core: the plan that was open and the files that were chosen. */
  start(): CoreStart;
  /** No plan is open, and none is being opened. */
  isClosed(): boolean;
  /** Before the first core: it opens this plan by itself while the window is still made. What came of it, `openPath` tells. */
  expect(path: string): void;
  /** What a new core has open. */
  begun(plan: OpenPlan | null, problem: AppError | null): void;
  /** A plan that the system asks to open; problems are told in a dialog. */
  openPath(path: string, window: BrowserWindow | null): Promise<void>;
  openByDialog(window: BrowserWindow): Promise<void>;
  closePlan(): Promise<void>;
}

/** The plan that is open and the files that the user chose. Only handles leave for the windows; the paths stay here. */
export function createPlanShell(options: PlanShellOptions): PlanShell {
  const { ask, dialogs } = options;
  const chosen = new Map<string, string>();
  let current: PlanToOpen | null = null;
  let shown: OpenPlan | null = null;
  let isExpected = false;
  let opening = 0;
  let opened: Promise<unknown> = Promise.resolve();

  async function keep(path: string): Promise<ChosenFile> {
    const handle = randomUUID();
    chosen.set(handle, path);
    return { handle, ...(await ask('keepFile', { handle, path })) };
  }

  function open(plan: PlanToOpen): Promise<void> {
    const work = openNow(plan);
    opened = work.catch(() => {});
    return work;
  }

  async function openNow(plan: PlanToOpen): Promise<void> {
    opening += 1;
    try {
      shown = await ask('openPlan', plan);
    } finally {
      opening -= 1;
    }
    current = { path: plan.path, mode: shown.isReadOnly ? 'read' : 'write' };
    options.announcePlan();
  }

  /** False when somebody else has it and the user does not want to read it. */
  async function openOrRead(path: string, window: BrowserWindow | null): Promise<boolean> {
    try {
      await open({ path: resolve(path), mode: 'write' });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'busy') throw error;
      if (!(await dialogs.offerToRead(window, error))) return false;
      await open({ path: resolve(path), mode: 'read' });
    }
    return true;
  }

  async function closePlan(): Promise<void> {
    await ask('closePlan', null);
    current = null;
    shown = null;
    options.announcePlan();
  }

  async function openPath(path: string, window: BrowserWindow | null): Promise<void> {
    try {
      await openOrRead(path, window);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await dialogs.tellProblem(window, error);
    }
  }

  const methods: ShellMethods = {
    async chooseFiles(window, kind, isMany) {
      return Promise.all((await dialogs.chooseFiles(window, readFileKind(kind), readBoolean(isMany))).map(keep));
    },
    acceptDropped: async (_window, paths) => Promise.all(readPaths(paths).map(keep)),
    async choosePlace(window, kind, name) {
      const path = await dialogs.choosePlace(window, readFileKind(kind), readFileName(name));
      return path === null ? null : keep(path);
    },
    recentPlans: () => ask('recentPlans', null),
    async openPlan(window, given) {
      const source = readPlanSource(given);
      const path = 'recent' in source ? await ask('pathOfRecent', source.recent) : chosen.get(source.handle);
      if (path === undefined || path === null) throw new AppError('notFound', 'app.fileHandleUnknown');
      await openOrRead(path, window);
    },
    async makePlan(window, name) {
      const path = await dialogs.choosePlace(window, 'plan', readFileName(name));
      if (path === null) return false;
      await open({ path, mode: 'create' });
      return true;
    },
    async makeSample(_window, sample) {
      const made = await ask('makeSample', readSample(sample));
      shown = made && { name: made.name, isReadOnly: made.isReadOnly };
      current = made && { path: made.path, mode: 'write' };
      options.announcePlan();
      return made !== null;
    },
    cancelSample: () => ask('cancelSample', null),
    closePlan,
    currentPlan: async () => shown,
    async openLink(window, given) {
      const source = await ask('findSource', readAddress(given));
      if (source === null) throw new AppError('notFound', 'shell.linkUnknown');
      if (await dialogs.agreeToLink(window, source)) await options.openInBrowser(source.url);
    },
    tellSettings: async (_window, settings) => options.applySettings(readSettings(settings)),
    // Not before the plan is open: what the page asked until then would be asked once more.
    connectCore: (window) => opened.then(() => options.connectWindow(window)),
  };

  return {
    methods,
    isClosed: () => shown === null && current === null && opening === 0,
    start: () => ({ plan: current, files: [...chosen].map(([handle, path]) => ({ handle, path })) }),
    expect(path) {
      current = { path, mode: 'write' };
      isExpected = true;
    },
    begun(plan, problem) {
      if (isExpected) {
        isExpected = false;
        current = null;
        return;
      }
      const isSame = shown?.name === plan?.name && shown?.isReadOnly === plan?.isReadOnly;
      shown = plan;
      if (!isSame) options.announcePlan();
      if (problem === null) return;
      current = null;
      void dialogs.tellProblem(null, problem);
    },
    openPath,
    async openByDialog(window) {
      const [path] = await dialogs.chooseFiles(window, 'plan', false);
      if (path !== undefined) await openPath(path, window);
    },
    closePlan,
  };
}
