import { createHash, randomBytes } from 'node:crypto'
import { searchText } from '../../src/platform/db/searched-text.ts'
import type { App } from './app.ts'
import type { Visitor } from './visitor.ts'

/** Everybody's password. Its hash is fixed and of a low cost, because a real one takes a fifth of a second. */
export const PASSWORD = 'seven green otters'
const PASSWORD_HASH = 'scrypt$1024$8$1$LR1jw2pxfMU0eOeUdhtESQ$hlXaLnzMiSiPGvp7XK-3jddRMvw9d_uUSHt8_RuPXk4'

export interface Person {
  readonly id: number
  readonly username: string
  readonly browser: Visitor
}

let made = 0
const DAY = 86_400_000

/** Inserts an account and signs in to it. `values` are columns of `users` that differ from the defaults. */
export async function makePerson(
  app: App,
  role: 'admin' | 'sponsor' | 'influencer',
  values: Partial<Record<'username' | 'email' | 'display_name' | 'status' | 'time_zone', string>> = {},
): Promise<Person> {
  made += 1
  const username = values.username ?? `${role}${made}`
  const displayName = values.display_name ?? `${role} ${made}`
  const { rows } = await app.db.execute({
    sql: `insert into users (username, email, display_name, search_display_name, password_hash, role, status, time_zone, created_at, last_seen_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    args: [
      username,
      values.email ?? `${username}@example.com`,
      displayName,
      searchText(displayName),
      PASSWORD_HASH,
      role,
      values.status ?? 'active',
      values.time_zone ?? 'UTC',
      Date.now(),
      Date.now(),
    ],
  })
  const id = Number(rows[0]?.id)
  await makeProfile(app, role, id, values.display_name ?? `${role} ${made}`)
  return { id, username, browser: await signedIn(app, id) }
}

/** A browser that is signed in to an account. */
export async function signedIn(app: App, userId: number): Promise<Visitor> {
  const browser = app.visitor()
  browser.setCookie('parley_session', await makeSession(app, userId))
  return browser
}

/** Inserts a session, as signing in would. Returns the cookie's value. */
export async function makeSession(app: App, userId: number): Promise<string> {
  const token = randomBytes(25).toString('hex')
  await app.db.execute({
    sql: 'insert into sessions (id, user_id, created_at, last_seen_at, expires_at) values (?1, ?2, ?3, ?3, ?4)',
    args: [createHash('sha256').update(token).digest('base64url'), userId, Date.now(), Date.now() + 14 * DAY],
  })
  return token
}

async function makeProfile(app: App, role: string, id: number, name: string): Promise<void> {
  if (role === 'sponsor') {
    await app.db.execute({
      sql: "insert into sponsors (user_id, company_name, industry, submitted_at) values (?, ?, 'Outdoor gear', ?)",
      args: [id, name, Date.now()],
    })
  }
  if (role === 'influencer') {
    await app.db.execute({
      sql: `insert into influencers (user_id, category, niche, country, languages) values (?, 'outdoors', 'hiking', 'SE', '["en"]')`,
      args: [id],
    })
  }
}
