import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { houseSyntax } from '../../eslint.config.js'
import { houseRules, lintHouse } from '../../scripts/lint-house.ts'
import { readSources } from '../../scripts/lint-source.ts'
import { allowedImports, importPlants, targets, type Plant } from './planted-imports.ts'
import { allowedInHouse, allowedLines, housePlants, linePlants } from './planted-lines.ts'
import {
  makeScratchCopy,
  plantFiles,
  removeScratchCopy,
  runCruise,
  runEslint,
  runPrettier,
  type Finding,
} from './scratch-copy.ts'

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[]
}

const unformatted = { 'app/kernel/planted-format.ts': 'export const a = "b";\n' }

/** The same copy before and after the planting: what is planted is all that may be reported. */
let clean: { imports: Finding[]; house: Finding[] }
let planted: { imports: Finding[]; house: Finding[]; lines: Finding[]; format: Finding[] }

beforeAll(async () => {
  const scratch = makeScratchCopy()
  try {
    clean = { imports: await runCruise(scratch), house: lintHouse(readSources(scratch)) }
    plantFiles(scratch, { ...unformatted, ...targets, ...allowedLines })
    for (const plant of linePlants) plantFiles(scratch, { [plant.file]: plant.text })
    const [lines, format] = await Promise.all([
      runEslint(scratch, [...filesOf(linePlants), ...Object.keys(allowedLines), 'app/kernel']),
      runPrettier(scratch, ['app/kernel/planted-format.ts', 'app/kernel/ids.ts']),
    ])
    for (const list of [importPlants, housePlants]) {
      for (const plant of list) plantFiles(scratch, { [plant.file]: plant.text, ...plant.beside })
    }
    plantFiles(scratch, { ...allowedImports, ...allowedInHouse })
    planted = {
      lines,
      format,
      imports: await runCruise(scratch),
      house: lintHouse(readSources(scratch)),
    }
  } finally {
    removeScratchCopy(scratch)
  }
}, 300_000)

const filesOf = (plants: Plant[]) => plants.map(({ file }) => file)

/** The findings that a plant was meant to cause. */
const causedBy = (plant: Plant, findings: Finding[]) =>
  findings.filter(
    ({ rule, file, message }) =>
      rule === plant.rule &&
      (file === plant.file || file in (plant.beside ?? {})) &&
      message.includes(plant.message ?? ''),
  )

const told = (findings: Finding[]) =>
  findings.map(({ file, rule, message }) => `${file} ${rule} ${message}`)

const titled = (plants: Plant[]) => plants.map((plant) => [plant.rule, plant.file, plant] as const)

describe('who may import whom', () => {
  it.each(titled(importPlants))('%s catches %s', (_rule, _file, plant) => {
    expect(causedBy(plant, planted.imports)).not.toHaveLength(0)
  })

  it('has a planted violation for every rule in .dependency-cruiser.cjs', () => {
    const rules = forbidden.map(({ name }) => name)
    expect(rules.filter((rule) => !importPlants.some((plant) => plant.rule === rule))).toEqual([])
  })

  it('lets through what is allowed', () => {
    expect(told(planted.imports.filter(({ file }) => file in allowedImports))).toEqual([])
  })

  it('finds nothing in the copy before the planting', () => {
    expect(told(clean.imports)).toEqual([])
  })
})

describe('what a line may say', () => {
  it.each(titled(linePlants))('%s catches %s', (_rule, _file, plant) => {
    expect(causedBy(plant, planted.lines)).not.toHaveLength(0)
  })

  it('has a planted violation for every refused construct in eslint.config.js', () => {
    const messages = Object.values(houseSyntax)
      .flat()
      .map(({ message }) => message)
    const caught = linePlants.flatMap((plant) => causedBy(plant, planted.lines))
    expect(messages.filter((text) => !caught.some(({ message }) => message === text))).toEqual([])
  })

  it('lets through what is allowed', () => {
    const meant = new Set(filesOf(linePlants))
    expect(told(planted.lines.filter(({ file }) => !meant.has(file)))).toEqual([])
  })

  it('wants every file formatted', () => {
    expect(planted.format.map(({ file }) => file)).toEqual(['app/kernel/planted-format.ts'])
  })
})

describe('the rules of the house', () => {
  it.each(titled(housePlants))('%s catches %s', (_rule, _file, plant) => {
    expect(causedBy(plant, planted.house)).not.toHaveLength(0)
  })

  it('has a planted violation for every rule', () => {
    const without = Object.keys(houseRules).filter(
      (rule) => !housePlants.some((plant) => plant.rule === rule),
    )
    expect(without).toEqual([])
  })

  it('lets through what is allowed', () => {
    expect(told(planted.house.filter(({ file }) => file in allowedInHouse))).toEqual([])
  })

  it('finds nothing in the copy before the planting', () => {
    expect(told(clean.house)).toEqual([])
  })
})
