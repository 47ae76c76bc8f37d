import { join, resolve } from 'node:path';
import { app, BrowserWindow, Menu, MessageChannelMain, nativeTheme, session } from 'electron';
import { windowChannels, type WindowSettings } from '../core/contract/shellBridge.ts';
import { locales, type Locale } from '../core/i18n/keys.ts';
import { createTranslator, type Translator } from '../core/i18n/translate.ts';
import { createCoreProcess } from './coreProcess.ts';
import { createDialogs } from './dialogs.ts';
import { createEventLog } from './eventLog.ts';
import { createKeptSettings } from './keptSettings.ts';
import { launchCore } from './launchCore.ts';
import { setMenu } from './menu.ts';
import { findPlaces } from './places.ts';
import { createPlanShell } from './planShell.ts';
import { registerAppScheme, servePages } from './protocol.ts';
import { hardenContents, hardenProcess, hardenSession, openInBrowser } from './security.ts';
import { openShellDoor } from './shellDoor.ts';
import { bringForward, openWindow } from './window.ts';

/** Tools for developers are part of a checkout, never of a package. */
const areToolsAllowed = !app.isPackaged;

hardenProcess();
registerAppScheme();
app.setAboutPanelOptions({ applicationName: 'Bascule', applicationVersion: app.getVersion(), copyright: 'EUPL-1.2' });
if (app.requestSingleInstanceLock({ plan: planIn(process.argv, process.cwd()) })) start();
else app.quit();

function start(): void {
  const places = findPlaces();
  const log = createEventLog(join(app.getPath('userData'), 'logs'));
  const kept = createKeptSettings(join(app.getPath('userData'), 'shell.json'));
  hardenContents(log.refusal);
  // Electron would make a menu of its own first.
  Menu.setApplicationMenu(null);

  let translator: Translator | null = null;
  const locale = () => kept.current.locale ?? systemLocale();
  const sentences = () => {
    translator ??= createTranslator(locale());
    return translator;
  };
  const dialogs = createDialogs(sentences, kept);
  const windows = () => BrowserWindow.getAllWindows();
  const frontWindow = () => BrowserWindow.getFocusedWindow() ?? windows()[0] ?? null;

  const plans = createPlanShell({
    ask: (name, input) => core.ask(name, input),
    dialogs,
    openInBrowser,
    announcePlan: () => {
      for (const window of windows()) window.webContents.send(windowChannels.planChanged);
    },
    applySettings,
    connectWindow,
  });
  const core = createCoreProcess({
    launch: () =>
      launchCore({ entry: places.coreEntry, node: places.node, folder: places.coreFolder, compiledFolder: places.compiledCore, writeLog: log.write }),
    start: plans.start,
    onReady: plans.begun,
    onGivenUp: giveUp,
    log: log.event,
    now: Date.now,
  });
  openShellDoor(plans.methods, log.refusal, (error) => log.event('a message failed', { error: error instanceof Error ? String(error.stack) : String(error) }));

  async function connectWindow(window: BrowserWindow): Promise<void> {
    const { port1, port2 } = new MessageChannelMain();
    await core.connect(port1);
    // The window may have gone while the core was starting.
    if (!window.isDestroyed()) window.webContents.postMessage(windowChannels.corePort, null, [port2]);
  }

  function applySettings(settings: WindowSettings): void {
    const isNewLocale = settings.locale !== locale();
    kept.change(settings);
    nativeTheme.themeSource = settings.theme === 'contrast' ? 'system' : settings.theme;
    if (!isNewLocale) return;
    translator = null;
    showMenu();
  }

  /** `staysEmpty`: no plan is about to be opened in it. */
  function newWindow(staysEmpty = true): BrowserWindow {
    return openWindow(places, kept, { areToolsAllowed, hasNoPlan: staysEmpty && plans.isClosed() });
  }

  function showMenu(): void {
    const actions = {
      newWindow: () => void newWindow(),
      openPlan: (window: BrowserWindow) => void plans.openByDialog(window),
      closePlan: () => void plans.closePlan(),
    };
    setMenu(sentences(), actions, areToolsAllowed);
  }

  async function giveUp(): Promise<boolean> {
    const isWanted = await dialogs.agreeToRestart();
    if (!isWanted) app.quit();
    return isWanted;
  }

  async function openFromSystem(path: string | null): Promise<void> {
    await app.whenReady();
    const window = frontWindow() ?? newWindow(path === null);
    bringForward(window);
    if (path !== null) await plans.openPath(path, window);
  }

  app.on('second-instance', (_event, _argv, _folder, data) => void openFromSystem(planOf(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openFromSystem(path);
  });
  app.on('activate', () => {
    if (windows().length === 0) newWindow();
  });
  app.on('window-all-closed', () => app.quit());
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void core.stop().then(() => {
      isStopped = true;
      // Where no core has begun, this is still within the event, and Electron ignores a quit within a quit.
      setImmediate(() => app.quit());
    });
  });

  const namedPlan = planIn(process.argv, process.cwd());
  // A plan is waited for; without one the window asks for the core once it is painted.
  if (namedPlan !== null) {
    plans.expect(namedPlan);
    core.begin();
  }
  void app.whenReady().then(() => {
    hardenSession(session.defaultSession, log.refusal, areToolsAllowed);
    servePages(places.pages);
    nativeTheme.themeSource = kept.current.theme === 'light' || kept.current.theme === 'dark' ? kept.current.theme : 'system';
    const window = newWindow(namedPlan === null);
    // Where the menu hides until it is called, its words are read once the page is painted.
    if (process.platform === 'darwin') showMenu();
    else window.once('ready-to-show', showMenu);
    if (namedPlan !== null) void plans.openPath(namedPlan, window);
  });
}

function systemLocale(): Locale {
  for (const tag of app.getPreferredSystemLanguages()) {
    const locale = locales.find((known) => known === tag.slice(0, 2));
    if (locale !== undefined) return locale;
  }
  return 'en';
}

/** The plan that the command line names: how every system hands over a file that was opened by its icon. */
function planIn(argv: readonly string[], folder: string): string | null {
  // In a checkout the program's own folder is named too, whatever it is called.
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.endsWith('.bascule') && resolve(folder, argument) !== app.getAppPath());
  return named === undefined ? null : resolve(folder, named);
}

function planOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'plan' in data && typeof data.plan === 'string' ? data.plan : null;
}
