import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { ChangeUnit } from './register.schema.ts'
import type { Command } from './reorganisation.ts'

type ToldChange = Exclude<ChangeUnit, { step: unknown } | { intent: 'place' }>

/**
 * The command that a form about a unit comes to.
 * @param unit the unit, and the one above it
 * @throws Refusal unit.merge-roots where an organisation would become a new unit
 */
export function commandOf(
  told: ToldChange,
  { unitId, parentUnitId }: { unitId: string; parentUnitId: string | null },
): Exclude<Command, { kind: 'found' | 'add' }> {
  switch (told.intent) {
    case 'rename':
      return { kind: 'rename', unitId, name: told.name }
    case 'move':
      return { kind: 'move', unitId, parentUnitId: told.parentUnitId }
    case 'close':
      return { kind: 'close', unitId, withBelow: told.withBelow }
    case 'split':
      return splitOf(told, unitId)
    case 'merge': {
      const { unitIds, outcome, name = '' } = told
      if (outcome === 'this') return { kind: 'merge', unitIds, into: { unitId } }
      if (outcome === 'other') {
        return { kind: 'merge', unitIds: [unitId], into: { unitId: unitIds[0]! } }
      }
      if (parentUnitId === null) throw new Refusal('unit.merge-roots', {}, { field: 'outcome' })
      const into = { unitId: newId(), name, parentUnitId }
      return { kind: 'merge', unitIds: [unitId, ...unitIds], into }
    }
  }
}

function splitOf(told: Extract<ToldChange, { intent: 'split' }>, unitId: string) {
  return {
    kind: 'split' as const,
    unitId,
    parts: told.parts.map((name) => ({ unitId: newId(), name })),
    groups: told.groups as Partial<Record<ProfessionGroup, number>>,
    below: told.below,
  }
}
