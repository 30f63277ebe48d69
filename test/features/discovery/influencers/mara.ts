import type { App } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'

/** An influencer with a channel, a rate and a bio that must be escaped. */
export async function makeMara(app: App): Promise<Person> {
  const mara = await makePerson(app, 'influencer', { username: 'mara', display_name: 'Mara Lindqvist' })
  await app.db.batch(
    [
      `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
        average_comments, posts_last_30_days, metrics_date)
        values (${mara.id}, 'instagram', '@mara', 'https://example.com/mara', 100000, 30000, 4000, 100, 6, '2026-01-02')`,
      `insert into rates (influencer_id, kind, price, days) values (${mara.id}, 'reel', 120000, 10)`,
      `update influencers set reach = 75000, engagement_rate = 0.041, lowest_price = 120000,
        bio = '<img src=x onerror=alert(1)>' where user_id = ${mara.id}`,
    ],
    'write',
  )
  return mara
}
