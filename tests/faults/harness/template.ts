import { rmSync } from 'node:fs'
import path from 'node:path'
import { makeTemplate, type Template } from './site.ts'

const folder = path.resolve('test-results/faults/template')

/** Where the run's template lies. */
export const templateOf = (): Template => ({
  cluster: path.join(folder, 'cluster'),
  data: path.join(folder, 'data'),
})

/** Playwright's global set-up: one world for the run, to be copied by every site. */
export default async function makeWorld(): Promise<() => Promise<void>> {
  rmSync(folder, { recursive: true, force: true })
  await makeTemplate(folder)
  return async () => rmSync(folder, { recursive: true, force: true })
}
