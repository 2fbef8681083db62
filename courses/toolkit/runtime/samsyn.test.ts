import { describe, expect, test, vi } from 'vitest'
import {
  heedAsking,
  heedLeaving,
  isInPlayer,
  isInSamsyn,
  openApp,
  samsynLanguage,
  tellOpenApp,
} from './samsyn.ts'

const origin = 'https://c-abc.samsyn.example'

/** A window within another, whose document says these things of itself. */
function within(around: object | undefined, own: EventTarget = new EventTarget()) {
  const parent = {
    get document() {
      if (!around) throw new Error('of another host')
      return { documentElement: around }
    },
  }
  return Object.assign(own, { parent, location: { origin } }) as unknown as Window
}
const player = (lang: string) => ({ lang, dataset: { appOrigin: 'https://samsyn.example' } })

describe('a module', () => {
  test('speaks the language of Samsyn around it', () => {
    expect(samsynLanguage(within(player('en')))).toBe('en')
    expect(samsynLanguage(within(player('sv')))).toBe('sv')
  })

  test('is not told a language by any other page around it, nor by itself', () => {
    const alone = new EventTarget() as unknown as Window
    Object.assign(alone, { parent: alone, document: { documentElement: player('en') } })
    for (const view of [within({ lang: 'en', dataset: {} }), within(undefined), alone]) {
      expect(isInSamsyn(view)).toBe(false)
      expect(samsynLanguage(view)).toBeUndefined()
    }
  })
})

describe('when somebody leaves by Samsyn’s way out', () => {
  function told(data: unknown, from: { source?: unknown; origin?: string } = {}) {
    const view = within(player('sv'))
    const leave = vi.fn()
    heedLeaving(view, leave)
    const event = Object.assign(new Event('message'), {
      data,
      origin,
      source: view.parent,
      ...from,
    })
    view.dispatchEvent(event)
    return leave
  }

  test('the module hears it from the player', () => {
    expect(told({ samsyn: 'left' })).toHaveBeenCalledOnce()
  })

  test('nobody else can say so', () => {
    expect(told({ samsyn: 'left' }, { source: {} })).not.toHaveBeenCalled()
    expect(told({ samsyn: 'left' }, { source: null })).not.toHaveBeenCalled()
    expect(told({ samsyn: 'left' }, { origin: 'https://lms.example' })).not.toHaveBeenCalled()
  })

  test('what else is said to it means nothing', () => {
    for (const data of [{ samsyn: 'end' }, { left: 'samsyn' }, 'left', null, undefined]) {
      expect(told(data)).not.toHaveBeenCalled()
    }
  })
})

describe('without signing in', () => {
  const app = 'https://samsyn.example'
  const ownHost = `o-${'a'.repeat(26)}.samsyn.example`

  /** A module's window on a host, within a page of another host that cannot be looked into. */
  function openAt(hostname: string, search = `?app=${encodeURIComponent(app)}&lang=en`) {
    const view = within(undefined)
    const told = vi.fn()
    Object.assign(view.parent, { postMessage: told })
    Object.assign(view, { location: { origin: `https://${hostname}`, hostname, search } })
    return { view, told }
  }

  test('the module knows Samsyn’s page by its own address, on Samsyn’s hosts alone', () => {
    const { view } = openAt(ownHost)
    expect(openApp(view)).toBe(app)
    expect([isInSamsyn(view), isInPlayer(view), samsynLanguage(view)]).toEqual([true, false, 'en'])
    for (const elsewhere of [
      'skola.example',
      `c-${'a'.repeat(26)}.samsyn.example`,
      'o-a.example',
    ]) {
      expect(openApp(openAt(elsewhere).view)).toBeUndefined()
    }
    expect(openApp(openAt(ownHost, '').view)).toBeUndefined()
  })

  test('it tells that page alone how far the learner has come', () => {
    const outcome = {
      isKept: false,
      completion: 'completed',
      success: 'unknown',
      score: 80,
    } as const
    const { view, told } = openAt(ownHost)
    tellOpenApp(view, { samsyn: 'open-outcome', ...outcome })
    expect(told).toHaveBeenCalledExactlyOnceWith({ samsyn: 'open-outcome', ...outcome }, app)
    const elsewhere = openAt('skola.example')
    tellOpenApp(elsewhere.view, { samsyn: 'open-outcome', ...outcome })
    expect(elsewhere.told).not.toHaveBeenCalled()
  })

  test('that page may ask, and say that somebody leaves; no other may', () => {
    for (const [origin, times] of [
      [app, 1],
      ['https://evil.example', 0],
    ] as const) {
      const { view } = openAt(ownHost)
      const [asked, left] = [vi.fn(), vi.fn()]
      heedAsking(view, { 'open-outcome?': asked, 'open-progress?': asked, 'open-forget': asked })
      heedLeaving(view, left)
      for (const samsyn of ['open-outcome?', 'open-progress?', 'open-forget', 'left']) {
        const message = { data: { samsyn }, origin, source: view.parent }
        view.dispatchEvent(Object.assign(new Event('message'), message))
      }
      expect([asked.mock.calls.length, left.mock.calls.length]).toEqual([3 * times, times])
    }
  })
})
