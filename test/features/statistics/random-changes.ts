import fc from 'fast-check'
import { parseEnv } from '../../../src/env.ts'
import { accountId, createAccount } from '../../../src/features/accounts/commands.ts'
import { saveSuspension, saveSuspensionEnd } from '../../../src/features/admin/commands.ts'
import { complete, pause, publish, resume } from '../../../src/features/campaigns/campaign.ts'
import { createCampaign, saveEdit, saveStateChange } from '../../../src/features/campaigns/commands.ts'
import { findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import { recordEnds } from '../../../src/features/campaigns/record-ends.ts'
import { addChannel, removeChannel } from '../../../src/features/influencers/channels/commands.ts'
import { createInfluencerProfile } from '../../../src/features/influencers/commands.ts'
import { answerSponsor } from '../../../src/features/sponsors/approvals/commands.ts'
import { createSponsorProfile, resubmit } from '../../../src/features/sponsors/commands.ts'
import { write } from '../../../src/platform/db/write.ts'
import type { CampaignId, ChannelId, UserId } from '../../../src/shared/ids.ts'
import { DAY } from '../../../src/shared/time.ts'
import { planWith } from '../campaigns/fixtures.ts'
import type { Step, World } from '../reports/random-history.ts'
import { contextOf, pick } from './pick.ts'
import { moderation, rareModeration } from './random-moderation.ts'

const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://libsql.test' })
const endsRecorded: Step = ({ database: { db }, now }) => recordEnds({ db, env, now, clock: now }, null)

/** Changes to people and campaigns, by the commands that pages and jobs call. Their requests are in `random-history`. */
export const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.boolean(), fc.nat()).map(([isSponsor, n]) => signUp(isSponsor, n)) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(([n, yes]) => answer(n, yes)) },
    { weight: 1, arbitrary: fc.nat().map(resubmitted) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(([n, ends]) => suspended(n, ends)) },
    { weight: 3, arbitrary: fc.nat().map(suspensionEnded) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(([n, isPrivate]) => created(n, isPrivate)) },
    { weight: 4, arbitrary: fc.tuple(fc.nat(), fc.nat(3)).map(([n, which]) => stateChanged(n, which)) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.nat(40)).map(([n, days]) => edited(n, days)) },
    { weight: 2, arbitrary: fc.constant(endsRecorded) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.nat(), fc.nat(2_000_000)).map(([n, count]) => channelAdded(n, count)),
    },
    { weight: 1, arbitrary: fc.nat().map(channelRemoved) },
    { weight: 8, arbitrary: moderation },
  ),
  { minLength: 20, maxLength: 40 },
)

/** What random changes rarely do, or do not do with every seed. */
export const rareChanges = rareModeration((n) => signUp(true, n))

/** Publishes every campaign that can be published, because random changes rarely do. */
export const publications: readonly Step[] = [
  created(0, false),
  ...Array.from({ length: 30 }, (_, n) => stateChanged(n, 0)),
]

function signUp(isSponsor: boolean, n: number): Step {
  return ({ database: { db }, now }) => {
    const username = `person${n}x${now}`
    const id = accountId(username)
    const names = { username, email: `${username}@example.com`, displayName: username, timeZone: 'UTC' }
    const role = isSponsor ? 'sponsor' : 'influencer'
    const status = isSponsor ? 'pending' : 'active'
    const profile = isSponsor
      ? createSponsorProfile(id, { companyName: username, industry: 'Gear' }, now)
      : [createInfluencerProfile(id, influencerProfile)]
    return write(db, [
      ...createAccount({ ...names, passwordHash: 'x', role, status, isEmailConfirmed: true }, now),
      ...profile,
    ])
  }
}

const influencerProfile = {
  category: 'outdoors',
  niche: 'hiking',
  bio: '',
  country: 'SE',
  city: '',
  languages: ['en'],
} as const

