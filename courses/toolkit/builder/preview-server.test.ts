import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PreviewServer } from './preview-server.ts'
import { sampleFolder } from './sample-course.ts'

let folder: string
let server: PreviewServer
let address: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'preview-'))
  await cp(sampleFolder, folder, { recursive: true })
  server = new PreviewServer(folder)
  address = await server.start(0)
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const text = async (file: string) => (await fetch(`${address}${file}`)).text()

test('it answers on this computer alone, with a list of the modules and their files', async () => {
  expect(new URL(address).hostname).toBe('127.0.0.1')
  expect(await text('')).toContain('<a href="/samtal/">Det första samtalet</a>')
  expect(await text('samtal/')).toContain('<script src="/reload.js" defer></script>')
  const picture = await fetch(`${address}samtal/media/runt-den-nya.svg`)
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect((await fetch(`${address}samtal/borta.js`)).status).toBe(404)
})

test('what is written shows, and who looks is told to load anew', async () => {
  const stop = server.watch()
  const changes = (await fetch(`${address}changes`)).body!.getReader()
  await changes.read()
  const page = path.join(folder, 'modules/motet/02-sen.md')
  const before = await readFile(page, 'utf8')
  await writeFile(page, before.replace('Boka nästa möte', 'Bestäm ett nytt möte'))
  const told = new TextDecoder().decode((await changes.read()).value)
  expect(told).toContain('data: changed')
  expect(await text('motet/')).toContain('Bestäm ett nytt möte')
  await changes.cancel()
  stop()
})

test('what is wrong is listed, and the module shows all the same', async () => {
  const page = path.join(folder, 'modules/motet/02-sen.md')
  await writeFile(page, '---\ntitle: Sen\ngoals: [m1]\n---\n\n:fact[okand]\n')
  server.redraw()
  expect(await text('motet/')).toContain('[okand saknas]')
  const list = await text('')
  expect(list).toContain('modules/motet/02-sen.md:6')
  expect(list).toContain('there is no fact &quot;okand&quot;')
})
