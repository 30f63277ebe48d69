import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { recordEvent } from '../../activity/commands.ts'
import { events } from '../../activity/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import type { AdRequest } from '../ad-request.ts'
import { budgetShortageNotification } from '../notifications.ts'
import { adRequests } from '../schema.ts'

/**
 * Tells the sponsor, once for each offer, that the influencer wants to accept it but the campaign has too little left.
 * Does nothing if that is no longer true.
 */
export async function saveBudgetShortage(
  db: Database,
  adRequest: AdRequest,
  context: ActionContext,
): Promise<void> {
  const { id, state, campaignId, sponsorId, influencerId, latest } = adRequest
  const note = String(latest.number)
  const isShort = sql`exists (select 1 from ${adRequests} request join ${campaigns} on ${campaigns.id} = request.campaign_id
    where request.id = ${id} and request.state = 'pending' and request.offer_number = ${latest.number}
      and request.payment_amount > budget - committed)`
  const isKnown = sql`exists (select 1 from ${events} where subject = 'ad_request' and subject_id = ${id}
    and kind = 'budget_short' and note = ${note})`
  await write(db, [
    expectThat('known', sql`${isShort} and not ${isKnown}`),
    recordEvent({
      subject: 'ad_request',
      subjectId: id,
      kind: 'budget_short',
      actor: context.actor,
      from: state,
      to: state,
      note,
      at: context.now,
      parties: { campaignId, sponsorId, influencerId },
    }),
    ...budgetShortageNotification(adRequest, context),
  ])
}
