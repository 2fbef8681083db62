import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { oddPackages } from '../../../../tests/packages/odd-packages.ts'
import { checkPackage } from './check-package.server.ts'
import { packageLimits } from './package-limits.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-odd-'))
const zipFile = path.join(folder, 'kurs.zip')
afterAll(() => rmSync(folder, { recursive: true }))

test('the set holds at least sixty packages, each under a name of its own', () => {
  const names = oddPackages.map(({ name, kind }) => `${kind}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(60)
})

test.each(oddPackages)('a check of $kind: $name', async ({ make, expect: wanted }) => {
  writeFileSync(zipFile, make())
  const check = await checkPackage({ zipFile, limits: packageLimits, deadline: 60_000 })
  const codes = check.problems.map(({ code }) => code)
  expect(JSON.parse(JSON.stringify(check))).toEqual(check)
  for (const { message } of check.problems) expect(message).not.toMatch(/[{}]|refused|not possible/)
  if (wanted.ok) {
    expect([check.ok, check.edition, check.items[0]?.launch]).toEqual([
      true,
      wanted.edition,
      wanted.launches,
    ])
    expect(codes).toEqual(expect.arrayContaining(wanted.warnings ?? []))
    expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  } else {
    expect([check.ok, codes[0]]).toEqual([false, wanted.code])
    expect(check.problems[0]?.severity).toBe('error')
  }
  expect(readdirSync(folder)).toEqual(['kurs.zip'])
})
