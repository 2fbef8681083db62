import { hostLabelOf } from '~/domain/attempt/host-label.ts'
import { shortCodeOf } from '~/kernel/short-code.ts'
import type { TrailEntry } from '~/domain/attempt/trail-entry.ts'
import { sealOf } from '~/domain/attempt/trail-seal.ts'
import { gatherQuality } from '~/domain/quality/quality.server.ts'
import type { Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { database, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import type { PlayedModule } from './played-module.ts'
import { playedTrail, type PlayedTrail } from './played-trail.ts'

/** So many of a module's completions have a trail, and so many have begun and stopped on the way. */
const completed = 60
const stopped = 20

/** Who plays, and when: completed at noon of a day, or begun at nine of one. */
interface Player {
  personId: string
  completedAt: Date | null
  begunAt: Date | null
}

interface Played extends PlayedTrail {
  id: string
  registrationId: string
  personId: string
  trail: (TrailEntry & { hash: string })[]
}

/**
 * Trails for the newest of a module's completions, and for some people who have begun it and not come
 * back: as the module's own package would have told them, so that trail, state and figures agree.
 */
export async function seedTrails(
  random: Random,
  versionId: string,
  module: PlayedModule,
  today: Day,
): Promise<void> {
  const players = [...(await completers(versionId)), ...(await leavers(random, versionId, today))]
  const played = players.map(({ personId, ...times }) => {
    const told = playedTrail(random, module, times)
    const id = seededId(Date.parse(today), random.bytes(10))
    const registrationId = seededId(Date.parse(today), random.bytes(10))
    return { ...told, id, registrationId, personId, trail: sealedTrail(id, told) }
  })
  await loadAttempts(random, played, versionId)
  await loadTrails(played)
  await database().pool.query(
    `update completion set attempt_id = attempt.id
       from attempt join registration on registration.id = attempt.registration_id
      where registration.module_version_id = completion.module_version_id
        and registration.person_id = completion.person_id
        and completion.module_version_id = $1 and attempt.completion = 'completed'`,
    [versionId],
  )
  await gatherQuality()
}

/** What our packages call their one item. */
const item = 'sco'
const writer = 'seed'

function sealedTrail(attemptId: string, { commits }: PlayedTrail): Played['trail'] {
  const who = { attemptId, entry: null, item, source: 'live', writer, session: 'seed' } as const
  let hash = ''
  return commits.map(({ receivedAt, elements }, index) => {
    const sequence = index + 1
    const final = sequence === commits.length
    const bytes = Buffer.byteLength(JSON.stringify({ sequence, final, item, elements }))
    const whole = { patches: null, refused: null, elements, bytes }
    const entry: TrailEntry = { ...who, sequence, receivedAt, final, ...whole }
    hash = sealOf(hash, entry)
    return { ...entry, hash }
  })
}

async function completers(versionId: string): Promise<Player[]> {
  return rows<Player>(sql`
    select person_id as "personId", completed_at as "completedAt", null as "begunAt"
      from completion where module_version_id = ${versionId}::uuid
     order by id desc limit ${completed}::int`)
}

/** People who have not completed the module, and were there at least three weeks ago. */
async function leavers(random: Random, versionId: string, today: Day): Promise<Player[]> {
  const lastDay = Date.parse(today) - 20 * 86_400_000
  const found = await rows<{ personId: string; createdAt: Date }>(sql`
    select id as "personId", created_at as "createdAt" from person
     where created_at < ${new Date(lastDay)}::timestamptz
       and not exists (select 1 from completion where completion.person_id = person.id
                          and completion.module_version_id = ${versionId}::uuid)
     order by id desc limit ${stopped}::int`)
  return found.map(({ personId, createdAt }) => {
    const days = Math.floor((lastDay - createdAt.getTime()) / 86_400_000)
    const begunAt = new Date(createdAt.getTime() + random.whole(0, days) * 86_400_000 + 3_600_000)
    return { personId, completedAt: null, begunAt }
  })
}

async function loadAttempts(random: Random, played: Played[], versionId: string): Promise<void> {
  const [version] = await rows<{ packageId: string }>(
    sql`select package_id as "packageId" from module_version where id = ${versionId}::uuid`,
  )
  await bulkLoad(
    'registration',
    ['id', 'person_id', 'module_version_id', 'package_id', 'host_label', 'created_at'],
    played.map(({ registrationId, personId, commits }) => [
      registrationId,
      personId,
      versionId,
      version!.packageId,
      hostLabelOf(random.bytes(26)),
      commits[0]!.receivedAt,
    ]),
  )
  await bulkLoad(
    'attempt',
    [
      'id',
      'registration_id',
      'number',
      'support_code',
      'started_at',
      'completion',
      'success',
      'score_scaled',
      'total_seconds',
      'last_item',
      'last_sequence',
      'trail_hash',
      'writer',
      'last_commit_at',
      'completed_at',
    ],
    played.map(({ id, registrationId, commits, trail, progress, completedAt }) => [
      id,
      registrationId,
      1,
      shortCodeOf(random.bytes(16)),
      commits[0]!.receivedAt,
      progress.completion,
      progress.success,
      progress.scoreScaled,
      progress.totalSeconds,
      item,
      commits.length,
      trail.at(-1)!.hash,
      writer,
      commits.at(-1)!.receivedAt,
      completedAt,
    ]),
  )
}

async function loadTrails(played: Played[]): Promise<void> {
  await bulkLoad(
    'item_state',
    [
      'attempt_id',
      'item_identifier',
      'elements',
      'completion',
      'success',
      'score_scaled',
      'total_seconds',
    ],
    played.map(({ id, commits, progress }) => [
      id,
      item,
      Object.assign({}, ...commits.map(({ elements }) => elements)) as object,
      progress.completion,
      progress.success,
      progress.scoreScaled,
      progress.totalSeconds,
    ]),
  )
  await bulkLoad(
    'commit_entry',
    [
      'attempt_id',
      'sequence',
      'item_identifier',
      'received_at',
      'source',
      'writer',
      'session',
      'final',
      'elements',
      'bytes',
      'hash',
    ],
    played.flatMap(({ trail }) =>
      trail.map((row) => [
        row.attemptId,
        row.sequence,
        row.item,
        row.receivedAt,
        row.source,
        row.writer,
        row.session,
        row.final,
        row.elements,
        row.bytes,
        row.hash,
      ]),
    ),
  )
}
