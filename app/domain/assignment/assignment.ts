import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** A module that can be chosen on a page: in both languages, with what the address calls it. */
export interface ModuleChoice {
  id: string
  slug: string
  titleSv: string
  titleEn: string
  courseTitleSv: string
  courseTitleEn: string
  /** Whether it can be taken now; one that was published before still has figures. */
  published: boolean
}

/** Everybody in the groups (all of them where the list is empty) takes the module by the day. */
export interface Assignment {
  id: string
  organisationId: string
  moduleId: string
  moduleSlug: string
  titleSv: string
  titleEn: string
  professionGroups: ProfessionGroup[]
  dueOn: Day
  message: string | null
  assignedOn: Day
}

/** Whether two assignments speak of the same groups, in whatever order. */
export function sameGroups(a: readonly ProfessionGroup[], b: readonly ProfessionGroup[]): boolean {
  return [...a].sort().join() === [...b].sort().join()
}

/** The module that a page is about, among those that can be chosen. */
export interface ChosenModule {
  modules: ModuleChoice[]
  /** Null when nothing has been published yet. */
  module: ModuleChoice | null
}

/** The id to ask figures for: where nothing is published, one that no module has. */
export function idOfChosen({ module }: ChosenModule): string {
  return module?.id ?? '00000000-0000-0000-0000-000000000000'
}
