import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { courseLom, describedIn } from '../../../../tests/packages/odd-metadata.ts'
import { checkPackage } from './check-package.server.ts'
import { packageLimits } from './package-limits.ts'
import { nullSink } from './package-sink.server.ts'
import { readPackage } from './read-package.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-metadata-'))
const zipFile = path.join(folder, 'kurs.zip')
afterAll(() => rmSync(folder, { recursive: true }))

async function read(zip: Buffer) {
  writeFileSync(zipFile, zip)
  return readPackage({ zipFile, sink: nullSink })
}

describe('a package that keeps its metadata in a file', () => {
  const file = { name: 'meta/kurs.xml', content: courseLom }

  it('has title, language and time from there', async () => {
    const { manifest, problems } = await read(describedIn('meta/kurs.xml', [file]))
    expect(manifest).toMatchObject({
      title: 'Samtal ur en fil',
      language: 'sv',
      durationSeconds: 2_400,
    })
    expect(problems).toEqual([])
  })

  it('has nothing from there where the file is of one part among several', async () => {
    const item = (id: string, more = '') =>
      `<item identifier="${id}" identifierref="r1"><title>${id}</title>${more}</item>`
    const location = '<metadata><adlcp:location>meta/kurs.xml</adlcp:location></metadata>'
    const { manifest } = await read(
      describedIn('meta/kurs.xml', [file], {
        metadata: '<metadata><schemaversion>1.2</schemaversion></metadata>',
        organizations: `<organization identifier="org">${item('a', location)}${item('b')}</organization>`,
      }),
    )
    expect(manifest).toMatchObject({ title: 'a', language: null, durationSeconds: null })
  })

  it('names what is wrong with the file, and the clause', async () => {
    writeFileSync(zipFile, describedIn('kurs.xml'))
    const check = await checkPackage({ zipFile, limits: packageLimits, deadline: 60_000 })
    expect(check.ok).toBe(true)
    expect(check.problems[0]).toMatchObject({
      severity: 'warning',
      code: 'metadata-missing',
      where: 'kurs.xml',
      message: expect.stringMatching(/kurs\.xml.*\(SCORM 1\.2 CAM 2\.3, <adlcp:location>\)/),
    })
  })
})
