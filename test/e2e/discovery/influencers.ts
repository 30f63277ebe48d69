import type { App } from '../../support/app.ts'

const DAY = 86_400_000

/** The trail influencers with the highest reach. Those with less are called "Walker" and a number. */
export const topInfluencers = [
  'Mara Lindqvist',
  'Soo-jin Kim',
  'Jide Okafor',
  'Tomás Bravo',
  'Anna Weiß',
] as const

/** How many have "trail" in their bio: more than infinite scrolling loads. */
export const TRAIL_INFLUENCERS = 90

/** Creates influencers in order of reach and price, highest first. Every second one is a hiker. */
export async function createInfluencers(app: App): Promise<void> {
  const statements = Array.from({ length: TRAIL_INFLUENCERS }, (_, index) =>
    statementsFor({
      name: topInfluencers[index] ?? `Walker ${index + 1}`,
      bio: 'Long trails, honest boots.',
      niche: index % 2 === 0 ? 'hiking' : 'camping',
      reach: 500_000 - index * 5_000,
      price: 200_000 - index * 2_000,
      createdAt: Date.now() - (index + 1) * DAY,
    }),
  )
  await app.db.batch(statements.flat(), 'write')
}

/** Creates a climber who signed up just now. */
export async function createNewInfluencer(app: App, name: string): Promise<void> {
  const climber = { name, bio: 'Ropes, cliffs, cold mornings.', niche: 'climbing' }
  await app.db.batch(
    statementsFor({ ...climber, reach: 30_000, price: 40_000, createdAt: Date.now() }),
    'write',
  )
}

type NewInfluencer = {
  name: string
  bio: string
  niche: string
  reach: number
  price: number
  createdAt: number
}

function statementsFor({ name, bio, niche, reach, price, createdAt }: NewInfluencer) {
  const username = name.toLowerCase().replaceAll(' ', '.')
  const id = '(select id from users where username = ?)'
  const day = new Date(createdAt).toISOString().slice(0, 10)
  return [
    {
      sql: `insert into users (username, email, display_name, password_hash, role, status, created_at)
        values (?, ?, ?, 'none', 'influencer', 'active', ?)`,
      args: [username, `${username}@example.com`, name, createdAt],
    },
    {
      sql: `insert into influencers (user_id, category, niche, bio, country, city, languages, followers, reach,
        engagement_rate, lowest_price) values (${id}, 'outdoors', ?, ?, 'SE', 'Umeå', '["sv","en"]', ?, ?, 0.045, ?)`,
      args: [username, niche, bio, reach, reach, price],
    },
    {
      sql: `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
        average_comments, posts_last_30_days, metrics_date)
        values (${id}, 'instagram', ?, 'https://instagram.com/example', ?, 9000, ?, ?, 8, ?)`,
      args: [username, username, reach, reach * 0.04, reach * 0.005, day],
    },
    {
      sql: `insert into rates (influencer_id, kind, price, days) values (${id}, 'reel', ?, 7)`,
      args: [username, price],
    },
  ]
}
