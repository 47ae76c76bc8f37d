/**
 * What Electron's own default app does with `electron [-r MODULE] FOLDER`, and no more: takes on the name and place of
 * the program there and runs it.
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const given = process.argv.slice(1);
const modules = [];
let folder = '.';
for (let index = 0; index < given.length; index++) {
  const argument = given[index];
  if (argument === '-r' || argument === '--require') modules.push(resolve(given[++index]));
  else if (!argument.startsWith('-')) {
    folder = argument;
    break;
  }
}
folder = resolve(folder);
const { name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(name);
app.setVersion(version);
app.setAppPath(folder);
process.defaultApp = true;
for (const module of modules) require(module);
require(join(folder, main));