function answer(n: number, isApproved: boolean): Step {
  return async (world) => {
    const account = await pick(world, "users where role = 'sponsor' and status = 'pending'", n)
    const decision = isApproved
      ? ({ kind: 'approved' } as const)
      : ({ kind: 'rejected', reason: 'No' } as const)
    return account && answerSponsor(world.database.db, account, decision, contextOf(world))
  }
}

function resubmitted(n: number): Step {
  return async (world) => {
    const account = await pick(world, "users where role = 'sponsor' and status = 'rejected'", n)
    return account && resubmit(world.database.db, account.id, 'Again', world.now)
  }
}

function suspended(n: number, ends: boolean): Step {
  return async (world) => {
    const account = await pick(
      world,
      "users where role <> 'admin' and status not in ('suspended', 'deleting', 'deleted')",
      n,
    )
    return (
      account &&
      saveSuspension(
        world.database.db,
        { ...account, name: 'Somebody' },
        { reason: 'Spam', until: ends ? world.now + 2 * DAY : null },
        contextOf(world),
      )
    )
  }
}

function suspensionEnded(n: number): Step {
  return async (world) => {
    const account = await pick(world, "users where status = 'suspended'", n)
    return account && saveSuspensionEnd(world.database.db, account, 'active', contextOf(world))
  }
}

function created(n: number, isPrivate: boolean): Step {
  return async (world) => {
    const sponsor = await pick(world, "users where role = 'sponsor' and status <> 'deleted'", n)
    const plan = planWith({ ...endingAfter(world, 20), visibility: isPrivate ? 'private' : 'public' })
    return sponsor && createCampaign(world.database.db, { plan, goals: [] }, contextOf(world, sponsor.id))
  }
}

function stateChanged(n: number, which: number): Step {
  return async (world) => {
    const found = await pickCampaign(world, n)
    const rule = [publish, pause, resume, complete][which]
    if (!found) return
    const change = rule?.(found.campaign, world.now)
    return (
      change?.ok &&
      saveStateChange(
        world.database.db,
        found.campaign,
        change.value,
        contextOf(world, found.campaign.sponsorId),
      )
    )
  }
}

/** Another end, visibility and category. */
function edited(n: number, days: number): Step {
  return async (world) => {
    const found = await pickCampaign(world, n)
    if (!found) return
    const { budget, sponsorId } = found.campaign
    const plan = planWith({
      ...endingAfter(world, days),
      budget,
      visibility: days % 2 === 0 ? 'private' : 'public',
      category: days % 3 === 0 ? 'food' : 'outdoors',
      niche: days % 3 === 0 ? 'vegan' : 'hiking',
    })
    return saveEdit(world.database.db, found, { plan, goals: [] }, ['end date'], contextOf(world, sponsorId))
  }
}

function channelAdded(n: number, followers: number): Step {
  return async (world) => {
    const owner = await pick(world, "users where role = 'influencer' and status <> 'deleted'", n)
    const channel = {
      platform: 'instagram',
      handle: `h${n}x${world.now}`,
      url: '',
      followers,
      averageViews: 1,
      averageLikes: 1,
      averageComments: 1,
      postsLast30Days: n % 12,
      metricsDate: '2026-01-01',
    } as const
    return owner && addChannel(world.database.db, owner.id, channel)
  }
}

function channelRemoved(n: number): Step {
  return async ({ database: { client, db } }) => {
    const { rows } = await client.execute('select id, influencer_id from channels order by id')
    const row = rows[n % Math.max(rows.length, 1)]
    return row && removeChannel(db, Number(row.influencer_id) as UserId, Number(row.id) as ChannelId)
  }
}

async function pickCampaign({ database: { client, db } }: World, n: number) {
  const { rows } = await client.execute('select id, sponsor_id from campaigns order by id')
  const row = rows[n % Math.max(rows.length, 1)]
  return row ? findOwnCampaign(db, Number(row.sponsor_id) as UserId, Number(row.id) as CampaignId) : null
}

function endingAfter({ now }: World, days: number) {
  return { endsAt: now + days * DAY, endDate: new Date(now + days * DAY).toISOString().slice(0, 10) }
}
