import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from './assignment.ts'
import { makeCourse, makeModule, type MadeModule } from './catalogue.ts'

export interface MadeTrack {
  trackId: string
  courseId: string
  modules: MadeModule[]
  refresher: MadeModule
}

/** A course whose one track asks for two modules, with a refresher beside; its certificates count for 24 months. */
export async function makeTrack(): Promise<MadeTrack> {
  const courseId = await makeCourse()
  await prisma().course.update({
    where: { id: courseId },
    data: { version: '2026.1', validityMonths: 24 },
  })
  const modules = [await makeModule({ courseId }), await makeModule({ courseId })]
  const refresher = await makeModule({ courseId })
  await prisma().module.update({
    where: { id: refresher.moduleId },
    data: { kind: 'refresher' },
  })
  const trackId = newId()
  await prisma().track.create({
    data: {
      id: trackId,
      courseId,
      slug: 'skola',
      titleSv: 'Skola',
      titleEn: 'School',
      descriptionSv: 'För skolan.',
      descriptionEn: 'For schools.',
      professionGroups: ['school'],
      position: 1,
      modules: {
        create: modules.map(({ moduleId }, position) => ({ moduleId, position: position + 1 })),
      },
    },
  })
  return { trackId, courseId, modules, refresher }
}

/** Lets somebody have played all that a track asks for on a day. */
export async function completeTrack(
  personId: string,
  { modules }: MadeTrack,
  day: string,
  source: 'played' | 'import' = 'played',
): Promise<void> {
  for (const module of modules) await makeCompletion(personId, module, day, source)
}
