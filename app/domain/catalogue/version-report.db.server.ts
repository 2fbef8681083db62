import type { Language } from '~/i18n/format.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { ReportFile, ReportHost, ReportItem, VersionReport } from './version-report.ts'

type FoundVersion = Omit<VersionReport, 'items' | 'largestFiles' | 'hosts'>

export async function selectVersionReport(
  versionId: string,
  language: Language,
): Promise<VersionReport | undefined> {
  const found = await firstRow<FoundVersion>(sql`
    select version.id, version.number, version.status, version.created_at as "createdAt",
           version.published_at as "publishedAt",
           json_build_object('id', module.id,
             'title', ${language === 'en' ? sql`module.title_en` : sql`module.title_sv`}) as module,
           (select number from module_version
             where module_id = module.id and status = 'published') as "publishedNumber",
           json_build_object(
             'id', package.id, 'fileName', package.file_name, 'title', package.title,
             'standard', package.standard, 'edition', package.edition, 'language', package.language,
             'description', package.description, 'durationSeconds', package.duration_seconds,
             'needsSequencing', package.needs_sequencing, 'problems', package.problems,
             'strict', package.strict, 'learnerIdentity', package.learner_identity,
             'fileCount', package.file_count, 'zipBytes', package.bytes,
             'importedAt', package.imported_at,
             'unpackedBytes', (select coalesce(sum(bytes), 0) from package_file where package_id = package.id)
           ) as package
      from module_version version
      join module on module.id = version.module_id
      join content_package package on package.id = version.package_id
     where version.id = ${versionId}::uuid`)
  if (!found) return undefined
  const packageId = found.package.id
  const items = await rows<ReportItem>(sql`
    select identifier, title, depth, type, visible, launch_path as "launchPath",
           mastery_score as "masteryScore", scaled_passing_score as "scaledPassingScore"
      from package_item where package_id = ${packageId}::uuid order by position`)
  const largestFiles = await rows<ReportFile>(sql`
    select path, bytes, media_type as "mediaType" from package_file
     where package_id = ${packageId}::uuid order by bytes desc, path limit 10`)
  const hosts = await rows<ReportHost>(sql`
    select host, kinds, found_in as "foundIn", allowed_at is not null as "isAllowed"
      from package_host where package_id = ${packageId}::uuid
     order by kinds = '{link}', host`)
  return { ...found, items, largestFiles, hosts }
}
