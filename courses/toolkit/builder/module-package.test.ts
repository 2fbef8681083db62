import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkPackage } from '~/exchange/imports/packages/check-package.server.ts'
import { packageLimits } from '~/exchange/imports/packages/package-limits.ts'
import { nullSink } from '~/exchange/imports/packages/package-sink.server.ts'
import { readPackage } from '~/exchange/imports/packages/read-package.server.ts'
import type { SamsynFacts } from '../runtime/facts.ts'
import type { Edition } from '../runtime/response.ts'
import { mediaIn } from './course-media.ts'
import { Drawing } from './drawing.ts'
import { editions, moduleFiles, modulePackage, zipName } from './module-package.ts'
import { runtimeFiles } from './runtime-files.ts'
import { moduleOf, readSample, sampleFolder, sampleWith } from './sample-course.ts'

const media = mediaIn(sampleFolder)
const course = readSample()
const slugs = ['samtal', 'motet', 'prov']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'module-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function zipFile(slug: string, edition: Edition): Promise<string> {
  const file = path.join(folder, 'module.zip')
  await writeFile(file, await modulePackage(course, moduleOf(course, slug), edition, media))
  return file
}

const manifestOf = async (slug: string, edition: Edition) => {
  const { manifest } = await readPackage({ zipFile: await zipFile(slug, edition), sink: nullSink })
  return manifest
}

async function textOf(slug: string, name: string): Promise<string> {
  const files = await moduleFiles(new Drawing(course, moduleOf(course, slug)), '1.2', media)
  return String(files.find((file) => file.path === name)?.content)
}

describe.each(editions)('a module as SCORM %s', (edition) => {
  test.each(slugs)('%s passes the check of packages and contacts nobody', async (slug) => {
    const check = await checkPackage({
      zipFile: await zipFile(slug, edition),
      limits: packageLimits,
      deadline: 20_000,
    })
    expect(check).toMatchObject({
      ok: true,
      edition: edition === '1.2' ? '1.2' : '2004 4th',
      hosts: [],
      sequencing: false,
      problems: [],
    })
    expect(check.items).toMatchObject([{ launch: 'index.html', type: 'sco' }])
  })

  test('says its title, language, description and time', async () => {
    expect(await manifestOf('samtal', edition)).toMatchObject({
      identifier: 'se.samsyn.sample.samtal',
      title: 'Det första samtalet',
      language: 'sv',
      description: 'Hur du tar emot en ny kollega, vad du säger först och vad du frågar.',
    })
    const { durationSeconds } = await manifestOf('samtal', edition)
    expect(durationSeconds).toBeGreaterThan(120)
    expect(durationSeconds! % 60).toBe(0)
  })

  test('has a limit where it is a test, and none where it is a lesson', async () => {
    const limits = async (slug: string) => {
      const [item] = (await manifestOf(slug, edition)).items
      return edition === '1.2' ? item?.masteryScore : item?.scaledPassingScore
    }
    expect(await limits('prov')).toBe(edition === '1.2' ? 75 : 0.75)
    expect(await limits('samtal')).toBeNull()
  })

  test('has the same bytes each time', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await modulePackage(course, moduleOf(course, 'samtal'), edition, media))
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })
})

test('in SCORM 2004 the module itself says what it comes to', async () => {
  const [item] = (await manifestOf('samtal', '2004')).items
  expect(item?.sequencing?.deliveryControls).toMatchObject({
    completionSetByContent: true,
    objectiveSetByContent: true,
  })
})

test('the files are named after the module and the edition', () => {
  const names = editions.map((edition) => zipName(moduleOf(course, 'prov'), edition))
  expect(names).toEqual(['prov-scorm12.zip', 'prov-scorm2004.zip'])
})

test('script and style together weigh less than 25 kB packed', async () => {
  const files = await runtimeFiles()
  const bytes = files.map(({ content }) => gzipSync(content, { level: 9 }).length)
  expect(bytes).toHaveLength(2)
  expect(Math.min(...bytes)).toBeGreaterThan(1_000)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(25_000)
})

