import type { CourseOutline } from '~/domain/catalogue/module-outline.schema.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { measureModule } from '../source/course-measures.ts'
import type { Course, CourseModule, Fact } from '../source/course-model.ts'
import { zipName } from './module-package.ts'

/** Beside a course's packages. */
export const courseOutlineFile = 'course.json'

/** What Samsyn takes in with the packages of a course: its modules in order, its tracks, words and facts. */
export function courseOutline(course: Course): CourseOutline {
  const { slug, title, description, version } = course
  const { requires, validityMonths, renewedBy = null } = course.certificate
  return {
    version: 2,
    slug,
    title,
    description,
    courseVersion: version,
    certificate: { requires, validityMonths, renewedBy },
    modules: course.modules.map((module) => moduleEntry(course, module)),
    tracks: course.tracks.map((track) => ({
      slug: track.slug,
      title: track.title,
      description: track.description,
      professionGroups: track.professionGroups.filter(isProfessionGroup),
      modules: track.modules,
    })),
    glossary: course.glossary.map(({ id, term, text }) => ({ id, term, text })),
    facts: course.facts.map(factEntry),
  }
}

const isProfessionGroup = (group: string): group is ProfessionGroup =>
  professionGroups.some((known) => known === group)

function moduleEntry(course: Course, module: CourseModule): CourseOutline['modules'][number] {
  const { slug, kind, title, description, draw } = module
  return {
    slug,
    kind,
    title,
    description,
    minutes: Math.max(1, Math.round(measureModule(module, course).minutes)),
    readingSeconds: draw ? draw.questions * draw.secondsPerQuestion : null,
    // Its runtime is smaller than that of SCORM 2004, and both come to the same.
    zip: zipName(module, '1.2'),
  }
}

function factEntry({ place: _place, ...fact }: Fact): CourseOutline['facts'][number] {
  return { ...fact, validFrom: fact.validFrom ?? null, validTo: fact.validTo ?? null }
}
