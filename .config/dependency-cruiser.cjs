const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** The directions of imports; `scripts/check-imports.mjs` also proves that a planted violation is found. */
module.exports = {
  forbidden: [
    only(
      'no-circular',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'a circle has no layers',
    ),
    only('shared-is-pure', { path: '^shared/' }, { path: '^(electron|renderer|test)/' }, 'shared knows neither side'),
    only('shared-no-node', { path: '^shared/' }, { dependencyTypes: ['core'] }, 'shared runs in the page too'),
    only('kernel-is-closed', { path: '^shared/kernel/' }, { path: '^shared/(domain|ipc)/' }, 'kernel is the bottom'),
    only('domain-below-ipc', { path: '^shared/domain/' }, { path: '^shared/ipc/' }, 'the contract rests on the domain'),
    only('renderer-is-isolated', { path: '^renderer/' }, { path: '^electron/' }, 'only the contract joins them'),
    only('renderer-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }, 'the page has no Node'),
    only('electron-no-page', { path: '^electron/' }, { path: '^renderer/' }, 'only the contract joins them'),
    only(
      'electron-package-in-shell',
      { path: '^electron/', pathNot: '^electron/(main|preload)/' },
      { path: 'node_modules/electron/' },
      'the engine runs without Electron',
    ),
    only(
      'sqlite-in-db',
      { path: '^electron/', pathNot: '^electron/db/' },
      { path: 'node_modules/better-sqlite3/', dependencyTypesNot: ['type-only'] },
      'one place opens databases',
    ),
    only(
      'kysely-in-repositories',
      { path: '^electron/', pathNot: '^electron/db/|-repository\\.ts$' },
      { path: 'node_modules/kysely/', dependencyTypesNot: ['type-only'] },
      'queries live in repositories',
    ),
    only(
      'exceljs-in-excel',
      { path: '^electron/', pathNot: '^electron/excel/' },
      { path: 'node_modules/exceljs/', dependencyTypesNot: ['type-only'] },
      'workbooks are made in one place',
    ),
    only(
      'features-are-strangers',
      { path: '^electron/features/([^/]+)/' },
      { path: '^electron/features/([^/]+)/', pathNot: '^electron/features/$1/' },
      'what two features need goes down',
    ),
    only(
      'page-features-are-strangers',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
      'what two features need goes down',
    ),
    only(
      'components-know-no-feature',
      { path: '^renderer/components/' },
      { path: '^renderer/(features|app)/' },
      'widgets are for every feature',
    ),
    // what the build itself makes of a file (?url&inline) is no module to be found
    only('not-unresolvable', {}, { couldNotResolve: true, pathNot: '[.]wasm[?]' }, 'every import exists'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