describe('the document', () => {
  test('keeps a strict policy: nothing runs or is styled within it', async () => {
    for (const slug of slugs) {
      const html = await textOf(slug, 'index.html')
      expect(html).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/)
      expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script src="module.js" defer>'])
    }
  })

  test('says nothing of its subject where a browser would show it', async () => {
    const titleOf = async (slug: string) =>
      /<title>(.*)<\/title>/.exec(await textOf(slug, 'index.html'))?.[1]
    expect(await titleOf('samtal')).toBe('Modul 1')
    expect(await titleOf('prov')).toBe('Prov')
    // On the page itself, where who reads has chosen to be, the course is named.
    const above = /<p class="of">(.*?)<\/p>/.exec(await textOf('samtal', 'index.html'))?.[1]
    expect(above).toBe('Ny på jobbet, modul 1')
  })

  test('has the way out first, as a link', async () => {
    const html = await textOf('samtal', 'index.html')
    expect(html).toMatch(
      /<body>\n<a class="exit" href="https:\/\/www\.smhi\.se\/" rel="noreferrer"/,
    )
  })

  test('has every page in its order with its minutes, then what is read beside them', async () => {
    const html = await textOf('samtal', 'index.html')
    const places = [...html.matchAll(/data-(?:page|appendix)="([\w-]+)"/g)].map(([, name]) => name)
    expect(places).toEqual([
      ...['valkommen', 'innan', 'ett-fall', 'ordning', 'ta-med'],
      ...['easy-read', 'guide', 'glossary'],
    ])
    const minutes = [...html.matchAll(/data-minutes="([\d.]+)"/g)].map(([, text]) => Number(text))
    expect(minutes).toHaveLength(5)
    for (const one of minutes) expect(one).toBeGreaterThan(0.1)
  })

  test('says when the facts of a page were reviewed, the oldest of them, and where they come from', async () => {
    const html = await textOf('samtal', 'index.html')
    expect(html).toContain(
      '<time datetime="2026-10-12" data-reviewed="lag-arbetsmiljo linje-arbetsmiljo">12 okt. 2026</time>',
    )
    expect(html).toContain('Arbetsmiljölag (1977:1160), Sveriges riksdag')
    expect(html).toMatch(/Arbetsmiljöverkets svarstjänst.*Uppgiften är inte helt säker\./)
  })

  test('of a test asks nothing before the script draws', async () => {
    const html = await textOf('prov', 'index.html')
    expect(html).toContain('data-draw="4" data-pass="75"')
    expect(html).toMatch(/<div hidden>\n<div class="block question-source"/)
    expect(html).toContain('<noscript>')
  })
})

test('the facts that a module cites lie beside it, by name', async () => {
  const { version, facts } = JSON.parse(await textOf('samtal', 'samsyn-facts.json')) as SamsynFacts
  expect(version).toBe(1)
  expect(facts.map(({ id }) => id)).toEqual(['lag-arbetsmiljo', 'linje-arbetsmiljo'])
  expect(facts[1]).toMatchObject({
    parts: { number: '010-730 90 00', hours: 'vardagar 8–16' },
    certainty: 'medium',
    lastReviewed: '2026-10-12',
    source: [{ title: 'Kontakta oss', publisher: 'Arbetsmiljöverket' }],
  })
  const nothing = JSON.parse(await textOf('motet', 'samsyn-facts.json')) as SamsynFacts
  expect(nothing.facts).toEqual([])
})

test('pictures come along and are named in the manifest', async () => {
  const files = await moduleFiles(new Drawing(course, moduleOf(course, 'samtal')), '1.2', media)
  const picture = files.find((file) => file.path === 'media/runt-den-nya.svg')
  const source = path.join(sampleFolder, 'modules/samtal/media/runt-den-nya.svg')
  expect(picture?.content).toEqual(await readFile(source))
  expect(String(files[0]?.content)).toContain('<file href="media/runt-den-nya.svg"/>')
})

test('a test that draws fewer questions than it has modules is not drawn', async () => {
  const yaml = await readFile(path.join(sampleFolder, 'modules/prov/module.yaml'), 'utf8')
  const text = yaml.replace("questions: '4'", "questions: '1'")
  const thin = sampleWith({ 'modules/prov/module.yaml': text })
  await expect(modulePackage(thin, moduleOf(thin, 'prov'), '1.2', media)).rejects.toThrow(
    'a draw of 1 from 8 questions cannot cover 2 modules',
  )
})
