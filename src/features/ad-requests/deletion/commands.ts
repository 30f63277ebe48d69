import { sql } from 'drizzle-orm'
import type { Statement } from '../../../platform/db/write.ts'
import type { ErasedPerson } from '../../../platform/personal-data/record.ts'
import { routes } from '../../../routes.ts'
import { partiesOfRow, recordEventForEach } from '../../activity/commands.ts'
import { notifyEach } from '../../notifications/commands.ts'
import { goneText } from '../emails/closing-emails.ts'
import { adRequests } from '../schema.ts'

/** Withdraws the open requests of somebody whose account is deleted, and tells the other sides. */
export function withdrawForDeleted({ id, now }: ErasedPerson, requestIds: string): Statement[] {
  const open = sql`from ${adRequests} where id in (select value from json_each(${requestIds}))
    and state = 'pending' and closes_at > ${now}`
  const other = sql`iif(sponsor_id = ${id}, influencer_id, sponsor_id)`
  return [
    ...notifyEach(open, other, {
      kind: 'ad_request_withdrawn',
      subjectId: sql`id`,
      period: sql`offer_number`,
      ...goneText,
      path: sql`${routes.adRequests.index.href()} || '/' || id`,
      at: now,
    }),
    recordEventForEach(
      {
        subject: 'ad_request',
        subjectId: sql`id`,
        kind: 'withdrawn',
        actor: id,
        from: 'pending',
        to: 'withdrawn',
        at: now,
        parties: partiesOfRow,
      },
      open,
    ),
    sql`update ${adRequests} set state = 'withdrawn', closes_at = ${now}, version = version + 1
      where id in (select id ${open})`,
  ]
}
