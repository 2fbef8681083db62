import { expect, test } from 'vitest'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import {
  findingsOf,
  type ReportHost,
  type ReportItem,
  type ReportPackage,
} from './version-report.ts'

const sco = { type: 'sco' } as ReportItem
const page = { type: 'asset' } as ReportItem

const problem = (code: string): PackageProblem => ({
  severity: 'warning',
  code,
  where: null,
  detail: {},
})

const host = (name: string, kinds: ReportHost['kinds'], isAllowed = false): ReportHost => ({
  host: name,
  kinds,
  foundIn: 'index.html',
  isAllowed,
})

function findings(parts: {
  problems?: PackageProblem[]
  items?: ReportItem[]
  hosts?: ReportHost[]
}) {
  const { problems = [], items = [sco], hosts = [] } = parts
  return findingsOf({ package: { problems } as unknown as ReportPackage, items, hosts })
}

test('a package that nothing is to be said of is ready', () => {
  expect(findings({})).toMatchObject({ verdict: 'ready', count: 0 })
})

test('a warning is to be looked at', () => {
  expect(findings({ problems: [problem('flash')] })).toMatchObject({ verdict: 'look', count: 1 })
})

test('a package without results is to be looked at', () => {
  expect(findings({ items: [page] })).toMatchObject({ verdict: 'look', isWithoutResults: true })
  expect(findings({ items: [page, sco] })).toMatchObject({ verdict: 'ready' })
})

test('hosts are one thing to look at until each is allowed, whatever the import said of them', () => {
  const problems = [problem('hosts-contacted')]
  const hosts = [host('a.example', ['script']), host('b.example', ['font'])]
  expect(findings({ problems, hosts })).toMatchObject({
    verdict: 'look',
    count: 1,
    problems: [],
    stoppedHosts: ['a.example', 'b.example'],
  })
  const allowed = hosts.map((one) => ({ ...one, isAllowed: true }))
  expect(findings({ problems, hosts: allowed }).verdict).toBe('ready')
})

test('links to follow and forms, which are never sent away, are nothing to decide', () => {
  const hosts = [host('a.example', ['link']), host('b.example', ['form', 'link'])]
  expect(findings({ hosts })).toMatchObject({ verdict: 'ready', stoppedHosts: [] })
  expect(findings({ hosts: [host('a.example', ['image', 'link'])] }).verdict).toBe('look')
})
