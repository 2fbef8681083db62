import { shuffled, type Chance } from './chance.ts'

/** A question of a test's bank, with the module that teaches it. */
export interface Drawable {
  id: string
  module: string
}

/**
 * The ids of the questions of one attempt at a test. Modules take turns, in an order of chance, so that each
 * has as many as the others or one more, as long as it has any left: a draw of at least as many questions
 * as there are modules covers them all.
 */
export function drawQuestions(bank: readonly Drawable[], count: number, chance: Chance): string[] {
  const modules = [...new Set(bank.map(({ module }) => module))]
  const queues = shuffled(modules, chance).map((module) =>
    shuffled(
      bank.filter((question) => question.module === module),
      chance,
    ),
  )
  const drawn: string[] = []
  for (let turn = 0; drawn.length < Math.min(count, bank.length); turn++) {
    const question = queues[turn % queues.length]!.pop()
    if (question) drawn.push(question.id)
  }
  return shuffled(drawn, chance)
}
