import { defineConfig, devices } from '@playwright/test'
import { wholeBrowser } from './scripts/find-chromium.ts'

/** The named faults of tests/faults, each in a real browser against servers of their own. */
export default defineConfig({
  testDir: 'tests/faults',
  globalSetup: './tests/faults/harness/template.ts',
  outputDir: 'test-results/faults/playwright',
  // They wait more than they compute.
  workers: 3,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A fault that is survived at the second try only is not survived.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: wholeBrowser(),
  },
})
