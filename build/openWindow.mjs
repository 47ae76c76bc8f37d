import { join, resolve } from 'node:path';
import { buildWindow } from './buildWindow.mjs';
import { installWindowPackages } from './debianPackages.mjs';
import { provideElectron } from './electronRuntime.mjs';
import { root, runScript, SetUpError, tell } from './project.mjs';
import { runInPlace } from './runChild.mjs';

const plans = process.argv.slice(2).map((plan) => resolve(plan));
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** `openWindow.mjs [PLAN]`: the window, or where there is none the same pages for a browser on this machine. */
await runScript(async () => {
  const electron = hasDisplay ? await electronOrReason() : null;
  if (electron === null) {
    if (!hasDisplay) tell('There is no display, so a browser on this machine shows the pages.');
    await buildWindow(['renderer']);
    return runInPlace(process.execPath, [join(root, 'host', 'cli', 'main.ts'), 'serve', ...plans], { cwd: root });
  }
  await buildWindow();
  return runInPlace(electron.executable, [...switches(), root, ...plans], { cwd: root, env: environment() });
});

async function electronOrReason() {
  try {
    const electron = await provideElectron();
    return (await installWindowPackages(electron.executable)) ? electron : null;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    tell(`${error.message}\nUntil then a browser on this machine shows the pages.`);
    return null;
  }
}

function switches() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  tell('You are root, and for root Chromium has no sandbox; please start Bascule as an ordinary user.');
  return ['--no-sandbox'];
}

/** With this one set, Electron would be a plain Node. */
function environment() {
  const { ELECTRON_RUN_AS_NODE: _, ...others } = process.env;
  return others;
}
