import { buildWindow } from './buildWindow.mjs';
import { installTestPackages } from './debianPackages.mjs';
import { provideElectron } from './electronRuntime.mjs';
import { runScript, SetUpError, tell } from './project.mjs';

/** What the tests of the window need beside the packages: an Electron, the built pages, Debian's programs. */
await runScript(async () => {
  const electron = await electronOrReason();
  await installTestPackages(electron?.executable);
  await buildWindow();
  return 0;
});

async function electronOrReason() {
  try {
    return await provideElectron({ isForTests: true });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    tell(`${error.message}\nTests in an Electron window are skipped.`);
    return null;
  }
}
