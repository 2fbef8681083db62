import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { manifest12 } from '../../../../tests/packages/manifest-xml.ts'
import { pageAt, scoOf, withManifest } from '../../../../tests/packages/odd-package.ts'
import type { RawEntry } from '../../../../tests/packages/raw-zip.ts'

// The command as a process of its own: JSON within 30 s and 300 MB, whatever the file (issue 3).
const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-check-'))
const zipFile = path.join(folder, 'kurs.zip')
afterAll(() => rmSync(folder, { recursive: true }))

const metadata = (inside: string, count: number) =>
  withManifest(manifest12({ metadata: `<metadata>${inside.repeat(count)}</metadata>` }))
const beside = (count: number, file: (i: number) => RawEntry) =>
  withManifest(manifest12(), [
    pageAt('index.html'),
    ...Array.from({ length: count }, (_, i) => file(i)),
  ])

const resources = (count: number) =>
  scoOf('index.html') +
  Array.from(
    { length: count },
    (_, i) =>
      `<resource identifier="q${i}" href="f/${i}.html"><file href="f/${i}.html"/></resource>`,
  ).join('')

const heavy: [string, () => Buffer][] = [
  ['a manifest of as many elements as may be', () => metadata('<schema>a</schema>', 195_000)],
  ['more attributes than may be', () => metadata('<schema a="1" b="2" c="3" d="4"/>', 130_000)],
  [
    'resources for files that are not there',
    () => withManifest(manifest12({ resources: resources(45_000) })),
  ],
  [
    'names of nine hundred letters',
    () => beside(19_000, (i) => ({ name: String(i).padStart(900, 'x'), method: 0 })),
  ],
  [
    'scripts of nothing but addresses',
    () => {
      const noise = Array.from({ length: 200_000 }, (_, i) => `"https://h${i}.example.com/a"=src`)
      return beside(4, (i) => ({ name: `${i}.js`, content: noise.join('\n') }))
    },
  ],
  [
    'four films of forty megabytes that do not pack',
    () => beside(4, (i) => ({ name: `${i}.mp4`, content: randomBytes(40_000_000) })),
  ],
  [
    'four files of forty-five megabytes',
    () => {
      const content = Buffer.alloc(45_000_000, 'text som inte packas ')
      return beside(4, (i) => ({ name: `${i}.bin`, content, method: 0 }))
    },
  ],
]

// Not resourceUsage().maxRSS: that of a new process begins with what its parent held (Linux).
const sayPeak = `
import { readFileSync } from 'node:fs'
const say = () => console.error(/VmHWM:.*/.exec(readFileSync('/proc/self/status', 'utf8'))[0])
process.on('exit', say)`

test.skipIf(process.platform !== 'linux').each(heavy)(
  'a check of %s (Linux only: memory is read from /proc)',
  { timeout: 120_000 },
  (_name, make) => {
    writeFileSync(zipFile, make())
    const hook = path.join(folder, 'measure.mjs')
    writeFileSync(hook, sayPeak)
    const begun = performance.now()
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--import', hook, 'scripts/cli.ts', 'package', 'check', zipFile],
      { encoding: 'utf8' },
    )
    expect((performance.now() - begun) / 1_000).toBeLessThan(30)
    expect(JSON.parse(stdout)).toHaveProperty('ok')
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(stderr) ?? []
    expect(Number(kilobytes) / 1_024).toBeGreaterThan(50)
    expect(Number(kilobytes) / 1_024).toBeLessThan(300)
  },
)
