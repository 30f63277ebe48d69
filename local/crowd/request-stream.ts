import type { Client } from '@libsql/client/http'
import { notifications } from '../../src/features/notifications/schema.ts'
import type { Progress } from '../progress.ts'
import { ByTime } from './by-time.ts'
import type { Campaign } from './campaigns.ts'
import type { Influencers } from './influencers.ts'
import { maraStories } from './mara-stories.ts'
import { northwayStories } from './northway.ts'
import { Random } from './random.ts'
import { type NewNotificationRow, notificationsOf } from './request-notifications.ts'
import { addRequest } from './request-rows.ts'
import { negotiations } from './requests.ts'
import type { Rows } from './rows.ts'
import type { Story } from './story.ts'
import type { World } from './world.ts'

/** All requests with what belongs to them, and the notifications of both sides in the order of their time. */
export async function addRequests(
  rows: Rows,
  world: World,
  campaigns: readonly Campaign[],
  influencers: Influencers,
  progress: Progress,
): Promise<void> {
  const random = new Random(world.seed, 9)
  const waiting = new ByTime<NewNotificationRow>(
    ({ createdAt: at }) => at,
    (notification) => rows.add(notifications, notification),
  )
  const stories = storiesOf(campaigns, influencers, world.now)
  let count = 0
  for (const negotiation of negotiations(world, campaigns, influencers, stories)) {
    addRequest(rows, world, negotiation)
    for (const notification of notificationsOf(negotiation, world.now, random)) waiting.add(notification)
    waiting.releaseUntil(negotiation.createdAt)
    count += 1
    if (await rows.writeWhenFull()) {
      progress(count / world.size.requests, `${count.toLocaleString('en')} requests`)
    }
  }
  waiting.releaseAll()
}

function storiesOf(campaigns: readonly Campaign[], influencers: Influencers, now: number): Story[] {
  const boots = campaigns.find(({ place }) => place === 'told')
  return [
    ...(boots ? northwayStories(boots, influencers, now) : []),
    ...maraStories(campaigns, influencers.at(0), now),
  ]
}

/** What campaigns have committed and paid follows from their collaborations. */
export async function addTotals(client: Client): Promise<void> {
  const sum = (amount: string) =>
    `(select coalesce(sum(${amount}), 0) from collaborations where campaign_id = campaigns.id)`
  await client.execute(`update campaigns set committed = ${sum('payment_amount')},
    paid = ${sum("iif(state = 'completed', payment_amount, 0)")}
    where state <> 'draft'`)
}
