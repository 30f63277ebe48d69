import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { mutation, type Statement, write } from '../../../platform/db/write.ts'
import { CHUNK, type JobContext } from '../../../platform/queue/job.ts'
import { handleRows, type Position, type Step } from '../../../platform/queue/step.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import type { Reminder } from '../emails/clock-emails.ts'
import { canBeAgreed } from '../flags/conditions.ts'
import { reminderNotification } from '../notifications.ts'
import { remindersOf } from '../offer.ts'
import { adRequests, offers } from '../schema.ts'

/** Reminds the side whose turn it is after half and after 80% of an offer's time. */
export const remindOfOffers: Step = async ({ db, now, env }, after) =>
  handleRows(
    await selectToRemind(db, now, after),
    ({ remindAt, id }) => [remindAt, id],
    (due) =>
      write(
        db,
        due.flatMap((offer) => remind(offer, now, env.CURRENCY)),
      ),
  )

function remind(
  offer: Awaited<ReturnType<typeof selectToRemind>>[number],
  now: number,
  currency: string,
): Statement[] {
  const { reminder, next } = reminderAt(offer, now)
  const unchanged = sql`id = ${offer.id} and state = 'pending' and offer_number = ${offer.number} and remind_at = ${offer.remindAt}`
  // Nobody needs a reminder of an offer that has expired in the meantime, or that they cannot agree to.
  const open = sql`from ${adRequests} where ${unchanged} and closes_at > ${now} and ${canBeAgreed}
    and not exists (select 1 from ${users} where id in (sponsor_id, influencer_id) and status <> 'active')`
  return [
    ...reminderNotification(reminder, { ...offer, currency }, open, now),
    mutation.update(adRequests).set({ remindAt: next }).where(unchanged),
  ]
}

/** Which reminder is due at a moment after the first one, and when the next one is. Null: there is no other. */
export function reminderAt(
  offer: { readonly madeAt: number; readonly expiresAt: number },
  now: number,
): { readonly reminder: Reminder; readonly next: number | null } {
  const [, last] = remindersOf(offer)
  return now >= last ? { reminder: 'last', next: null } : { reminder: 'half', next: last }
}

export function selectToRemind({ orm }: JobContext['db'], now: number, after: Position | null) {
  return orm
    .select({
      id: adRequests.id,
      number: adRequests.offerNumber,
      remindAt: sql<number>`${adRequests.remindAt}`,
      paymentAmount: adRequests.paymentAmount,
      madeBy: offers.madeBy,
      madeAt: offers.madeAt,
      expiresAt: offers.expiresAt,
      campaignName: campaigns.name,
      senderName: users.displayName,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(offers, and(eq(offers.adRequestId, adRequests.id), eq(offers.number, adRequests.offerNumber)))
    .innerJoin(
      users,
      sql`${users.id} = iif(${offers.madeBy} = 'sponsor', ${adRequests.sponsorId}, ${adRequests.influencerId})`,
    )
    .where(
      and(
        eqLiteral(adRequests.state, 'pending'),
        lte(adRequests.remindAt, now),
        after ? sql`(${adRequests.remindAt}, ${adRequests.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(adRequests.remindAt), asc(adRequests.id))
    .limit(CHUNK)
}
