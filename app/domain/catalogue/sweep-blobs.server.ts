import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { mayRemoveBlobs } from '~/platform/blob-lock.server.ts'
import type { BlobStore, KeptBlob } from '~/platform/blob-store.ts'
import { blobs } from '~/platform/blobs.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { installationId } from '~/platform/installation.server.ts'
import { selectReferred } from './package-blob.db.server.ts'

export interface Swept {
  /** 'held off': an import is running, the rest waits. 'not ours': another installation's store. */
  outcome: 'swept' | 'held off' | 'not ours'
  removed: number
  bytes: number
}

/** Short transactions: an import waits for one batch at most. */
const batchSize = 500

/** Nobody writes one file for longer. */
const partMinutes = 60

/**
 * Removes blobs that no package's file refers to, with what was packed of them, and what is left of
 * keeps that never ended. Never while an import runs.
 * @param leaveMinutes younger blobs stay; 0 leaves it to the imports' lock alone
 */
export async function sweepBlobs(leaveMinutes: number, store: BlobStore = blobs()): Promise<Swept> {
  const swept: Swept = { outcome: 'swept', removed: 0, bytes: 0 }
  if (!(await store.claim(await installationId()))) return { ...swept, outcome: 'not ours' }
  for await (const batch of inBatches(old(store.list(), leaveMinutes))) {
    const isFree = await inTransaction(systemActor, async (tx) => {
      if (!(await mayRemoveBlobs(tx))) return false
      for (const { name, bytes } of await notReferred(tx, batch)) {
        await store.remove(name)
        swept.removed += 1
        swept.bytes += bytes
      }
      return true
    })
    if (!isFree) return { ...swept, outcome: 'held off' }
  }
  return swept
}

async function notReferred(tx: Tx, batch: KeptBlob[]): Promise<KeptBlob[]> {
  const sha256s = batch.filter(({ isWhole }) => isWhole).map(({ sha256 }) => sha256)
  const referred = await selectReferred(tx, [...new Set(sha256s)])
  return batch.filter(({ sha256, isWhole }) => !isWhole || !referred.has(sha256))
}

async function* old(kept: AsyncIterable<KeptBlob>, leaveMinutes: number): AsyncIterable<KeptBlob> {
  const before = (minutes: number) => now().getTime() - minutes * 60_000
  for await (const blob of kept) {
    const minutes = blob.isWhole ? leaveMinutes : partMinutes
    if (blob.keptAt.getTime() <= before(minutes)) yield blob
  }
}

async function* inBatches(kept: AsyncIterable<KeptBlob>): AsyncIterable<KeptBlob[]> {
  let batch: KeptBlob[] = []
  for await (const blob of kept) {
    batch.push(blob)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
