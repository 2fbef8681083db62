import type { ModuleId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { ModuleKind } from './module-outline.schema.ts'

/** A course's page, for whoever asks whether it is worth the time. */
export interface CoursePage {
  slug: string
  title: string
  description: string
  /** Of the text as a whole: "2026.1"; null for courses of other makers. */
  version: string | null
  /** How long a certificate of it counts; null where it gives none. */
  validityMonths: number | null
  /** Published ones, in their order; at least one. */
  modules: CourseModule[]
  tracks: CourseTrack[]
}

export interface CourseModule {
  id: ModuleId
  slug: string
  title: string
  summary: string
  minutes: number
  kind: ModuleKind
  /** Of a test: the share of right answers that passes it, 0 to 1; null where its package does not say. */
  passMark: number | null
}

/** What a profession takes for a certificate. */
export interface CourseTrack {
  slug: string
  title: string
  description: string
  professionGroups: ProfessionGroup[]
  /** Of modules that are published, in their order. */
  moduleIds: ModuleId[]
}

export interface ModuleGroup {
  kind: ModuleKind
  modules: CourseModule[]
}

const kindsInOrder: readonly ModuleKind[] = ['lesson', 'test', 'track', 'refresher']

/** Modules by what they are for: the basics, the test, what belongs to a profession, what renews. */
export function groupsOf(modules: readonly CourseModule[]): ModuleGroup[] {
  return kindsInOrder
    .map((kind) => ({ kind, modules: modules.filter((module) => module.kind === kind) }))
    .filter((group) => group.modules.length > 0)
}

/** Those that everybody takes, whatever they work with; all where none is for everybody. */
export function basicsOf<Module extends Pick<CourseModule, 'kind'>>(
  modules: readonly Module[],
): readonly Module[] {
  const basics = modules.filter(({ kind }) => kind === 'lesson' || kind === 'test')
  return basics.length > 0 ? basics : modules
}

/** The modules of a track in its order; all of the course where none is chosen. */
export function modulesOf(
  { modules }: Pick<CoursePage, 'modules'>,
  track: CourseTrack | undefined,
): CourseModule[] {
  if (!track) return modules
  return track.moduleIds.flatMap((id) => modules.find((module) => module.id === id) ?? [])
}

/**
 * A course's tracks with those of a reader's own professions first, and the one that the page begins with: the one
 * asked for, else theirs where only one is. "all" asks for none.
 */
export function tracksFor(
  tracks: readonly CourseTrack[],
  professions: readonly ProfessionGroup[],
  asked: string | null,
): { tracks: CourseTrack[]; own: CourseTrack[]; chosen: CourseTrack | undefined } {
  const own = tracks.filter(({ professionGroups }) =>
    professionGroups.some((group) => professions.includes(group)),
  )
  const onlyOwn = own.length === 1 ? own[0] : undefined
  return {
    tracks: [...own, ...tracks.filter((track) => !own.includes(track))],
    own,
    chosen: asked === null ? onlyOwn : tracks.find(({ slug }) => slug === asked),
  }
}

/** What comes first of what is not done yet; undefined where all is done. */
export function nextOf(
  modules: readonly CourseModule[],
  isDone: (id: ModuleId) => boolean,
): CourseModule | undefined {
  const left = modules.filter(({ id }) => !isDone(id))
  // What renews a certificate comes last, and is nothing to begin with.
  return left.find(({ kind }) => kind !== 'refresher') ?? left[0]
}
