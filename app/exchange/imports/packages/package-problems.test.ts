import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { manifest12 } from '../../../../tests/packages/manifest-xml.ts'
import { launching, scoOf, withManifest } from '../../../../tests/packages/odd-package.ts'
import { checkPackage } from './check-package.server.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-problems-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function check(zip: Buffer, limits: Partial<PackageLimits> = {}, deadline = 60_000) {
  const zipFile = path.join(folder, 'kurs.zip')
  writeFileSync(zipFile, zip)
  return checkPackage({ zipFile, limits: { ...packageLimits, ...limits }, deadline })
}

const problemsOf = async (zip: Buffer) =>
  (await check(zip)).problems.map(({ code, where, message }) => [code, where, message])

const page = (content: string) => ({ name: 'index.html', content })

test('of thirty missing files twenty are told by name, and the others counted', async () => {
  const files = Array.from({ length: 30 }, (_, i) => `<file href="bild-${i}.png"/>`).join('')
  const resources = scoOf('index.html').replace('</resource>', `${files}</resource>`)
  const problems = await problemsOf(withManifest(manifest12({ resources })))
  expect(problems.filter(([code]) => code === 'file-missing')).toHaveLength(20)
  expect(problems[0]).toEqual([
    'file-missing',
    'bild-0.png',
    expect.stringMatching(/^The file bild-0.png is in imsmanifest.xml \(resource r1\) but not/),
  ])
  expect(problems.at(-1)).toEqual(['files-missing-more', null, '10 more files are missing.'])
})

test('hosts are told by name, links apart from what is fetched by itself', async () => {
  const html =
    '<img src="https://b.example.com/p"><script src="//a.example.com/a.js"></script>' +
    '<a href="https://c.example.com/">mer</a>'
  const checked = await check(launching('index.html', [page(html)]))
  expect(checked.hosts).toEqual(['b.example.com', 'a.example.com'])
  expect(checked.problems).toMatchObject([
    { code: 'hosts-contacted', message: expect.stringMatching(/2 other .* b.example.com, a.ex/) },
  ])
  const links = await check(launching('index.html', [page('<a href="https://c.example.com/">')]))
  expect([links.hosts, links.problems]).toEqual([[], []])
})

test('what the player does not allow and browsers cannot do is told with its file', async () => {
  const html =
    '<embed src="film.swf"><script>window.open("a"); top.location = "/"</script><p>Slut</p>'
  const problems = await problemsOf(launching('index.html', [page(html)]))
  expect(problems.map(([code, where]) => [code, where])).toEqual([
    ['flash', 'index.html'],
    ['window-open', 'index.html'],
    ['top-navigation', 'index.html'],
  ])
  const organizations =
    '<organization identifier="org"><title>Kurs</title><item identifier="a" identifierref="r1"/>' +
    '<item identifier="b" identifierref="r2"/></organization>'
  const resources = scoOf('index.html') + scoOf('kurs.swf').replace('"r1"', '"r2"')
  const flash = await problemsOf(
    withManifest(manifest12({ organizations, resources }), [
      page(''),
      { name: 'kurs.swf', content: 'x' },
    ]),
  )
  expect(flash.map(([code, where]) => [code, where])).toEqual([['flash', 'kurs.swf']])
})

test('files that the manifest counts as its own but has elsewhere are told', async () => {
  const resources = scoOf('index.html').replace(
    '</resource>',
    '<file href="https://x.example.com/a.js"/><file href="//y.example.com/b.js"/></resource>',
  )
  const [problem] = await problemsOf(withManifest(manifest12({ resources })))
  expect(problem).toEqual([
    'foreign-file',
    null,
    expect.stringContaining('https://x.example.com/a.js and 1 more'),
  ])
})

test('a film of more than a hundred megabytes is told', async () => {
  const film = { name: 'film.mp4', content: Buffer.alloc(101_000_000), method: 0 }
  const problems = await problemsOf(launching('index.html', [page(''), film]))
  expect(problems).toEqual([['large-file', 'film.mp4', expect.stringContaining('101 MB')]])
})

test('a package that takes longer than it may is answered all the same', async () => {
  const files = Array.from({ length: 3_000 }, (_, i) => ({ name: `${i}.txt`, content: String(i) }))
  const checked = await check(launching('index.html', [page(''), ...files]), {}, 1)
  expect(checked).toMatchObject({ ok: false, problems: [{ code: 'package.too-slow' }] })
})
