import type { ProfessionGroup } from '~/kernel/profession.ts'
import { readCourseFiles } from '../../../courses/toolkit/source/course-files.ts'
import { readCourse } from '../../../courses/toolkit/source/course-reader.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { expectCertificate, takeModule } from './module-taken.ts'

const { course } = readCourse(readCourseFiles('courses/heder'))

const learners: { track: string; who: string; group: ProfessionGroup }[] = [
  { track: 'socialtjanst-barn-unga', who: 'A social worker', group: 'social-services' },
  { track: 'skola', who: 'A teacher', group: 'school' },
  { track: 'forskola', who: 'A preschool teacher', group: 'school' },
]

for (const { track: slug, who, group } of learners) {
  test(`${who} takes the basics, the test and their own track to a certificate`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    test.setTimeout(120_000)
    const track = course.tracks.find((one) => one.slug === slug)!
    expect(track.modules).toHaveLength(8)
    await loginAs(await newPerson(samsyn, group))
    for (const module of track.modules) await takeModule(page, module)
    const done = page.getByRole('region', { name: 'Klara moduler' }).getByRole('listitem')
    await expect(done).toHaveCount(track.modules.length)
    for (const module of course.modules.filter(({ slug }) => track.modules.includes(slug))) {
      await expect(done.filter({ hasText: module.title.sv })).toHaveCount(1)
    }
    await expectCertificate(page, track.title.sv)
  })
}
