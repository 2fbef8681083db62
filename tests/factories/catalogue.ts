import { createHash } from 'node:crypto'
import {
  addVersion,
  createCourse,
  createModule,
  publishVersion,
} from '~/domain/catalogue/catalogue.server.ts'
import type { NewContentPackage, NewPackageItem } from '~/domain/catalogue/content-package.ts'
import { saveContentPackage } from '~/domain/catalogue/save-content-package.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import type { CourseId, ModuleId, ModuleVersionId, PackageId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'

let made = 0

/** A course without modules. */
export async function makeCourse(
  values: { slug?: string; titleSv?: string } = {},
): Promise<CourseId> {
  const number = ++made
  return createCourse({
    actor: systemActor,
    slug: `course-${number}`,
    titleSv: `Kurs ${number}`,
    titleEn: `Course ${number}`,
    descriptionSv: 'Vad kursen tar upp.',
    descriptionEn: 'What the course is about.',
    ...values,
  })
}

/** The rows of a package of one SCO; there are no bytes behind its files. */
export async function makePackage(values: Partial<NewContentPackage> = {}): Promise<PackageId> {
  const sha256 = sha256Of(`package ${++made}`)
  const file = {
    path: 'index.html',
    sha256: sha256Of('index'),
    bytes: 1_000,
    mediaType: 'text/html',
  }
  const content = {
    sha256,
    fileName: 'package.zip',
    standard: 'SCORM',
    edition: '1.2',
    title: 'Paket',
    language: null,
    description: null,
    durationSeconds: null,
    bytes: 2_000,
    needsSequencing: false,
    sequencing: null,
    problems: [],
    items: [packageItem()],
    files: [file],
    hosts: [],
    parts: [],
    ...values,
  }
  const saved = await inTransaction(systemActor, (tx) =>
    saveContentPackage(tx, systemActor, content),
  )
  return saved.packageId
}

/** An item as a manifest gives it, for makePackage. */
export function packageItem(values: Partial<NewPackageItem> = {}): NewPackageItem {
  return {
    identifier: 'item-1',
    position: 0,
    depth: 0,
    parent: null,
    title: 'Del 1',
    visible: true,
    launchPath: 'index.html',
    launchQuery: '',
    type: 'sco',
    masteryScore: null,
    scaledPassingScore: null,
    completionThreshold: null,
    maxTimeAllowed: null,
    timeLimitAction: null,
    dataFromLms: null,
    prerequisites: null,
    sequencing: null,
    ...values,
  }
}

export interface MadeModule {
  moduleId: ModuleId
  versionId: ModuleVersionId
  packageId: PackageId
  slug: string
}

/** A module with one version: published, unless told otherwise. */
export async function makeModule(
  values: {
    courseId?: CourseId
    packageId?: PackageId
    titleSv?: string
    status?: 'draft' | 'published'
  } = {},
): Promise<MadeModule> {
  const slug = `module-${++made}`
  const courseId = values.courseId ?? (await makeCourse())
  const packageId = values.packageId ?? (await makePackage())
  const moduleId = await createModule({
    actor: systemActor,
    courseId,
    slug,
    titleSv: values.titleSv ?? `Modul ${made}`,
    titleEn: `Module ${made}`,
    summarySv: 'Vad modulen tar upp.',
    summaryEn: 'What the module is about.',
    minutes: 20,
  })
  const versionId = await addVersion({ actor: systemActor, moduleId, packageId })
  if (values.status !== 'draft') await publishVersion({ actor: systemActor, versionId })
  return { moduleId, versionId, packageId, slug }
}

/** A module that may be taken without signing in, whose package tells of itself as our own do. */
export async function makeOpenModule(
  values: Partial<NewContentPackage> & { status?: 'draft' | 'published' } = {},
): Promise<MadeModule> {
  const { status, ...content } = values
  const part = { kind: 'page', slug: 'start', page: null, title: 'Start', words: 'Ord.' } as const
  const parts = [{ ...part, content: null, facts: [] }]
  const module = await makeModule({ status, packageId: await makePackage({ parts, ...content }) })
  await prisma().module.update({ where: { id: module.moduleId }, data: { isOpen: true } })
  return module
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
