import type { OutlineFact } from '~/domain/catalogue/module-outline.schema.ts'
import { takeFactsWithin } from '~/domain/catalogue/take-facts.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'

let made = 0

/** A sheet as a course's text has it, without overdue reviews. */
export function factSheet(values: Partial<OutlineFact> = {}): OutlineFact {
  const number = ++made
  return {
    id: `linje-${number}`,
    kind: 'line',
    title: `Linje ${number}`,
    text: `Ring 020-00 00 ${10 + number}. Någon svarar.`,
    parts: { number: `020-00 00 ${10 + number}`, hours: 'dygnet runt' },
    source: [{ title: 'Om oss', publisher: 'Linjen', address: 'https://linjen.example' }],
    certainty: 'high',
    toCheck: '',
    validFrom: null,
    validTo: null,
    lastReviewed: '2026-11-01',
    reviewer: 'Redaktionen',
    nextReview: '2099-05-01',
    ...values,
  }
}

/** Sheets that have come with a course's text. */
export async function makeFacts(...facts: OutlineFact[]): Promise<void> {
  await inTransaction(systemActor, (tx) => takeFactsWithin(tx, systemActor, facts))
}
