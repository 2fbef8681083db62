import type pg from 'pg'
import { newId } from '~/kernel/ids.ts'

/** An attempt that may be written to by its writer. */
export interface BenchAttempt {
  id: string
  hostLabel: string
  writer: string
}

/** What the rows of a commit that completes an attempt need beside. */
export interface BenchWorld {
  attempts: BenchAttempt[]
  moduleId: string
  moduleVersionId: string
}

/** Characters of a content host's label. */
const labelLength = 26

/**
 * Makes a module of SCORM 1.2 and as many people with an affiliation who have begun it as are asked for,
 * in a database that has been migrated and is used for nothing else.
 */
export async function makeWorld(client: pg.Client, count: number): Promise<BenchWorld> {
  const [courseId, moduleId, moduleVersionId, packageId] = Array.from({ length: 4 }, () => newId())
  const at = new Date().toISOString()
  const run = (text: string, values: unknown[]) => client.query(text, values)
  await run(
    `insert into course (id, slug, title_sv, title_en, description_sv, description_en, position)
     values ($1, 'bench', 'Kurs', 'Course', '', '', 1)`,
    [courseId],
  )
  await run(
    `insert into module
            (id, course_id, slug, title_sv, title_en, summary_sv, summary_en, minutes, position)
     values ($1, $2, 'bench', 'Modul', 'Module', '', '', 20, 1)`,
    [moduleId, courseId],
  )
  await run(
    `insert into content_package
            (id, sha256, file_name, standard, edition, title, bytes, file_count, imported_at)
     values ($1, repeat('0', 64), 'bench.zip', 'SCORM', '1.2', 'Paket', 1, 1, $2)`,
    [packageId, at],
  )
  await run(
    `insert into package_item (package_id, identifier, position, depth, title, launch_path, type)
     values ($1, 'item-1', 0, 0, 'Del', 'index.html', 'sco')`,
    [packageId],
  )
  await run(
    `insert into module_version (id, module_id, number, package_id, status, created_at, published_at)
     values ($1, $2, 1, $3, 'published', $4, $4)`,
    [moduleVersionId, moduleId, packageId, at],
  )
  const people = Array.from({ length: count }, (_, number) => ({
    person: newId(),
    registration: newId(),
    attempt: newId(),
    affiliation: newId(),
    writer: newId(),
    label: number.toString(36).padStart(labelLength, '0'),
    number,
  }))
  const given = `jsonb_to_recordset($1::jsonb) as given (person uuid, registration uuid, attempt uuid,
                 affiliation uuid, writer text, label text, number int)`
  for (let from = 0; from < count; from += 5_000) {
    const some = JSON.stringify(people.slice(from, from + 5_000))
    await run(
      `insert into person (id, given_name, family_name, email, created_at)
       select person, 'Bänk', 'Person', number || '@bench.example', $2 from ${given}`,
      [some, at],
    )
    await run(
      `insert into affiliation (id, person_id, profession_group, valid_from, status)
       select affiliation, person, 'social-worker', '2020-01-01', 'claimed' from ${given}`,
      [some],
    )
    await run(
      `insert into registration (id, person_id, module_version_id, package_id, host_label, created_at)
       select registration, person, $2, $3, label, $4 from ${given}`,
      [some, moduleVersionId, packageId, at],
    )
    await run(
      `insert into attempt (id, registration_id, number, support_code, started_at, completion, success,
                            writer)
       select attempt, registration, 1, 'BENCH-' || number, $2, 'not attempted', 'unknown', writer
         from ${given}`,
      [some, at],
    )
  }
  await client.query('analyze')
  const attempts = people.map(({ attempt, label, writer }) => ({
    id: attempt,
    hostLabel: label,
    writer,
  }))
  return { attempts, moduleId: moduleId!, moduleVersionId: moduleVersionId! }
}
