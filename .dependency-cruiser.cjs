/** Who may import whom. Each rule's comment is what somebody reads who has just broken it. */

const only = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  // Node's own modules are judged by `core-imports-no-node`.
  to: { pathNot: [`^${folder}/`, ...allowed], dependencyTypesNot: ['core'], couldNotResolve: false },
});

const library = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`);

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      'core/domain',
      [],
      'core/domain imports nothing from outside: rules and sums must run anywhere, and the same input must give the same plan. Pass what you need as a value.',
    ),
    only(
      'contract-knows-domain-and-zod-only',
      'core/contract',
      ['^core/domain/', ...library('zod')],
      'The contract is read by every host and every window; what it imports, they all load.',
    ),
    only(
      'ports-know-domain-contract-and-report-only',
      'core/ports',
      ['^core/(domain|contract|report)/'],
      'A port says what the core needs, in plain data; who provides it stands elsewhere.',
    ),
    only(
      'app-knows-domain-contract-and-ports-only',
      'core/app',
      ['^core/(domain|contract|ports|report)/'],
      'A handler joins rules and ports. Files, databases and windows reach it through core/ports.',
    ),
    only(
      'rpc-sees-contract-only',
      'core/rpc',
      ['^core/(contract|ports)/', ...library('zod')],
      'Client and server carry any operation; one that needs to know a handler is no longer a wire.',
    ),
    only('report-knows-domain-only', 'core/report', ['^core/(domain|i18n)/'], 'Figures for screen, paper and exports are made from plain data.'),
    only(
      'i18n-knows-domain-only',
      'core/i18n',
      ['^core/domain/', ...library('intl-messageformat', '@formatjs')],
      'Sentences depend on nothing but their keys.',
    ),
    {
      name: 'core-imports-no-node',
      comment: 'core/ runs in a window, in a worker and under Node alike; ask for a port in core/ports instead.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'db-knows-domain-ports-and-errors-only',
      'db',
      ['^core/(domain|ports)/', '^core/contract/errors\\.ts$', ...library('better-sqlite3')],
      'db keeps rows; what they mean is decided in core/domain, what is done with them in core/app.',
    ),
    {
      name: 'sqlite-only-in-db',
      comment: 'Only db/ speaks SQL: its triggers write the history that undo needs, and only there.',
      severity: 'error',
      from: { pathNot: '^(db|test)/' },
      to: { path: library('better-sqlite3') },
    },
    {
      name: 'formats-know-no-database-nor-paths',
      comment:
        'formats/ turns bytes into records and records into bytes. Whoever calls it opens the files, so that nothing is read which the user did not choose.',
      severity: 'error',
      from: { path: '^formats/' },
      to: { path: ['^(db|host)/', ...library('better-sqlite3'), '^(node:)?(fs|fs/promises|path|child_process|net|http|https|worker_threads)$'] },
    },
    {
      name: 'formats-know-records-and-figures-only',
      comment:
        'A format knows the plain records of the domain that come in and the figures of core/report that go out; operations and handlers are none of its business.',
      severity: 'error',
      from: { path: '^formats/' },
      to: { path: '^core/(app|rpc|contract)/', pathNot: '^core/contract/errors\\.ts$' },
    },
    {
      name: 'typst-only-in-report',
      comment: 'Paper is printed in host/report; everything else hands it view models of core/report.',
      severity: 'error',
      from: { pathNot: '^(host/report|test)/' },
      to: { path: library('@myriaddreamin') },
    },
    {
      name: 'websocket-only-in-wires',
      comment: 'The one place that takes connections checks Host, Origin and token; a second one would forget one of them.',
      severity: 'error',
      from: { pathNot: '^(host/wires|test)/' },
      to: { path: library('ws') },
    },
    {
      name: 'host-is-on-top',
      comment: 'host/ joins everything; what imports it could no longer run in another host.',
      severity: 'error',
      from: { pathNot: ['^(host|test)/', '^electron/coreEntry\\.ts$'] },
      to: { path: '^host/' },
    },
    {
      name: 'shell-sees-contract-only',
      comment:
        "electron/ opens windows and guards the core's process; what it imports of the core would run with the user's rights beside every window. Only coreEntry.ts, which is the core's process, joins the host.",
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(core|db|formats|host|renderer)/', pathNot: ['^core/(contract|domain|i18n)/', '^core/rpc/(wireEnd|protocol)\\.ts$', '^host/'] },
    },
    {
      name: 'electron-only-in-shell',
      comment: 'Everything but electron/ runs in a browser and on the command line too.',
      severity: 'error',
      // What the tests load into the program stands beside the tests.
      from: { pathNot: ['^electron/', '^test/(support|bench/window)/\\w+\\.cjs$'] },
      to: { path: library('electron'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-sees-contract-only',
      comment:
        'A page asks the core through the contract, whichever wire it is on; figures come from core/report. What it imports beside that, it computes a second time.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(core|db|formats|host|electron)/', pathNot: ['^core/(contract|domain|i18n|report)/', '^core/rpc/(client|protocol|wire|wireEnd)\\.ts$'] },
    },
    {
      name: 'renderer-imports-no-node',
      comment: 'A window has a browser around it and nothing else.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-are-not-shipped',
      comment: 'Code that ships imports nothing from test/.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'tools-are-not-shipped',
      comment: 'Code that ships imports only what package.json lists under dependencies; types may come from devDependencies.',
      severity: 'error',
      from: { path: '^(core|db|formats|host|electron|renderer)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['^node_modules/@types/', ...library('electron')] },
    },
    {
      name: 'packages-are-listed',
      comment: 'Imports a package that package.json does not list: it is there by chance, in some version.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'The imported file does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      comment: 'Two files that import each other are one file, or hide a third that both need. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.json$' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
