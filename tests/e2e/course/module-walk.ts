import type { Frame, Page } from '@playwright/test'

// Drives a module by its own buttons, from inside the page, so that all of its pages are met in seconds.
// What a learner does with keyboard and eyes is tried elsewhere.

/** Where a module runs: a page of its own, or a frame. */
type Shown = Page | Frame

/** What can be opened from the contents: pages, the end, appendices; in their order. */
export function placesOf(page: Shown): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.contents button span:first-child')].map((title) =>
      title.textContent.trim(),
    ),
  )
}

export async function openPlace(page: Shown, index: number): Promise<void> {
  await page.evaluate(
    (at) => document.querySelectorAll<HTMLElement>('.contents button')[at]!.click(),
    index,
  )
}

/** Presses the first button on the screen that the selector finds. @returns whether there is one */
export function press(page: Shown, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>(wanted)]
    const shown = all.find((one) => one.checkVisibility())
    shown?.click()
    return shown !== undefined
  }, selector)
}

/**
 * Fills in every question on the screen as its document says is right, or wrongly, and hands each in that
 * has a button to do so. Those that have been answered wrongly are tried again.
 * @returns how many there are
 */
export function answerAll(page: Shown, rightly: boolean): Promise<number> {
  return page.evaluate((isRight) => {
    const fieldsets = [...document.querySelectorAll('.question fieldset')].filter((one) =>
      one.checkVisibility(),
    )
    const changed = (field: Element) => field.dispatchEvent(new Event('change', { bubbles: true }))
    const idOf = (fieldset: Element) =>
      fieldset.querySelector('input')?.name.replace('answer-', '') ??
      fieldset.querySelector('select')?.id.replace(/^match-(.*)-\d+$/, '$1')
    for (const fieldset of fieldsets) {
      const form = fieldset.closest('form')
      const isLocked = fieldset.querySelector('.locked') !== null
      if (isLocked) form?.querySelector<HTMLElement>('.actions button:not(.quiet)')?.click()
      const id = idOf(fieldset)
      const source = document.querySelector<HTMLElement>(`[data-question="${id}"]`)
      const right = source?.dataset.right ?? ''
      for (const input of fieldset.querySelectorAll('input')) {
        input.checked = right.includes(input.value) === isRight
        changed(input)
        // Of radio buttons the last one that is chosen stays.
        if (input.checked && input.type === 'radio') break
      }
      for (const [index, select] of [...fieldset.querySelectorAll('select')].entries()) {
        const wrong = [...select.options].find(
          ({ value }) => value !== '' && value !== right[index],
        )
        select.value = isRight ? right[index]! : wrong!.value
        changed(select)
      }
      // Steps are lettered in their right order, and never begin in it.
      const steps = () => [...fieldset.querySelectorAll<HTMLElement>('.steps li')]
      const wanted = isRight ? steps().map(({ dataset }) => dataset.key!) : []
      for (const [place, key] of wanted.sort().entries()) {
        const row = steps().find(({ dataset }) => dataset.key === key)!
        while (steps().indexOf(row) > place) row.querySelector<HTMLElement>('.up')!.click()
      }
      form?.requestSubmit()
    }
    return fieldsets.length
  }, rightly)
}

/**
 * Goes through every scene of every case on the screen, and makes every choice of each.
 * @param met called at each scene and each consequence, with the choices that have led there
 */
export async function walkCases(page: Shown, met: (where: string) => Promise<void>): Promise<void> {
  const cases = page.locator('section.case').filter({ visible: true })
  for (const id of await cases.evaluateAll((all) =>
    all.map((one, index) => {
      one.setAttribute('data-walked', String(index))
      return String(index)
    }),
  )) {
    await walkScene(page, `section.case[data-walked="${id}"]`, '', new Set(), met)
  }
}

async function walkScene(
  page: Shown,
  story: string,
  path: string,
  known: Set<string>,
  met: (where: string) => Promise<void>,
): Promise<void> {
  const scene = await page.evaluate(
    (wanted) => document.querySelector(`${wanted} .stage`)!.textContent,
    story,
  )
  if (known.has(scene)) return
  known.add(scene)
  await met(`scene ${path}`)
  const choices = await page.locator(`${story} .choice`).count()
  for (let choice = 0; choice < choices; choice++) {
    const here = `${path}${choice + 1}`
    await press(page, `${story} li:nth-child(${choice + 1}) > .choice`)
    await met(`choice ${here}`)
    if (await press(page, `${story} .actions .main`)) {
      await walkScene(page, story, here, known, met)
      await press(page, `${story} .trail summary`)
      await page.evaluate(
        ([wanted, depth]) =>
          document.querySelectorAll<HTMLElement>(`${wanted} .trail li button`)[depth]!.click(),
        [story, path.length] as const,
      )
    } else await press(page, `${story} .actions button`)
  }
}
