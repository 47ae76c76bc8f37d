import { buildWindow } from './buildWindow.mjs';
import { runScript } from './project.mjs';

/** Builds the pages when their sources have changed; for `bascule serve` from a checkout. */
await runScript(async () => {
  await buildWindow(['renderer']);
  return 0;
});
