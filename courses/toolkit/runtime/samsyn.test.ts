import { describe, expect, test, vi } from 'vitest'
import { heedLeaving, isInSamsyn, samsynLanguage } from './samsyn.ts'

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
