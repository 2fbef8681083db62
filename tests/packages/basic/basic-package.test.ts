import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stagingSink } from '~/exchange/imports/packages/package-sink.server.ts'
import { readPackage } from '~/exchange/imports/packages/read-package.server.ts'
import { basicPackage, type BasicCourse } from './basic-package.ts'
import { courseScript } from './course-script.ts'

const course: BasicCourse = {
  identifier: 'se.example.kurs',
  title: 'Råd & stöd <1>',
  pages: [
    { title: 'Första "sidan"', html: '<p>Innehåll som det är.</p>' },
    { title: 'Andra sidan', html: '<p>Mer.</p>' },
  ],
  questions: [
    { text: 'Är 1 < 2?', options: ['Ja', 'Nej'], right: 0 },
    { text: 'Vad är störst?', options: ['Ett', 'Två', 'Tre'], right: 2 },
  ],
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'course-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function documentOf(parts: Partial<BasicCourse> = {}) {
  const zip = join(folder, 'kurs.zip')
  await writeFile(zip, await basicPackage({ ...course, ...parts }))
  const sink = stagingSink(join(folder, 'staging'))
  const { manifest, files } = await readPackage({ zipFile: zip, sink })
  const index = files.find((file) => file.path === manifest.items[0]?.launchPath)
  return { manifest, html: await readFile(join(folder, 'staging', index?.sha256 ?? ''), 'utf8') }
}

describe('a basic package', () => {
  it('is a SCORM 1.2 package of one SCO that our own import takes', async () => {
    const { manifest } = await documentOf()
    expect(manifest).toMatchObject({
      edition: '1.2',
      identifier: 'se.example.kurs',
      title: 'Råd & stöd <1>',
      items: [{ type: 'sco', launchPath: 'index.html' }],
    })
  })

  it('has a section per page and one for the questions, titles written as text', async () => {
    const { html } = await documentOf()
    expect(html.match(/<section /g)).toHaveLength(3)
    expect(html).toContain('<h1 id="page-1" tabindex="-1">Första &quot;sidan&quot;</h1>')
    expect(html).toContain('<p>Innehåll som det är.</p>')
    expect(html).toContain('Är 1 &lt; 2?')
    expect(html).toContain('<html lang="sv">')
    expect(html).toContain('data-pass-percent="80"')
  })

  it('has no form where nothing is asked', async () => {
    const { html } = await documentOf({ questions: [] })
    expect(html).not.toContain('<form')
  })

  it('speaks English where the course does', async () => {
    const { html } = await documentOf({ language: 'en' })
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('Next page')
    expect(html).not.toContain('Nästa')
  })

  it('has the same bytes each time', async () => {
    const hashes = [await basicPackage(course), await basicPackage(course)].map((zip) =>
      createHash('sha256').update(zip).digest('hex'),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  it('carries a script that parses', () => {
    expect(() => new Script(courseScript)).not.toThrow()
  })
})
