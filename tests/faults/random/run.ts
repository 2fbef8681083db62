import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { editorCookie, publishModule, publishVersion } from '../../e2e/setup/new-module.ts'
import { steeredPackage } from '../../packages/steered-package.ts'
import { Device, type TestModule } from '../harness/device.ts'
import { Ledger } from '../harness/ledger.ts'
import type { Playing } from '../harness/playing.ts'
import { pause, pollUntil } from '../harness/poll.ts'
import type { Site } from '../harness/site.ts'
import { emptyStorage, fillStorage, forbidStorage } from '../harness/storage-faults.ts'
import { judge, type Verdict } from '../harness/verdict.ts'
import type { Plan, Step } from './steps.ts'

interface Place {
  site: Site
  browser: Browser
}

interface OwnModule extends TestModule {
  id: string
}

/** Lives a run through, ends its faults, and judges what became of all that was promised. */
export async function live(plan: Plan, { site, browser }: Place): Promise<Verdict> {
  const run = await Run.begin(plan, site, browser)
  try {
    for (const step of plan.steps) await run.take(step)
    return await run.end()
  } finally {
    await run.close()
  }
}

class Run {
  readonly #site: Site
  readonly #ledger: Ledger
  readonly #devices: Device[]
  readonly #module: OwnModule
  readonly #profile: string | undefined
  #device: Device
  #person = 'learner'
  #playing: Playing | undefined
  /** Its content has not come, though nothing was in the way any more: only loading it anew helps. */
  #isStuck = false
  #restarts: Promise<unknown>[] = []

  private constructor(
    site: Site,
    ledger: Ledger,
    devices: Device[],
    module: OwnModule,
    profile: string | undefined,
  ) {
    this.#site = site
    this.#ledger = ledger
    this.#devices = devices
    this.#module = module
    this.#profile = profile
    this.#device = devices[0]!
  }

