import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { usualRules } from '~/domain/catalogue/module-rule.ts'
import { restoredElements } from '~/domain/attempt/element-text.ts'
import type { TrailEntry } from '~/domain/attempt/trail-entry.ts'
import type { AttemptFacts, AttemptHeld, ItemHeld } from '~/domain/attempt/trail.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { TextPatch } from '~/kernel/text-patch.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'

export interface StoredTrail {
  facts: AttemptFacts
  rows: (TrailEntry & { hash: string })[]
  /** What the attempt's rows and its items' say that it holds; sessions are those of the trail. */
  state: AttemptHeld
}

interface Controls {
  deliveryControls: Record<'tracked' | 'completionSetByContent' | 'objectiveSetByContent', boolean>
}

/** An attempt's trail and state as the database has them, read without any of the code that wrote them. */
export async function storedTrail(attemptId: string): Promise<StoredTrail> {
  const attempt = await prisma().attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { registration: true, states: true, commits: { orderBy: { sequence: 'asc' } } },
  })
  const content = await prisma().contentPackage.findUniqueOrThrow({
    where: { id: attempt.registration.packageId },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  const rule = attempt.ruleId
    ? await prisma().moduleRule.findUniqueOrThrow({ where: { id: attempt.ruleId } })
    : usualRules
  const facts: AttemptFacts = {
    edition: content.edition as AttemptFacts['edition'],
    rules: rule as AttemptRules,
    items: content.items
      .filter(({ launchPath }) => launchPath !== null)
      .map(({ sequencing, ...item }) => {
        const controls = (sequencing as Controls | null)?.deliveryControls
        return {
          ...item,
          type: item.type as 'sco' | 'asset',
          tracked: controls?.tracked ?? true,
          completionSetByContent: controls?.completionSetByContent ?? false,
          objectiveSetByContent: controls?.objectiveSetByContent ?? false,
        }
      }),
  }
  const rows = attempt.commits.map(({ itemIdentifier, ...row }) => ({
    ...row,
    item: itemIdentifier,
    source: row.source as TrailEntry['source'],
    elements: row.elements as Record<string, string>,
    patches: row.patches as Record<string, TextPatch> | null,
    refused: row.refused as TrailEntry['refused'],
  }))
  const items = attempt.states.map((state): [string, ItemHeld] => {
    const latest = rows.findLast(({ item }) => item === state.itemIdentifier)
    invariant(latest, 'an item that holds something has been committed')
    return [
      state.itemIdentifier,
      {
        completion: state.completion as ItemHeld['completion'],
        success: state.success as ItemHeld['success'],
        scoreScaled: state.scoreScaled,
        totalSeconds: state.totalSeconds,
        elements: restoredElements(state.elements as Record<string, string>),
        session: latest.session,
        isEnded: latest.final,
      },
    ]
  })
  const { sessionTime } = runtimeRules(facts.edition)
  const told = rows.flatMap(({ session, elements }): [string, string][] => {
    const time = restoredElements(elements)[sessionTime]
    return time === undefined ? [] : [[session, time]]
  })
  return {
    facts,
    rows,
    state: {
      sequence: attempt.lastSequence,
      hash: attempt.trailHash,
      lastItem: attempt.lastItem,
      progress: {
        completion: attempt.completion as ItemHeld['completion'],
        success: attempt.success as ItemHeld['success'],
        scoreScaled: attempt.scoreScaled,
        totalSeconds: attempt.totalSeconds,
      },
      items: new Map(items),
      sessions: new Map(told),
    },
  }
}
