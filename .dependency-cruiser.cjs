// Who may import whom. Every rule has a planted violation in tests/house/planted-violations.test.ts,
// which fails when a rule is added here without one.

const nouns = require('./scripts/lint-nouns.json')

const test = String.raw`\.test\.tsx?$`
const packages = '(^|/)node_modules/'
const npmPackage = (names) => `${packages}(@types/)?(${names.join('|')})/`
const notBelow = (...folders) => `^app/(${folders.join('|')})(/|\\.|$)`

/** A route that Remix serves: whatever lies right in a + folder, or a route folder's own file. */
const routeModules = [
  String.raw`^app/routes/[^/]+\.tsx?$`,
  String.raw`^app/routes/.+\+/[^/]+\.tsx?$`,
  String.raw`^app/routes/.+/(_|route\.|index\.|layout\.|page\.)[^/]*$`,
]

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** One rule per noun: it sees itself and the nouns above it. The last one sees them all. */
const nounOrder = nouns
  .slice(0, -1)
  .map((noun, index) =>
    error(
      `noun-order-${noun}`,
      `${noun} imports only ${index === 0 ? 'no other noun' : nouns.slice(0, index).join(', ')}`,
      { path: `^app/domain/${noun}/` },
      { path: '^app/domain/', pathNot: `^app/domain/(${nouns.slice(0, index + 1).join('|')})/` },
    ),
  )

