import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { editorCookie, publishModule, publishVersion } from '../../e2e/setup/new-module.ts'
import { steeredPackage, type Edition } from '../../packages/steered-package.ts'
import { toldVerification } from '../../setup/verify-attempts.ts'
import { Device, type Ailments, type TestModule } from './device.ts'
import { Ledger } from './ledger.ts'
import { Site } from './site.ts'
import { templateOf } from './template.ts'
import { judge } from './verdict.ts'

export { expect }

interface PerWorker {
  site: Site
  editor: string
}

interface PerTest {
  ledger: Ledger
  /** A module of the test's own, whose content does what the test wants. */
  module: TestModule & { id: string }
  edition: Edition
  /** A computer; `onDisk` gives it a browser of its own that can be killed. */
  device: (name?: string, more?: Ailments & { onDisk?: boolean }) => Device
  publishAgain: () => Promise<void>
  /** Ends all faults, lets everybody come back, and finds everything that was promised, once. */
  expectAllKept: () => Promise<void>
}

/** The named faults' own `test`: a site for each worker, a ledger and a module for each test. */
export const test = base.extend<PerTest, PerWorker>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const site = await Site.start(templateOf())
      await use(site)
      try {
        const verification = await site.verifyAttempts()
        expect(verification.attempts, 'there are attempts to verify').toBeGreaterThan(0)
        expect(verification.faults, toldVerification(verification)).toEqual([])
      } finally {
        await site.stop()
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  editor: [async ({ site }, use) => use(await editorCookie(site)), { scope: 'worker' }],
  edition: ['1.2', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- as above
  ledger: async ({}, use) => use(new Ledger()),
  module: async ({ site, editor, edition }, use) => {
    const { slug, id } = await publishModule(site, await steeredPackage(edition), editor)
    await use({ slug, id, edition })
  },
  publishAgain: async ({ site, editor, module }, use) => {
    await use(async () =>
      publishVersion(site, module, await steeredPackage(module.edition, 'Ny version'), editor),
    )
  },
  device: async ({ site, ledger, browser }, use) => {
    const devices: Device[] = []
    const profiles: string[] = []
    await use((name = `device-${devices.length + 1}`, { onDisk = false, ...ailments } = {}) => {
      const parts = { site, ledger, name, ailments }
      if (onDisk) profiles.push(mkdtempSync(path.join(tmpdir(), 'samsyn-faults-profile-')))
      const device = onDisk ? Device.onDisk(profiles.at(-1)!, parts) : Device.within(browser, parts)
      devices.push(device)
      devicesOf.set(ledger, devices)
      return device
    })
    for (const device of devices) await device.close()
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true })
  },
  expectAllKept: async ({ site, ledger }, use) => {
    await use(async () => {
      for (const device of devicesOf.get(ledger) ?? []) await device.heal()
      const { lost, doubled, misattributed, owed } = await judge(site.database, ledger)
      expect({ lost, doubled, misattributed }).toEqual({ lost: [], doubled: [], misattributed: [] })
      expect(owed, 'something was promised').toBeGreaterThan(0)
    })
  },
})

const devicesOf = new WeakMap<Ledger, Device[]>()
