import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { wholeBrowser } from '../../../scripts/find-chromium.ts'
import { postForm } from '../../e2e/setup/loopback.ts'
import { emailOf, password } from '../../e2e/setup/world.ts'
import type { Edition } from '../../packages/steered-package.ts'
import type { Ledger } from './ledger.ts'
import { lastWordsIn, Playing } from './playing.ts'
import { comesTrue, pollUntil } from './poll.ts'
import type { Site } from './site.ts'
import { makeRoom } from './storage-faults.ts'

/** What is wrong with a device from the beginning. */
export interface Ailments {
  /** The browser lets nobody keep anything. */
  withoutStorage?: boolean
  /** Milliseconds by which its clock goes wrong. */
  clockOff?: number
}

export interface TestModule {
  slug: string
  edition: Edition
}

/** A computer with a browser, on which people play. */
export class Device {
  readonly site: Site
  readonly ledger: Ledger
  readonly name: string
  /** Content hosts by registration. */
  readonly hosts = new Map<string, string>()
  /** What has been played here, and by whom. */
  readonly played = new Map<string, { person: string; module: TestModule }>()
  /** Registrations whose content host has no room left in this browser. */
  readonly filled = new Set<string>()
  isOffline = false
  readonly #open: () => Promise<BrowserContext>
  readonly #profile: string | undefined
  readonly #ailments: Ailments
  #context: BrowserContext | undefined
  #playings: Playing[] = []
  #count = 0

  private constructor(
    parts: { site: Site; ledger: Ledger; name: string; ailments: Ailments },
    open: () => Promise<BrowserContext>,
    profile?: string,
  ) {
    this.site = parts.site
    this.ledger = parts.ledger
    this.name = parts.name
    this.#ailments = parts.ailments
    this.#open = open
    this.#profile = profile
  }

  /** A device of its own in a browser that others use as well. */
  static within(browser: Browser, parts: DeviceParts): Device {
    return new Device({ ailments: {}, ...parts }, () => browser.newContext(settings))
  }

  /** A browser of its own with a profile on the disk, which can be killed and started again. */
  static onDisk(profile: string, parts: DeviceParts): Device {
    const open = () =>
      chromium.launchPersistentContext(profile, {
        ...settings,
        ...wholeBrowser(),
        // So that a page may be shown again from memory.
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      })
    return new Device({ ailments: {}, ...parts }, open, profile)
  }

  get playings(): readonly Playing[] {
    return this.#playings
  }

  async context(): Promise<BrowserContext> {
    if (this.#context) return this.#context
    const context = await this.#open()
    context.setDefaultTimeout(15_000)
    // What compiles these files for a script may name functions by a helper that no page has.
    await context.addInitScript('globalThis.__name = (named) => named')
    await context.addInitScript(prepare, {
      appHost: new URL(this.site.origin).host,
      ...this.#ailments,
    })
    if (this.isOffline) await context.setOffline(true)
    this.#context = context
    return context
  }

  /** Signs a person in, whoever was signed in before. */
  async signIn(person: string): Promise<void> {
    const context = await this.context()
    const session = await sessionOf(this.site, person)
    await context.clearCookies()
    await context.addCookies([{ name: 'session', value: session, url: this.site.origin }])
  }

  /** Ends a person's session for good, and takes its cookie from this device. */
  async signOut(person: string): Promise<void> {
    const cookie = `session=${await sessionOf(this.site, person)}`
    await postForm(this.site.port, '/sign-out', {}, { cookie })
    sessions.get(this.site)?.delete(person)
    await (await this.context()).clearCookies()
  }

  /** Opens the module's player in a tab of its own. Whether its content has begun is to be asked of it. */
  async play(person: string, module: TestModule): Promise<Playing> {
    await this.signIn(person)
    const registration = await registrationOf(this.site, person, module)
    this.played.set(registration, { person, module })
    const page = await (await this.context()).newPage()
    const id = `${this.name}.${++this.#count}`
    const playing = new Playing(this, page, registration, module.edition, id)
    this.#playings.push(playing)
    await page.goto(this.site.origin + playing.address).catch(() => undefined)
    return playing
  }

  closed(playing: Playing): void {
    this.#playings = this.#playings.filter((other) => other !== playing)
  }

  async setOffline(offline: boolean): Promise<void> {
    this.isOffline = offline
    await this.#context?.setOffline(offline)
  }

  /** Kills the browser as a power cut would; only what its disk holds afterwards is left. */
  async kill(): Promise<void> {
    if (!this.#context) return
    const pid = this.#profile && browserPid(this.#profile)
    if (!pid) throw new Error('Only a browser of its own can be killed')
    const gone = new Promise<void>((resolve) => this.#context?.once('close', () => resolve()))
    process.kill(pid, 'SIGKILL')
    await gone
    this.#context = undefined
    this.#playings = []
    for (const registration of this.played.keys()) {
      const changes = this.ledger.of({ registration, device: this.name })
      const page = await this.emptyPage(registration)
      const dump = page ? await page.evaluate(() => JSON.stringify({ ...localStorage })) : ''
      await page?.close()
      for (const change of changes) {
        change.stored = dump.includes(change.marker)
        if (!change.seen && !change.stored) change.gone ??= 'not on the disk of the killed browser'
      }
    }
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined)
    this.#context = undefined
    this.#playings = []
  }

  /** A page on the content host that holds nothing of ours, to look into its storage. */
  async emptyPage(registration: string): Promise<Page | undefined> {
    const host = this.hosts.get(registration)
    if (!host) return undefined
    const page = await (await this.context()).newPage()
    const address = `http://${host}/empty`
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }))
    await page.goto(address)
    return page
  }

  /**
   * Ends all faults for this device, and lets everybody who has played here come back until the device
   * holds nothing more of theirs.
   */
  async heal(): Promise<void> {
    for (const host of this.hosts.values()) this.site.proxy.heal(host)
    await this.site.isUp()
    await this.#letOpenPagesSave()
    for (const playing of this.#playings.slice()) await playing.close()
    for (const [registration, { person, module }] of this.played) {
      const storage = await this.#leftAfterMakingRoom(registration)
      if (storage !== undefined && isFlushed(storage)) this.#takeLastWords(storage)
      else await this.#comeBack(person, module)
    }
  }

  /** What the device holds for a registration; undefined where that cannot be looked into from outside. */
  async #leftAfterMakingRoom(registration: string): Promise<string | undefined> {
    const page = this.#ailments.withoutStorage ? undefined : await this.emptyPage(registration)
    if (!page) return undefined
    if (this.filled.delete(registration)) await makeRoom(page)
    const storage = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    await page.close()
    return storage
  }

  /** A page that is still open may hold what its browser does not store. */
  async #letOpenPagesSave(): Promise<void> {
    // The browser tells its pages that the network is back.
    await this.setOffline(true)
    await this.setOffline(false)
    const latest = this.#playings.at(-1)
    if (!latest || this.ledger.of({ playing: latest.id }).every(({ seen }) => seen)) return
    await latest.waitSaved(3000)
  }

  async #comeBack(person: string, module: TestModule): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.site.isUp()
      const playing = await this.play(person, module)
      const isReady = await playing.isReady(8000)
      if (isReady) await playing.commit()
      const isDone =
        isReady && (await comesTrue(8000, async () => isFlushed(await playing.storage())))
      if (isDone) this.#takeLastWords(await playing.storage())
      await playing.close()
      if (isDone) return
      if (tries === 4) throw new Error(`${person} cannot come back to ${module.slug}`)
    }
  }

  #takeLastWords(storage: string): void {
    const said = lastWordsIn(storage)
    const hasEnded = said.some(({ call, answer }) => call === 'finish' && answer === 'true')
    for (const { value, answer, element } of said) {
      const isMarker = element?.startsWith('cmi.interactions.')
      const change = isMarker && this.ledger.changes.find(({ marker }) => marker === value)
      if (!change) continue
      change.accepted = answer === 'true'
      change.acknowledged ||= hasEnded && change.accepted
    }
  }
}

