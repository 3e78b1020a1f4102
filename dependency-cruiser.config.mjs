// One table is the architecture. Everything not listed is forbidden.
const allowed = {
  'libs/domain': [],
  'libs/platform': [],
  // Shares nothing with the writer, so that a fault of one cannot hide in the other.
  'libs/verifier': [],
  'libs/extraction': ['libs/domain'],
  // Threads load it beside their work: it brings nothing else with it.
  'libs/worker-pool': [],
  'libs/reading': ['libs/domain', 'libs/extraction', 'libs/worker-pool'],
  'libs/article-formats': ['libs/domain', 'libs/worker-pool'],
  'libs/llm-reader': ['libs/domain', 'libs/extraction', 'libs/platform', 'libs/reading'],
  'libs/gazetteer': ['libs/domain'],
  'libs/tracking': ['libs/domain', 'libs/gazetteer'],
  'libs/event-store': ['libs/platform'],
  'libs/linking': ['libs/domain', 'libs/gazetteer', 'libs/tracking', 'libs/event-store', 'libs/platform'],
  'libs/archive': ['libs/event-store', 'libs/platform'],
  'libs/ingestion': [
    'libs/domain',
    'libs/extraction',
    'libs/event-store',
    'libs/platform',
    'libs/reading',
    'libs/tracking',
  ],
  'libs/projections': ['libs/domain', 'libs/tracking', 'libs/event-store', 'libs/platform'],
  'libs/query': [
    'libs/domain',
    'libs/gazetteer',
    'libs/tracking',
    'libs/projections',
    'libs/event-store',
    'libs/platform',
  ],
  'apps/api': [
    'libs/domain',
    'libs/tracking',
    'libs/article-formats',
    'libs/gazetteer',
    'libs/linking',
    'libs/ingestion',
    'libs/llm-reader',
    'libs/reading',
    'libs/query',
    'libs/event-store',
    'libs/platform',
  ],
  'apps/worker': [
    'libs/domain',
    'libs/gazetteer',
    'libs/linking',
    'libs/projections',
    'libs/event-store',
    'libs/platform',
    'libs/article-formats',
    'libs/ingestion',
    'libs/llm-reader',
    'libs/reading',
  ],
  'apps/cli': [
    'libs/domain',
    'libs/extraction',
    'libs/llm-reader',
    'libs/gazetteer',
    'libs/ingestion',
    'libs/projections',
    'libs/query',
    'libs/tracking',
    'libs/linking',
    'libs/event-store',
    'libs/archive',
    'libs/verifier',
    'libs/platform',
    'apps/api',
    'apps/worker',
    'libs/article-formats',
    'libs/reading',
  ],
};

const layer = ([from, to]) => ({
  name: `layer:${from}`,
  comment: `${from} may import only: ${to.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(apps|libs)/', pathNot: [from, ...to].map((p) => `^${p}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(allowed).map(layer),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'public-api-only',
      severity: 'error',
      comment: 'Import a lib or an app through its index.ts',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^(apps|libs)/[^/]+/src/(?!(testing/)?index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'pure-core',
      severity: 'error',
      comment: 'domain, extraction and tracking: named libraries only, no node built-in, no I/O',
      from: { path: '^libs/(domain|extraction|tracking)/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/(class-validator|class-transformer|wink-nlp|wink-eng-lite-web-model|eld)/',
      },
    },
    {
      name: 'pure-folds',
      severity: 'error',
      comment:
        'folds of views: no node built-in and no library, so no clock, chance or I/O that a replay could not repeat',
      from: {
        path: '^libs/projections/src/[^/]+/',
        pathNot:
          '^libs/projections/src/(lag|migrations|parked|rebuild|runner|testing|writing)/|\\.spec\\.ts$',
      },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
      },
    },
    {
      name: 'testing-only-from-specs',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: '^libs/[^/]+/src/testing/' },
    },
    {
      name: 'not-to-spec',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$|^test/' },
      to: { path: '\\.spec\\.ts$|^test/' },
    },
    { name: 'not-to-dist', severity: 'error', from: {}, to: { path: '^dist/' } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
