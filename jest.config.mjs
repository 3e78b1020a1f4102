import { availableParallelism } from 'node:os';

// Jest 30 cannot require() an ES module before Node 24.9, so the three that Mercurius and Fastify require are compiled to CommonJS.
const esmOnly = 'content-disposition|cookie|set-cookie-parser';

const typescript = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];
const commonjs = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
];

const project = (displayName, options) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: {
    '^#(api|worker)$': '<rootDir>/apps/$1/src/index.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  transform: { [`/node_modules/(${esmOnly})/.+\\.js$`]: commonjs, '^.+\\.ts$': typescript },
  ...options,
});

export default {
  // A limit against hanging, not a measure of speed: two busy cores may be slow.
  testTimeout: 300_000,
  // Programs and the database that tests wait for leave a core idle where Jest would take one worker for two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    project('unit', { testRegex: ['(?<!\\.(int|e2e))\\.spec\\.ts$'] }),
    project('int', {
      testRegex: ['\\.int\\.spec\\.ts$'],
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    }),
    project('e2e', {
      testRegex: ['\\.e2e\\.spec\\.ts$'],
      globalSetup: '<rootDir>/test/support/start-programs.mjs',
      globalTeardown: '<rootDir>/test/support/stop-programs.mjs',
    }),
  ],
};
