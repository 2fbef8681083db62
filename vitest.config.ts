import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const databaseTests = ['app/**/*.db.test.ts', 'tests/db/**/*.db.test.ts']

/** What tests keep beside a database: never the newcomer's own ./data. */
const testData = fileURLToPath(new URL('./.cache/test-data', import.meta.url))

type Kind = 'embedded' | 'served'

/** Tests on a database of their own; tests/setup/database.ts makes the template they copy. */
const onDatabase = (name: string, kind: Kind, include: string[]) => ({
  extends: true as const,
  test: {
    name,
    include,
    env: { TEST_DB: kind, SECRET: 'only for tests '.repeat(3), DATA_FOLDER: testData },
    globalSetup: 'tests/setup/database.ts',
    isolate: false,
    setupFiles: 'tests/setup/fresh-modules.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{app,server,scripts,prisma,courses,bench,tests/house,tests/packages}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // Machines that are busy elsewhere must not decide.
          testTimeout: 30_000,
        },
      },
      onDatabase('db-embedded', 'embedded', databaseTests),
      onDatabase('db-served', 'served', databaseTests),
      // Asks the built server, so it runs after the build.
      onDatabase('matrix', process.env.TEST_DATABASE_URL ? 'served' : 'embedded', [
        'tests/matrix/**/*.test.ts',
      ]),
    ],
  },
})
