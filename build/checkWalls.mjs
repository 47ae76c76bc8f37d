import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './project.mjs';

/** `checkWalls.mjs [folder]`: the walls between the parts, in this tree or in the one given. */
const tree = resolve(process.argv[2] ?? root);
const folders = ['core', 'db', 'formats', 'host', 'electron', 'renderer', 'test'].filter((folder) => existsSync(join(tree, folder)));
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.cjs');

const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', ...folders], {
  cwd: tree,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
process.exitCode = report(readResult());

function readResult() {
  try {
    return JSON.parse(run.stdout);
  } catch {
    return null;
  }
}

function report(result) {
  if (result === null) {
    process.stderr.write(`dependency-cruiser gave no result\n${run.stderr}\n`);
    return 1;
  }
  for (const { rule, from, to } of result.summary.violations) {
    const reason = result.summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    process.stderr.write(`${rule.name}: ${from} → ${to}\n  ${reason}\n`);
  }
  // A cruiser that cannot read TypeScript, or that looks into the wrong folder, sees nothing and finds nothing.
  const seen = new Set(result.modules.map(({ source }) => source));
  const unseen = folders.flatMap((folder) => sourcesIn(folder)).filter((file) => !seen.has(file));
  for (const file of unseen) process.stderr.write(`not seen by the check: ${file}\n`);
  process.stdout.write(`${seen.size} modules, ${result.summary.totalDependenciesCruised} imports, ${result.summary.violations.length} violations\n`);
  return result.summary.violations.length > 0 || unseen.length > 0 || result.summary.totalDependenciesCruised === 0 ? 1 : 0;
}

function sourcesIn(folder) {
  return readdirSync(join(tree, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(tree.length + 1)
        .replaceAll('\\', '/'),
    );
}
