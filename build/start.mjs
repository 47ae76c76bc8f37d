import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runScript, tell } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

const sample = ['--accounts', '1200', '--units', '24', '--items', '60', '--seed', '7'];
const target = join(root, 'out', 'sample');

/** Makes up an administration and plans its move, from import files to the PDF. */
await runScript(async () => {
  await setUp();
  const folder = mkdtempSync(join(tmpdir(), 'bascule-sample-'));
  try {
    tell('Making up an administration with 1,200 accounts …');
    const made = await bascule(['generate', ...sample, '--out', folder]);
    if (made !== 0) return made;
    const files = readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
    tell('Planning its move after the example of Schleswig-Holstein …');
    const planned = await bascule(['plan', ...files, '--template', 'schleswig-holstein', '--out', target]);
    if (planned === 0) {
      const beside = readdirSync(target).filter((name) => name.startsWith('plan.') && name !== 'plan.pdf');
      tell(`The plan: ${relative(process.cwd(), join(target, 'plan.pdf'))} (beside it ${beside.join(', ')})`);
    }
    return planned;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function bascule(args) {
  return runInPlace(findRuntime(), commandLine(args), { cwd: root, env: runtimeEnvironment() });
}
