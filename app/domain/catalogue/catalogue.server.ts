import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import {
  isId,
  newId,
  type CourseId,
  type ModuleId,
  type ModuleVersionId,
  type PackageId,
} from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { nextNumber, publicationOf, type VersionMark } from './catalogue.ts'
import {
  courseExists,
  insertCourse,
  insertModule,
  insertVersion,
  lockModule,
  markPublished,
  selectVersionToPublish,
  withdrawVersion,
} from './catalogue.db.server.ts'
import { modulePublished } from './catalogue.events.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import type { NewCourse, NewModule } from './catalogue.schema.ts'
import { packageExists } from './content-package.db.server.ts'

/**
 * Adds a course last in the catalogue; learners see it once it has a published module.
 * @throws Refusal forbidden, catalogue.slug-taken
 */
export async function createCourse({
  actor,
  ...values
}: NewCourse & { actor: Actor }): Promise<CourseId> {
  requireMayEdit(actor)
  return inTransaction(actor, async (tx) => {
    const id = newId<CourseId>()
    if (!(await insertCourse(tx, id, values))) throw slugTaken(values.slug)
    await recordAudit(tx, actor, { action: 'course.created', subjectId: id })
    return id
  })
}

/**
 * Adds a module last in its course, without any version yet.
 * @throws Refusal forbidden, not-found (no such course), catalogue.slug-taken
 */
export async function createModule(values: NewModule & { actor: Actor }): Promise<ModuleId> {
  return inTransaction(values.actor, (tx) => createModuleWithin(tx, values))
}

/** The same as a part of what a transaction does. */
export async function createModuleWithin(
  tx: Tx,
  { actor, ...values }: NewModule & { actor: Actor },
): Promise<ModuleId> {
  requireMayEdit(actor)
  if (!(await courseExists(tx, values.courseId))) throw new Refusal('not-found')
  const id = newId<ModuleId>()
  if (!(await insertModule(tx, id, values))) throw slugTaken(values.slug)
  const detail = { courseId: values.courseId }
  await recordAudit(tx, actor, { action: 'module.created', subjectId: id, detail })
  return id
}

export interface AddVersion {
  actor: Actor
  moduleId: string
  packageId: PackageId
}

/**
 * Gives a module a new draft version with a package. Where a draft or the published version has that
 * very package, that version is the answer: an upload sent twice makes one version.
 * @throws Refusal forbidden, not-found
 */
export async function addVersion(input: AddVersion): Promise<ModuleVersionId> {
  return inTransaction(input.actor, async (tx) => (await addVersionWithin(tx, input)).id)
}

/**
 * The same as a part of what a transaction does, as that which brings the package in: a package without
 * a version would be kept for nobody.
 */
export async function addVersionWithin(
  tx: Tx,
  { actor, moduleId, packageId }: AddVersion,
): Promise<VersionMark & { isNew: boolean }> {
  requireMayEdit(actor)
  const versions = isId(moduleId) && (await lockModule(tx, moduleId))
  if (!versions || !(await packageExists(tx, packageId))) throw new Refusal('not-found')
  const same = versions.find(
    (version) => version.packageId === packageId && version.status !== 'withdrawn',
  )
  if (same) return { ...same, isNew: false }
  const version = {
    id: newId<ModuleVersionId>(),
    moduleId: moduleId as ModuleId,
    number: nextNumber(versions),
    status: 'draft' as const,
    packageId,
    createdAt: now(),
  }
  await insertVersion(tx, version)
  const detail = { moduleId, packageId, number: version.number }
  await recordAudit(tx, actor, { action: 'version.added', subjectId: version.id, detail })
  return { ...version, isNew: true }
}

export interface PublishVersion {
  actor: Actor
  versionId: string | undefined
  /** The editor answers for a package that names a way past every policy (decision 0013). */
  acceptsPeerConnection?: boolean
}

/**
 * Makes a version the one that learners get from now on, and withdraws the one before it in the same
 * transaction. Who has begun the earlier one goes on with it.
 * @throws Refusal forbidden, not-found, catalogue.already-published, catalogue.peer-connection (a package
 *   that names WebRTC, and nobody who answers for it)
 */
export async function publishVersion(input: PublishVersion): Promise<void> {
  return inTransaction(input.actor, (tx) => publishVersionWithin(tx, input))
}

/** The same as a part of what a transaction does. */
export async function publishVersionWithin(
  tx: Tx,
  { actor, versionId, acceptsPeerConnection = false }: PublishVersion,
): Promise<void> {
  requireMayEdit(actor)
  const found = isId(versionId) && (await selectVersionToPublish(tx, versionId))
  if (!found) throw new Refusal('not-found')
  const { moduleId, namesPeerConnection } = found
  if (namesPeerConnection && !acceptsPeerConnection) {
    throw new Refusal('catalogue.peer-connection', {}, { field: 'peerConnection' })
  }
  const versions = (await lockModule(tx, moduleId)) ?? []
  const version = versions.find(({ id }) => id === versionId)
  invariant(version, 'a version stays with its module')
  const { publish, withdraw } = publicationOf(version, versions)
  // In this order: the database allows one published version at a time.
  if (withdraw) await withdrawVersion(tx, withdraw.id)
  await markPublished(tx, publish.id, now())
  const detail = {
    moduleId,
    number: publish.number,
    withdrawn: withdraw?.id ?? null,
    ...(namesPeerConnection && { peerConnection: 'accepted' }),
  }
  await recordAudit(tx, actor, { action: 'version.published', subjectId: publish.id, detail })
  await emit(tx, modulePublished(moduleId, publish.id))
}

function slugTaken(slug: string): Refusal {
  return new Refusal('catalogue.slug-taken', { slug }, { field: 'slug' })
}
