import type { Language } from '~/i18n/format.ts'
import type { PackageId, PersonId } from '~/kernel/ids.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  NewContentPackage,
  NewPackageFile,
  NewPackageItem,
  ReportFile,
  ReportItem,
  VersionReport,
} from './content-package.ts'

interface PackageRow extends NewContentPackage {
  id: PackageId
  importedAt: Date
  importedBy: PersonId | null
}

/** False where the same zip is held already; one that is just being imported is waited for. */
export async function insertPackage(tx: Tx, row: PackageRow): Promise<boolean> {
  const inserted = await txRows(
    tx,
    sql`
    insert into content_package
      (id, sha256, file_name, standard, edition, title, bytes, file_count, imported_at, imported_by)
    values (${row.id}::uuid, ${row.sha256}, ${row.fileName}, ${row.standard}, ${row.edition}, ${row.title},
            ${row.bytes}::bigint, ${row.files.length}::int, ${row.importedAt}::timestamptz, ${row.importedBy}::uuid)
    on conflict (sha256) do nothing returning id::text`,
  )
  return inserted.length > 0
}

export async function insertItems(
  tx: Tx,
  packageId: PackageId,
  items: NewPackageItem[],
): Promise<void> {
  await tx.packageItem.createMany({ data: items.map((item) => ({ ...item, packageId })) })
}

/** One statement, however many files: five values whatever their number. */
export async function insertFiles(
  tx: Tx,
  packageId: PackageId,
  files: NewPackageFile[],
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into package_file (package_id, path, sha256, bytes, media_type)
    select ${packageId}::uuid, file.path, file.sha256, file.bytes, file.media_type
      from unnest(
        ${files.map(({ path }) => path)}::text[],
        ${files.map(({ sha256 }) => sha256)}::text[],
        ${files.map(({ bytes }) => String(bytes))}::bigint[],
        ${files.map(({ mediaType }) => mediaType)}::text[]) as file (path, sha256, bytes, media_type)`,
  )
}

export async function findPackage(tx: Tx, sha256: string): Promise<PackageId | undefined> {
  const found = await txRows<{ id: PackageId }>(
    tx,
    sql`select id::text from content_package where sha256 = ${sha256}`,
  )
  return found[0]?.id
}

export async function packageExists(tx: Tx, packageId: string): Promise<boolean> {
  return (await tx.contentPackage.count({ where: { id: packageId } })) > 0
}

export async function selectVersionReport(
  versionId: string,
  language: Language,
): Promise<VersionReport | undefined> {
  const found = await firstRow<Omit<VersionReport, 'items' | 'largestFiles'>>(sql`
    select version.id, version.number, version.status, version.created_at as "createdAt",
           version.published_at as "publishedAt",
           json_build_object('id', module.id,
             'title', ${language === 'en' ? sql`module.title_en` : sql`module.title_sv`}) as module,
           (select number from module_version
             where module_id = module.id and status = 'published') as "publishedNumber",
           json_build_object(
             'id', package.id, 'fileName', package.file_name, 'title', package.title,
             'standard', package.standard, 'edition', package.edition, 'fileCount', package.file_count,
             'zipBytes', package.bytes, 'importedAt', package.imported_at,
             'unpackedBytes', (select coalesce(sum(bytes), 0) from package_file where package_id = package.id)
           ) as package
      from module_version version
      join module on module.id = version.module_id
      join content_package package on package.id = version.package_id
     where version.id = ${versionId}::uuid`)
  if (!found) return undefined
  const packageId = found.package.id
  const items = await rows<ReportItem>(sql`
    select identifier, title, depth, type, launch_path as "launchPath", mastery_score as "masteryScore"
      from package_item where package_id = ${packageId}::uuid order by position`)
  const largestFiles = await rows<ReportFile>(sql`
    select path, bytes, media_type as "mediaType" from package_file
     where package_id = ${packageId}::uuid order by bytes desc, path limit 10`)
  return { ...found, items, largestFiles }
}
