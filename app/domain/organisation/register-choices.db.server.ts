import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'

/** Public bodies that carry resource centres and others: county boards, regions, municipalities, agencies. */
export async function selectCarriers(): Promise<{ value: string; label: string }[]> {
  return rows(sql`
    select organisation.id as value, organisation.name as label
      from organisation
     where kind in ('county-board', 'region', 'municipality', 'state-agency')
       and (closed_on is null or closed_on > ${today()}::date)
     order by ${swedishOrder(sql`organisation.name`)}`)
}