module.exports = {
  forbidden: [
    error(
      'no-circles',
      'a circle, types included, has no top to start reading from',
      {},
      {
        circular: true,
      },
    ),
    error(
      'imports-resolve',
      'an import that leads nowhere',
      {},
      {
        couldNotResolve: true,
        // What the build writes is not there yet.
        pathNot: '(^|/)build/',
      },
    ),
    error(
      'no-undeclared-package',
      'what package.json does not name is there by chance',
      { path: '^(app/|server/|server\\.ts)' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'no-development-package-in-app',
      'the running product has only its dependencies',
      { path: '^(app/|server/|server\\.ts)', pathNot: test },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    error(
      'kernel-imports-nothing',
      'the kernel knows only itself',
      { path: '^app/kernel/', pathNot: test },
      { path: ['^app/', packages], pathNot: '^app/kernel/' },
    ),
    error(
      'i18n-imports-kernel-only',
      'texts know the kernel, nothing else of the house',
      { path: '^app/i18n/' },
      { path: '^app/', pathNot: notBelow('i18n', 'kernel') },
    ),
    error(
      'standards-import-kernel-only',
      'the languages of the outer world know the kernel, nothing else of the house',
      { path: '^app/standards/' },
      { path: '^app/', pathNot: notBelow('standards', 'kernel') },
    ),
    error(
      'standards-are-pure',
      'no file, no network, and of packages only the XML reader',
      { path: '^app/standards/', pathNot: test },
      { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: npmPackage(['saxes']) },
    ),
    error(
      'platform-imports-kernel-only',
      'the ground knows the kernel, nothing else of the house',
      { path: '^app/platform/' },
      { path: '^app/', pathNot: notBelow('platform', 'kernel') },
    ),
    error(
      'domain-imports-inward',
      'the core knows nothing of who looks at it or how it is reached',
      { path: '^app/domain/' },
      { path: '^app/', pathNot: notBelow('domain', 'kernel', 'platform', 'standards', 'i18n') },
    ),
    ...nounOrder,
    error(
      'db-private-to-noun',
      "a noun's SQL is its own; ask its .server.ts",
      { path: '^app/domain/([^/]+)/' },
      { path: String.raw`^app/domain/[^/]+/.*\.db\.server\.ts$`, pathNot: '^app/domain/$1/' },
    ),
    error(
      'db-private-to-domain',
      "a noun's SQL is its own; ask its .server.ts",
      { pathNot: '^app/domain/' },
      { path: String.raw`^app/domain/.+\.db\.server\.ts$` },
    ),
    error(
      'database-packages-stay-low',
      'only SQL files, the platform and the session store speak to the database',
      {
        path: '^(app/|server/|server\\.ts)',
        pathNot: String.raw`^app/platform/|\.db\.server\.ts$|\.db\.test\.ts$|^app/auth/session\.server\.ts$`,
      },
      {
        path: [
          '^app/platform/prisma-client/',
          npmPackage(['pg', 'pg-[^/]+', 'prisma', '@prisma/[^/]+', '@electric-sql/[^/]+']),
        ],
      },
    ),
    error(
      'lucia-only-in-auth',
      'the only place that knows lucia',
      { pathNot: '^app/auth/' },
      { path: npmPackage(['lucia', '@lucia-auth/[^/]+']) },
    ),
    error(
      'auth-knows-no-screens',
      'sign-in is used by screens and does not know them',
      { path: '^app/auth/' },
      {
        path: '^app/',
        pathNot: notBelow('auth', 'domain', 'kernel', 'platform', 'standards', 'i18n'),
      },
    ),
    error(
      'ui-knows-no-domain',
      'the kit would fit any other product',
      { path: '^app/ui/' },
      { path: '^app/', pathNot: notBelow('ui', 'kernel', 'i18n') },
    ),
    error(
      'components-import-inward',
      'a shared widget is given its data',
      { path: '^app/components/' },
      { path: '^app/', pathNot: notBelow('components', 'ui', 'kernel', 'i18n', 'domain') },
    ),
    error(
      'components-run-in-browsers',
      'of a .server file a widget may know the types',
      { path: '^app/(components|ui)/', pathNot: test },
      { path: String.raw`\.server\.tsx?$`, dependencyTypesNot: ['type-only'] },
    ),
    error(
      'exchange-knows-no-screens',
      'imports and exports are used by screens, tasks and the command line',
      { path: '^app/exchange/' },
      {
        path: '^app/',
        pathNot: notBelow('exchange', 'domain', 'kernel', 'platform', 'standards', 'i18n'),
      },
    ),
    error(
      'workers-know-no-screens',
      'what runs by itself has no reader in front of it',
      { path: '^app/workers/' },
      {
        path: '^app/',
        pathNot: notBelow(
          'workers',
          'exchange',
          'auth',
          'domain',
          'kernel',
          'platform',
          'standards',
          'i18n',
        ),
      },
    ),
    error(
      'nothing-imports-routes',
      'not even a type: a widget that two screens share lives in components/',
      { pathNot: '^app/routes/' },
      { path: '^app/routes/' },
    ),
    error(
      'route-modules-stand-alone',
      'a route imports no other route, not even a type',
      { path: '^app/routes/' },
      { path: routeModules },
    ),
    error(
      'player-frame-alone',
      'what runs on a content host knows only itself, the standards and what it says to the server',
      { path: '^app/player-frame/' },
      {
        path: '^app/',
        pathNot: [
          notBelow('player-frame', 'standards'),
          String.raw`^app/kernel/(player-protocol|text-patch)\.ts$`,
        ],
      },
    ),
    error(
      'content-host-knows-no-sessions',
      'content hosts answer by launch token: no sign-in, no screens',
      { path: '^app/content-host/' },
      {
        path: '^app/',
        pathNot: notBelow('content-host', 'domain', 'kernel', 'platform', 'standards', 'i18n'),
      },
    ),
    error(
      'player-frame-packages',
      'its only package is the SCORM runtime: no React, nothing of Node',
      { path: '^app/player-frame/', pathNot: test },
      { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: npmPackage(['scorm-again']) },
    ),
    error(
      'scorm-again-only-in-player-frame',
      'the runtime lives on content hosts',
      { pathNot: '^(app/player-frame|tests)/' },
      { path: npmPackage(['scorm-again']) },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: [packages, '^app/platform/prisma-client/'] },
    exclude: { path: '^(build|data|node_modules/\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.d.ts', '.json', '.css'],
    },
  },
}
