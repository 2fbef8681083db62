import { openedWords } from '../../packages/odd-package.ts'
import { workingPackages } from '../../packages/odd-packages.ts'
import { cookieOf, editorCookie, launchModule, publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

// So many in one test: a sign-in for each package would be more than anybody may have in a minute.
const atOnce = 12

for (let first = 0; first < workingPackages.length; first += atOnce) {
  const some = workingPackages.slice(first, first + atOnce)
  const numbers = `${first + 1}–${first + some.length}`
  test(`packages of every odd kind are taken in and open for a learner (${numbers})`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    test.setTimeout(30_000 * some.length)
    const editor = await editorCookie(samsyn)
    const learner = await cookieOf(samsyn, 'learner')
    await loginAs('learner')
    for (const { name, make } of some) {
      await test.step(name, async () => {
        const module = await publishModule(samsyn, make(), editor)
        await page.goto(await launchModule(samsyn, module, 'Börja', learner))
        const opened = contentOf(page).getByRole('heading', { name: openedWords })
        await expect(opened, name).toBeVisible()
      })
    }
  })
}
