import type { Language } from '~/i18n/format.ts'
import { today } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { historyOf, textSays } from './fact-history.ts'
import { dueDayOf, factStateOf, type QueuedFact } from './fact-state.ts'
import {
  countCitingModules,
  countFactsDueBefore,
  selectCitations,
  selectFact,
  selectFacts,
  selectFactsOfModule,
  selectFactVersions,
  selectTextVersion,
} from './fact-view.db.server.ts'
import type { FactView, MarkedFact } from './fact-view.ts'
import type { FactContent, HeldFact } from './fact.ts'

/** Every fact as it is told now, with what is to be done with it today (see queueOf for its order). */
export async function listFacts(): Promise<QueuedFact[]> {
  const day = today()
  const facts = await selectFacts()
  const cited = new Map((await countCitingModules()).map((row) => [row.factId, row.modules]))
  return facts.map((fact) => ({
    ...fact,
    state: factStateOf(fact, day),
    dueDay: dueDayOf(fact),
    modules: cited.get(fact.id) ?? 0,
  }))
}

/** How many facts are overdue today. */
export async function countOverdueFacts(): Promise<number> {
  return countFactsDueBefore(today())
}

const mostVersions = 50

/**
 * A fact with where it is told and what it said before, for editors.
 * @throws Refusal not-found
 */
export async function readFact(factId: string | undefined, language: Language): Promise<FactView> {
  const fact = await readCurrentFact(factId)
  const versions = await selectFactVersions(fact.id, mostVersions + 1)
  return {
    fact,
    state: factStateOf(fact, today()),
    dueDay: dueDayOf(fact),
    text: textSays(fact, await selectTextVersion(fact.id)) ?? null,
    citations: await selectCitations(fact.id, language),
    history: historyOf(versions).slice(0, mostVersions),
    hasOlder: versions.length > mostVersions,
  }
}

/**
 * A fact as it is told now.
 * @throws Refusal not-found
 */
export async function readCurrentFact(factId: string | undefined): Promise<HeldFact> {
  const fact = factId === undefined ? undefined : await selectFact(factId)
  if (!fact) throw new Refusal('not-found')
  return fact
}

/**
 * What a sheet's form begins with: the words that are told, or those of the course's text where it says something else
 * and an editor would rather have them.
 * @throws Refusal not-found
 */
export async function readFactForm(
  factId: string | undefined,
  isOfText: boolean,
): Promise<FactContent & Pick<HeldFact, 'id' | 'kind'>> {
  const fact = await readCurrentFact(factId)
  const said = isOfText ? textSays(fact, await selectTextVersion(fact.id)) : undefined
  return said ? { ...fact, ...said.version } : fact
}

/** The facts that a module tells and that are overdue today, and those that somebody must still look up. */
export async function listMarkedFacts(
  moduleId: string,
): Promise<{ overdue: MarkedFact[]; toCheck: MarkedFact[] }> {
  const day = today()
  const facts = (await selectFactsOfModule(moduleId)).map((fact) => ({
    id: fact.id,
    title: fact.title,
    isOverdue: factStateOf(fact, day) === 'overdue',
    isToCheck: fact.toCheck !== '',
  }))
  const marked = ({ id, title }: MarkedFact) => ({ id, title })
  return {
    overdue: facts.filter(({ isOverdue }) => isOverdue).map(marked),
    toCheck: facts.filter(({ isOverdue, isToCheck }) => isToCheck && !isOverdue).map(marked),
  }
}

/** The facts that say what an editor wrote here; what `npm run courses -- facts export` takes to the source. */
export async function listEditedFacts(): Promise<HeldFact[]> {
  return (await selectFacts()).filter(({ origin }) => origin === 'editor')
}
