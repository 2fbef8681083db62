import { createHmac } from 'node:crypto'
import { usualRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { invariant } from '~/kernel/invariant.ts'
import { env } from '~/platform/env.server.ts'
import { objectiveIdsOf } from '~/standards/scorm/cmi2004.ts'
import type { WordRules } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import { runtimeOf, runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import {
  selectHeld,
  selectHeldEntries,
  selectItems,
  selectSeed,
  selectTaken,
  updateWriter,
  type SeedHeld,
  type TakenOver,
} from './attempt.db.server.ts'
import { itemToLaunch } from './attempt.ts'
import { readContentBase } from './content-file.server.ts'
import { restoredElements } from './element-text.ts'
import type { Launch } from './launch-token.server.ts'
import type { AttemptState, LaunchSeed, StateRequest } from '~/kernel/player-protocol.ts'
import { playerItem } from './read-player.server.ts'

/**
 * Opens an attempt for a launch, which from now on is the one that may write, and tells what it begins
 * with. Told what the frame's outbox holds, it says what of that has arrived. A launch that only flushes
 * is told the same and takes nothing over.
 */
export async function openAttempt(launch: Launch, asked: StateRequest): Promise<AttemptState> {
  const { attemptId, writer, purpose } = launch
  // First of all: from here on no other launch that plays can add to what the answer tells.
  const taken = await (purpose === 'flush'
    ? selectTaken(attemptId)
    : updateWriter(attemptId, writer))
  return stateOf(launch, asked, taken)
}

/** The same for a launch that has opened it before: it takes nothing back from a later one. */
export async function reopenAttempt(
  launch: Launch,
  asked: StateRequest,
): Promise<AttemptState | { outcome: 'stale-writer' }> {
  const taken = await selectTaken(launch.attemptId)
  const mayGoOn = launch.purpose === 'flush' || taken.writer === launch.writer
  return mayGoOn ? stateOf(launch, asked, taken) : { outcome: 'stale-writer' }
}

async function stateOf(
  { attemptId, writer }: Launch,
  asked: StateRequest,
  taken: TakenOver,
): Promise<AttemptState> {
  const held = await selectHeld(attemptId, asked.unsent)
  const heldEntries = await selectHeldEntries(attemptId, asked.entries ?? [])
  const base = await readContentBase(attemptId)
  const items = (await selectItems(attemptId)).map((row) => playerItem(row, base))
  const item = itemToLaunch(items, asked.item, taken.lastItem)
  invariant(item, 'a package without anything to launch is refused at import')
  return {
    outcome: 'state',
    attemptId,
    writer,
    lastSequence: taken.lastSequence,
    held,
    heldEntries,
    item: item.identifier,
    items,
    seed: await seedOf(attemptId, item.identifier, taken),
  }
}

async function seedOf(attemptId: string, item: string, taken: TakenOver): Promise<LaunchSeed> {
  const row = await selectSeed(attemptId, taken.packageId, item)
  invariant(row, 'an item of the package is there')
  const { edition, isStrict, sequencing, rules, learnerName, held, ...facts } = row
  const words = wordRulesOf(rules ?? usualRules)
  return {
    runtime: runtimeOf(edition),
    item: { ...facts, objectives: objectiveIdsOf(sequencing) },
    state: held && stateAnew(edition, held, words),
    learner: {
      id: pseudonymOf(taken),
      name: learnerName ?? i18nOf(taken.language).t('player.learner-name'),
    },
    isStrict,
    rules: words,
  }
}

const wordRulesOf = ({ appliesLimits, passedCompletes, statusRule }: AttemptRules): WordRules => ({
  appliesLimits,
  passedCompletes,
  keepsStatus: statusRule === 'kept',
})

/** What an item holds, as a new session begins with it: what stands is what content is told. */
function stateAnew(
  edition: ScormEdition,
  { elements, totalSeconds, isEnded, ...standing }: SeedHeld,
  { keepsStatus }: WordRules,
): LaunchSeed['state'] {
  const held = restoredElements(elements)
  const kept = keepsStatus ? runtimeRules(edition).keptWords(held, standing) : {}
  return { elements: { ...held, ...kept }, totalSeconds, isEnded }
}

/** The same for one person in one package, another in every other: content may send it anywhere. */
function pseudonymOf({ personId, packageId }: TakenOver): string {
  return createHmac('sha256', env().SECRET)
    .update(`learner:${packageId}:${personId}`)
    .digest('hex')
    .slice(0, 16)
}
