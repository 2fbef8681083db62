import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { SeedRow } from './attempt.db.server.ts'

export interface PreviewedVersion {
  number: number
  titleSv: string
  titleEn: string
  packageId: string
  edition: SeedRow['edition']
  isStrict: boolean
  allowedHosts: string[]
}

export async function selectPreviewedVersion(
  versionId: string,
): Promise<PreviewedVersion | undefined> {
  return firstRow<PreviewedVersion>(sql`
    select version.number, module.title_sv as "titleSv", module.title_en as "titleEn",
           package.id as "packageId", package.edition, package.strict as "isStrict",
           array(select host from package_host
                  where package_host.package_id = package.id and allowed_at is not null
                  order by host collate "C") as "allowedHosts"
      from module_version version
      join module on module.id = version.module_id
      join content_package package on package.id = version.package_id
     where version.id = ${versionId}::uuid`)
}

export type PreviewedItem = Omit<
  SeedRow,
  'edition' | 'isStrict' | 'rules' | 'held' | 'learnerName'
> & {
  identifier: string
  title: string
  type: 'sco' | 'asset'
  launchPath: string
  launchQuery: string
}

/** Those that can be launched, in document order. */
export async function selectPreviewedItems(packageId: string): Promise<PreviewedItem[]> {
  return rows<PreviewedItem>(sql`
    select identifier, title, type, launch_path as "launchPath", launch_query as "launchQuery",
           mastery_score as "masteryScore", scaled_passing_score as "scaledPassingScore",
           completion_threshold as "completionThreshold", max_time_allowed as "maxTimeAllowed",
           time_limit_action as "timeLimitAction", data_from_lms as "dataFromLms", sequencing
      from package_item
     where package_id = ${packageId}::uuid and launch_path is not null
     order by position`)
}
