import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { zipOf } from '../../../../courses/toolkit/builder/package-zip.ts'
import { manifest12 } from '../../../../tests/packages/manifest-xml.ts'
import { nullSink } from './package-sink.server.ts'
import { readPackage } from './read-package.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-outline-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = {
  kind: 'page',
  slug: 'borja',
  page: null,
  title: 'Börja',
  words: 'Här börjar det.',
  content: null,
  facts: ['larm-112'],
}
const outline = { version: 1, course: 'kurs', module: 'modul', courseVersion: '1', parts: [page] }

async function partsOf(outlineText: string) {
  const zipFile = path.join(folder, 'package.zip')
  const files = [
    { path: 'imsmanifest.xml', content: manifest12() },
    { path: 'index.html', content: '<!doctype html><title>x</title>' },
    { path: 'samsyn-module.json', content: outlineText },
  ]
  writeFileSync(zipFile, await zipOf(files))
  return (await readPackage({ zipFile, sink: nullSink })).parts
}

test('what a package tells of its text is read', async () => {
  expect(await partsOf(JSON.stringify(outline))).toEqual([page])
})

test('the character that the database refuses is left out', async () => {
  const told = { ...outline, parts: [{ ...page, words: 'a\0b' }] }
  expect(await partsOf(JSON.stringify(told))).toEqual([{ ...page, words: 'ab' }])
})

test.each([
  ['something else', '{"name":"samsyn"}'],
  ['no JSON', 'Hej'],
  ['another version', JSON.stringify({ ...outline, version: 2 })],
  ['a link that runs script', JSON.stringify(withLink('javascript:alert(1)'))],
  ['nested without end', `{"version":1,"parts":${'['.repeat(200_000)}`],
  [
    'lists nested deeper than the stack',
    JSON.stringify(outline).replace('null,"facts', `${deepLists()},"facts`),
  ],
  ['longer than any module', JSON.stringify({ ...outline, more: 'x'.repeat(1_000_001) })],
])('a file of that name that is %s is a file like any other', async (_what, text) => {
  expect(await partsOf(text)).toEqual([])
})

function withLink(link: string) {
  const content = [{ kind: 'paragraph', line: [{ link, text: 'x' }] }]
  return { ...outline, parts: [{ ...page, content }] }
}

function deepLists(): string {
  const depth = 6_000
  const open = '[{"kind":"list","isOrdered":false,"items":['
  return `${open.repeat(depth)}${']}]'.repeat(depth)}`
}