  static async begin(plan: Plan, site: Site, browser: Browser): Promise<Run> {
    const { edition, onDisk, ailments, seed } = plan
    const ledger = new Ledger()
    const profile = onDisk ? mkdtempSync(path.join(tmpdir(), 'samsyn-faults-profile-')) : undefined
    const first = { site, ledger, name: `run-${seed}-a`, ailments }
    const devices = [
      profile ? Device.onDisk(profile, first) : Device.within(browser, first),
      Device.within(browser, { site, ledger, name: `run-${seed}-b` }),
    ]
    const zip = await steeredPackage(edition)
    let module: OwnModule | undefined
    await whileUp(site, async () => {
      module = { ...(await publishModule(site, zip, await editorOf(site))), edition }
    })
    return new Run(site, ledger, devices, module!, profile)
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'set':
        return (await this.#played())?.set(Array(step.changes).fill({}), step.andThen)
      case 'suspend':
        return (await this.#played())?.set([{ suspendCharacters: step.characters }], step.andThen)
      case 'complete':
        return (await this.#played())?.set([{ completes: true }], 'commit')
      case 'storm':
        return (await this.#played())?.storm(50, 1)
      case 'wait':
        return pause(step.ms)
      case 'wait-saved':
        return void (await (await this.#played())?.waitSaved(2500))
      case 'close':
        return this.#close(step.lastWords)
      case 'go-away':
      case 'back':
      case 'reload':
        return this.#move(step.do)
      case 'kill-browser':
        return this.#killBrowser()
      case 'another-tab':
      case 'other-device':
      case 'other-person':
        return this.#turnTo(step.do)
      default:
        return this.#befall(step)
    }
  }

  async end(): Promise<Verdict> {
    await Promise.all(this.#restarts)
    for (const device of this.#devices) await device.heal()
    return judge(this.#site.database, this.#ledger)
  }

  async close(): Promise<void> {
    for (const device of this.#devices) await device.close()
    if (this.#profile) rmSync(this.#profile, { recursive: true, force: true })
  }

  /** What comes over the line, the server and the storage. */
  async #befall(step: Step): Promise<void> {
    const playing = this.#playing
    const host = playing?.host
    const { proxy } = this.#site
    switch (step.do) {
      case 'spoil':
        if (host) proxy.spoil(host, step)
        return
      case 'mend-line':
        if (host) proxy.heal(host)
        return
      case 'offline':
      case 'online':
        return this.#device.setOffline(step.do === 'offline')
      case 'kill-server':
        return this.#killServer(step.inCommit)
      case 'restart-database':
        this.#restarts.push(this.#site.restartDatabase(step.how))
        return
      case 'new-version':
        return this.#publishAgain()
      case 'empty-storage':
        return playing && emptyStorage(playing)
      case 'fill-storage':
        return playing && fillStorage(playing)
      case 'forbid-storage':
        return playing && forbidStorage(playing)
    }
  }

  /** The page that is played, opened where there is none; undefined while its content cannot be had. */
  async #played(): Promise<Playing | undefined> {
    if (this.#isStuck) await this.#move('reload')
    this.#playing ??= await this.#device.play(this.#person, this.#module)
    if (this.#playing.isNowhere && this.#device.isOffline) return undefined
    const isSpoilt = this.#device.isOffline || this.#site.proxy.isSpoilt(this.#playing.host)
    const isReady = await this.#playing.isReady(isSpoilt ? 2500 : 15_000)
    this.#isStuck = !isReady && !isSpoilt
    return isReady ? this.#playing : undefined
  }

  async #close(lastWords: 'none' | 'set' | 'finish'): Promise<void> {
    const playing = this.#playing
    this.#leave()
    if (!playing) return
    if (lastWords !== 'none') await playing.planLastWords(lastWords === 'finish')
    await playing.close()
  }

  async #move(how: 'go-away' | 'back' | 'reload'): Promise<void> {
    const playing = this.#playing
    if (!playing) return
    const { page } = playing
    const away = () => page.goto(`${this.#site.origin}/home`)
    const moves = {
      'go-away': away,
      reload: () => page.reload(),
      back: () => away().then(() => page.goBack()),
    }
    await playing.loadAnew(() => moves[how]().catch(() => undefined))
    this.#isStuck = false
    if (how === 'go-away') this.#leave()
  }

  /** The next thing to be played is played in a page of its own. */
  #leave(): void {
    this.#playing = undefined
    this.#isStuck = false
  }

  async #killBrowser(): Promise<void> {
    if (!this.#profile) return
    await this.#devices[0]!.kill()
    if (this.#device === this.#devices[0]) this.#leave()
  }

  /** What was open stays open. */
  #turnTo(what: 'another-tab' | 'other-device' | 'other-person'): void {
    this.#leave()
    if (what === 'other-device') this.#device = this.#devices.find((each) => each !== this.#device)!
    if (what === 'other-person') this.#person = this.#person === 'learner' ? 'trainer' : 'learner'
  }

  async #killServer(inCommit: boolean): Promise<void> {
    const host = this.#playing?.host
    if (inCommit && host) {
      const arrived = this.#site.proxy.nextCommit(host)
      await this.#playing?.set([{}], 'commit')
      await Promise.race([arrived, pause(1000)])
    }
    this.#restarts.push(this.#site.restartServer())
  }

  async #publishAgain(): Promise<void> {
    const zip = await steeredPackage(this.#module.edition, `Version ${performance.now()}`)
    await whileUp(this.#site, async () =>
      publishVersion(this.#site, this.#module, zip, await editorOf(this.#site)),
    )
  }
}

const editors = new WeakMap<Site, Promise<string>>()

/** Asked for once; a sign-in that failed, since the server was away, is tried anew by the next who asks. */
function editorOf(site: Site): Promise<string> {
  const editor = editors.get(site) ?? editorCookie(site)
  editors.set(site, editor)
  editor.catch(() => editors.delete(site))
  return editor
}

/** Does what needs a server that answers: another run may have killed it this very moment. */
function whileUp(site: Site, work: () => Promise<void>): Promise<void> {
  return pollUntil('the server has done it', 30_000, async () => {
    await site.isUp()
    await work()
    return true
  })
}