const isFlushed = (storage: string) => !storage.includes('samsyn.outbox.')

export interface DeviceParts {
  site: Site
  ledger: Ledger
  name: string
  ailments?: Ailments
}

const settings: BrowserContextOptions = {
  locale: 'sv-SE',
  timezoneId: 'Europe/Stockholm',
  viewport: { width: 900, height: 700 },
}

/** Runs in every document before its own scripts. */
function prepare(given: Ailments & { appHost: string }): void {
  if (location.host === given.appHost) {
    const told: unknown[] = []
    Object.assign(window, { toldByFrame: told })
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'samsyn' in data) told.push(data)
    })
  } else if (given.withoutStorage) {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  }
  const off = given.clockOff ?? 0
  if (off === 0) return
  const now = Date.now.bind(Date)
  const Off = class extends Date {
    constructor(...words: []) {
      if (words.length > 0) super(...words)
      else super(now() + off)
    }
    static override now() {
      return now() + off
    }
  }
  Object.assign(window, { Date: Off })
}

const sessions = new WeakMap<Site, Map<string, Promise<string>>>()

/** A person's session, asked for once: the faults need no second sign-in of the same person. */
function sessionOf(site: Site, person: string): Promise<string> {
  const known = sessions.get(site) ?? new Map<string, Promise<string>>()
  sessions.set(site, known)
  const session = known.get(person) ?? signedInWhenUp(site, person)
  known.set(person, session)
  return session
}

/** Another run may have stopped the server or its database this very moment. */
async function signedInWhenUp(site: Site, person: string): Promise<string> {
  let session = ''
  await pollUntil(`${person} is signed in`, 30_000, async () => {
    await site.isUp()
    session = await newSession(site, person)
    return true
  })
  return session
}

/** Signs a person in by the form. */
export async function newSession(site: Site, person: string): Promise<string> {
  const answer = await postForm(site.port, '/sign-in', { email: emailOf(person), password })
  const value = /session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1]
  if (!value) throw new Error(`The sign-in of ${person} answered ${answer.status}`)
  return value
}

/** Begins the module, or finds where the person has begun it. */
async function registrationOf(site: Site, person: string, module: TestModule): Promise<string> {
  const cookie = `session=${await sessionOf(site, person)}`
  let registration: string | undefined
  await pollUntil('the module has been begun', 30_000, async () => {
    const answer = await postForm(site.port, `/modules/${module.slug}`, {}, { cookie })
    registration = /\/play\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1]
    return registration !== undefined
  })
  return registration!
}

/** The browser's own process among all that run with the profile. */
function browserPid(profile: string): number | undefined {
  const folder = `--user-data-dir=${profile}`
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const words = readFileSync(path.join('/proc', String(pid), 'cmdline'), 'utf8').split('\0')
        return words.includes(folder) && !words.some((word) => word.startsWith('--type='))
      } catch {
        return false
      }
    })
}
