import { eq } from 'drizzle-orm'
import { campaigns } from '../../../../src/features/campaigns/schema.ts'
import { influencers } from '../../../../src/features/influencers/schema.ts'
import { openCache } from '../../../../src/platform/cache/cache.ts'
import { namespaces } from '../../../../src/platform/cache/namespaces.ts'
import { openDatabase } from '../../../../src/platform/db/database.ts'
import { mutation, type Statement, write } from '../../../../src/platform/db/write.ts'
import type { CampaignId, UserId } from '../../../../src/shared/ids.ts'
import { invite } from '../../../support/ad-requests.ts'
import { PASSWORD, type Person, signedIn } from '../../../support/people.ts'
import { type Isolates, redisVars } from './isolates.ts'

/** Actions that people take on the pages of the first isolate. */
export interface UserActions {
  /** Opens a page and sends the form that has this button. */
  submit(who: Person, path: string, button: string, fields?: Fields): Promise<void>
  /** The path of the page where somebody edits their only channel or price. */
  editPath(who: Person, table: 'channels' | 'rates'): Promise<string>
  signUp(username: string): Promise<void>
  /** Returns the URL of the campaign. */
  publish(who: Person, name: string): Promise<string>
  agree(sponsor: Person, influencer: Person, campaignPage: string): Promise<void>
  /** Null removes the flag. Admins have no page for flags yet, so these two write to the database. */
  flagInfluencer(who: Person, at: number | null): Promise<void>
  flagCampaign(campaignPage: string, at: number | null): Promise<void>
}

type Fields = Record<string, string>

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

export function userActionsOn(isolates: Isolates): UserActions {
  const { app } = isolates
  return {
    async submit(who, path, button, fields = {}) {
      // A new session each time, because a suspension signs people out.
      const browser = await signedIn(app, who.id)
      await browser.get(path)
      const { status, text } = await browser.submit(button, fields)
      if (status !== 200) throw new Error(`${button} on ${path} was refused:\n${text}`)
    },
    async editPath(who, table) {
      const { rows } = await app.db.execute({
        sql: `select id from ${table} where influencer_id = ?`,
        args: [who.id],
      })
      return `/settings/${table}/${rows[0]?.id}`
    },
    async signUp(username) {
      const browser = app.visitor()
      await browser.get('/sign-up/influencer')
      const account = { username, email: `${username}@example.com`, password: PASSWORD }
      await browser.submit('Sign up', { ...account, category: 'food', niche: 'baking', country: 'SE' })
    },
    async publish(who, name) {
      const browser = await signedIn(app, who.id)
      await browser.get('/campaigns/new')
      await browser.submit('Save draft', { ...complete(), name })
      await browser.submit('Publish')
      return browser.page.url
    },
    async agree(sponsor, influencer, campaignPage) {
      const inviter = { ...sponsor, browser: await signedIn(app, sponsor.id) }
      const id = await invite(app, inviter, influencer, idIn(campaignPage))
      await this.submit(influencer, `/ad-requests/${id}?answer=accept`, 'Accept offer 1')
    },
    flagInfluencer: ({ id }, at) =>
      writeFromHere(isolates, [
        mutation
          .update(influencers)
          .set({ flaggedAt: at })
          .where(eq(influencers.userId, id as UserId)),
      ]),
    flagCampaign: (page, at) =>
      writeFromHere(isolates, [
        mutation
          .update(campaigns)
          .set({ flaggedAt: at })
          .where(eq(campaigns.id, idIn(page) as CampaignId)),
      ]),
  }
}

const complete = () => ({
  brief: 'Walk in them and tell us.',
  category: 'outdoors',
  niche: 'hiking',
  start_date: inDays(0),
  end_date: inDays(30),
  budget: '10,000.00',
  visibility: 'public',
})

function idIn(campaignPage: string): number {
  return Number(/\d+/.exec(campaignPage)?.[0])
}

/** Writes and invalidates as the Worker does, from an isolate in this process. */
async function writeFromHere({ app, redis }: Isolates, statements: readonly Statement[]): Promise<void> {
  const env = {
    ...redisVars({ ...redis, url: redis.directUrl }),
    REDIS_TIMEOUT_MS: 5_000,
    TURSO_DATABASE_URL: app.libsql.url,
  }
  const background: Promise<unknown>[] = []
  const cache = openCache(env, { waitUntil: (work) => background.push(work) })
  const db = openDatabase(env, { invalidateAfter: cache.invalidateAfter })
  await write(db, statements, { invalidates: [...namespaces] })
  await Promise.all(background)
  db.client.close()
}
