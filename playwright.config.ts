import { defineConfig, devices } from '@playwright/test'
import { headlessShell, wholeBrowser } from './scripts/find-chromium.ts'

const chromium = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 800 },
  locale: 'sv-SE',
  timezoneId: 'Europe/Stockholm',
  // Colours that glide from light to dark are no colours to judge a contrast by.
  contextOptions: { reducedMotion: 'reduce' as const },
  launchOptions: headlessShell(),
}

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup/template.ts',
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A second try is told by name in the run's summary ("held only at the second try").
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A trace of every first try would cost a third of the run.
  use: { ...chromium, screenshot: 'only-on-failure', trace: 'on-first-retry' },
  projects: [
    { name: 'walks', testIgnore: /e2e\/(after|learner)\// },
    // Windows that open, crash, stand beside each other and come back: the whole browser, as people have it.
    { name: 'play', testMatch: /learner\/.*\.spec\.ts/, use: { launchOptions: wholeBrowser() } },
    // Reads what all the other tests left behind, so it waits for them.
    { name: 'after', testMatch: /after\/.*\.spec\.ts/, dependencies: ['walks', 'play'] },
  ],
})
