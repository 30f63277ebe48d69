import { accountId, createAccount } from '../../src/features/accounts/commands.ts'
import { agreedTerms } from '../../src/features/ad-requests/acceptance/agreed-terms.ts'
import * as rules from '../../src/features/ad-requests/ad-request.ts'
import * as commands from '../../src/features/ad-requests/commands.ts'
import { saveMessage } from '../../src/features/ad-requests/messages/commands.ts'
import type { OfferLifetime, Side } from '../../src/features/ad-requests/offer.ts'
import { saveOpening } from '../../src/features/ad-requests/opening/commands.ts'
import { findApplication, findInvitation } from '../../src/features/ad-requests/opening/queries.ts'
import { findNegotiation } from '../../src/features/ad-requests/queries.ts'
import { complete, pause, publish } from '../../src/features/campaigns/campaign.ts'
import { createCampaign, saveStateChange } from '../../src/features/campaigns/commands.ts'
import { newCampaign } from '../../src/features/campaigns/forms.ts'
import { findOwnCampaign } from '../../src/features/campaigns/queries.ts'
import { scheduleOf } from '../../src/features/campaigns/schedule.ts'
import { createInfluencerProfile } from '../../src/features/influencers/commands.ts'
import { recomputeMetrics } from '../../src/features/influencers/recompute-metrics.ts'
import * as tables from '../../src/features/influencers/schema.ts'
import { addTemplate } from '../../src/features/reason-templates/commands.ts'
import { answerSponsor } from '../../src/features/sponsors/approvals/commands.ts'
import { createSponsorProfile } from '../../src/features/sponsors/commands.ts'
import { saveApprovedProfile } from '../../src/features/sponsors/renaming/commands.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { withSearchText } from '../../src/platform/db/searched-text.ts'
import { mutation, type Statement, write } from '../../src/platform/db/write.ts'
import type { AdRequestId, CampaignId, UserId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import type { Result } from '../../src/shared/result.ts'
import { addDays, DAY, dayAt, HOUR } from '../../src/shared/time.ts'
import { abuseReports, dismissReport, makeReport, TIME_TO_DISMISS } from './abuse-reports.ts'
import { adRequests, type Step } from './ad-requests.ts'
import { campaigns } from './campaigns.ts'
import { influencers } from './influencers.ts'
import { moderationMoments } from './moderation.ts'
import { reasonTemplates } from './reason-templates.ts'
import { sponsors } from './sponsors.ts'

/** The tables count back from `end`, milliseconds UTC. */
type Story = { db: Database; admin: UserId; passwordHash: string; end: number }
type Pair = readonly [campaign: string, influencer: string]
type Moment = readonly [at: number, run: (now: number) => Promise<unknown>]

/** Creates what the tables in this folder describe, in chronological order, with the rules and commands of the site. */
export async function tellStory(story: Story): Promise<void> {
  const parts = [
    templateMoments,
    sponsorMoments,
    influencerMoments,
    campaignMoments,
    requestMoments,
    reportMoments,
    moderationMoments,
  ]
  const moments = parts.flatMap((part) => [...part(story)])
  for (const [at, run] of moments.sort(([one], [other]) => one - other)) await run(at)
}

function* templateMoments({ db, admin: actor, end }: Story): Generator<Moment> {
  for (const template of reasonTemplates) {
    yield [
      end - 405 * DAY,
      async (now) =>
        unwrap(await addTemplate(db, template, { actor, now, currency: 'USD', requestId: 'demo' })),
    ]
  }
}

function* sponsorMoments({ db, admin: actor, passwordHash, end }: Story): Generator<Moment> {
  for (const { joined, answer, profile, newName, ...person } of sponsors) {
    const account = {
      ...person,
      passwordHash,
      role: 'sponsor',
      status: 'pending',
      isEmailConfirmed: true,
    } as const
    const website = `https://${person.username}.example`
    const full = {
      ...profile,
      about: profile.about ?? '',
      annualBudget: profile.annualBudget ?? null,
      website,
    }
    const create = (now: number) => createSponsorProfile(accountId(person.username), full, now)
    yield [end - joined * DAY, (now) => save(db, [...createAccount(account, now), ...create(now)])]
    if (!answer) continue
    const decide = async (now: number) => {
      const id = await findId<UserId>(db, USER, person.username)
      unwrap(
        await answerSponsor(db, { id, version: 1 }, answer, {
          actor,
          now,
          currency: 'USD',
          requestId: 'demo',
        }),
      )
    }
    yield [end - joined * 0.75 * DAY, decide]
    if (newName === undefined) continue
    const rename = async (now: number) => {
      const id = await findId<UserId>(db, USER, person.username)
      await saveApprovedProfile(db, id, { ...full, companyName: newName }, now)
    }
    yield [end - 3 * HOUR, rename]
  }
}

function* influencerMoments({ db, passwordHash, end }: Story): Generator<Moment> {
  for (const [index, { channels, rates, profile, ...person }] of influencers.entries()) {
    const account = {
      ...person,
      passwordHash,
      role: 'influencer',
      status: 'active',
      isEmailConfirmed: true,
    } as const
    const influencerId = accountId(person.username)
    const channelRows = channels.map(([platform, followers, engagement, postsLast30Days]) => ({
      influencerId,
      platform,
      followers,
      postsLast30Days,
      averageViews: Math.round(followers * 0.4),
      handle: person.username,
      url: `https://${platform}.example/${person.username}`,
      averageLikes: Math.round(followers * engagement * 0.97),
      averageComments: Math.round(followers * engagement * 0.03),
      metricsDate: dayAt(end - 6 * DAY, 'UTC'),
    }))
    const rateRows = rates.map(([kind, usd]) => ({ influencerId, kind, price: cents(usd * 100), days: 6 }))
    const mediaKit = [
      createInfluencerProfile(influencerId, profile),
      mutation.insert(tables.channels).values(channelRows.map((row) => withSearchText(tables.channels, row))),
      mutation.insert(tables.rates).values(rateRows),
      recomputeMetrics(influencerId),
    ]
    yield [end - (300 - 9 * index) * DAY, (now) => save(db, [...createAccount(account, now), ...mediaKit])]
  }
}

function* campaignMoments({ db, end }: Story): Generator<Moment> {
  for (const { by, wanted, runs, goals = [], ...rest } of campaigns) {
    const { drafted, published = 0, paused, completed, ...texts } = rest
    const timeZone = sponsors.find(({ username }) => username === by)?.timeZone ?? 'UTC'
    const [startDate = null, endDate = null] = runs.map((days) => addDays(dayAt(end, timeZone), days))
    const wantedDeliverables = wanted.map(([kind, count]) => ({ kind, count }))
    const schedule = scheduleOf({ startDate, endDate, timeZone })
    const plan = { ...newCampaign(timeZone).plan, ...texts, ...schedule, wantedDeliverables }
    const act = async (now: number) => ({
      actor: await findId<UserId>(db, USER, by),
      now,
      currency: 'USD',
      requestId: 'demo',
    })
    const change = (rule: typeof publish) => async (now: number) => {
      const context = await act(now)
      const id = await findId<CampaignId>(db, CAMPAIGN, plan.name)
      const { campaign } = required(await findOwnCampaign(db, context.actor, id))
      unwrap(await saveStateChange(db, campaign, unwrap(rule(campaign, now)), context))
    }
    const create = async (now: number) => createCampaign(db, { plan, goals }, await act(now))
    yield [end - (drafted ?? published + 2) * DAY, create]
    if (published) yield [end - published * DAY, change(publish)]
    if (paused) yield [end - paused * DAY, change(pause)]
    if (completed) yield [end - completed * DAY, change(complete)]
  }
}

function* requestMoments(story: Story): Generator<Moment> {
  for (const [campaign, influencer, ...steps] of adRequests) {
    for (const step of steps) {
      const run = step[1] === 'invites' || step[1] === 'applies' ? openRequest : continueRequest
      yield [story.end - step[0] * HOUR, (now) => run(story, [campaign, influencer], step, now)]
    }
  }
}

function* reportMoments({ db, admin, end }: Story): Generator<Moment> {
  for (const report of abuseReports) {
    const at = end - report.hoursAgo * HOUR
    yield [at, (now) => makeReport(db, report, now)]
    if (report.dismissed) yield [at + TIME_TO_DISMISS, (now) => dismissReport(db, report, admin, now)]
  }
}

async function openRequest({ db }: Story, [campaignName, username]: Pair, step: Step, now: number) {
  const [, verb, message = '', { amount = 0, lifetime = USUAL_LIFETIME } = {}] = step
  const campaign = await findId<CampaignId>(db, CAMPAIGN, campaignName)
  const sponsor = await findId<UserId>(db, SPONSOR, campaignName)
  const influencer = await findId<UserId>(db, USER, username)
  const isInvitation = verb === 'invites'
  const opening = isInvitation
    ? await findInvitation(db, sponsor, campaign, [influencer], now)
    : await findApplication(db, influencer, campaign, now)
  const { candidates, campaign: asking } = required(opening)
  const { wantedDeliverables, usageChannels, usageMonths, endDate, timeZone } = asking
  const inTwoWeeks = addDays(dayAt(now, timeZone), 14)
  const dueDate = endDate && endDate < inTwoWeeks ? endDate : inTwoWeeks
  const deliverables = wantedDeliverables.map((wanted) => ({ ...wanted, dueDate }))
  const requirements = 'Please name us in the first ten seconds.'
  const terms = { paymentAmount: cents(amount * 100), deliverables, requirements, usageChannels, usageMonths }
  const side = isInvitation ? 'sponsor' : 'influencer'
  const origin = isInvitation ? 'invitation' : 'application'
  const proposal = { ...terms, message, lifetime }
  const offer = unwrap(rules.open(side, proposal, required(candidates[0]).context, now))
  const context = { actor: isInvitation ? sponsor : influencer, now, currency: 'USD', requestId: 'demo' }
  unwrap(
    await saveOpening(
      db,
      required(opening),
      offer,
      origin,
      { actor: context.actor, origin, max: 100 },
      context,
    ),
  )
}

async function continueRequest({ db, admin }: Story, [campaign, username]: Pair, step: Step, now: number) {
  const [, verb, message = '', more = {}] = step
  const { amount = 0, moreDays = 0, lifetime = USUAL_LIFETIME, reason = 'other' } = more
  const viewer = { id: admin, role: 'admin' } as Parameters<typeof findNegotiation>[1]
  const id = await findId<AdRequestId>(db, REQUEST, campaign, username)
  const negotiation = required(await findNegotiation(db, viewer, id))
  const { adRequest } = negotiation
  const { latest, turn, sponsorId, influencerId } = adRequest
  const [named] = verb.split(' ') as [Side, string?]
  const whoseMove = verb === 'withdraws' ? latest.madeBy : turn
  const side = verb.includes(' ') ? named : whoseMove
  const context = {
    actor: side === 'sponsor' ? sponsorId : influencerId,
    now,
    currency: 'USD',
    requestId: 'demo',
  }
  switch (verb) {
    case 'accepts':
      unwrap(rules.accept(adRequest, side, latest.number, now))
      return unwrap(await commands.saveAcceptance(db, adRequest, agreedTerms(negotiation, 10), context))
    case 'rejects':
      unwrap(rules.reject(adRequest, side, now))
      return unwrap(await commands.saveRejection(db, adRequest, { reason, comment: message }, context))
    case 'withdraws':
      unwrap(rules.withdraw(adRequest, side, now))
      return unwrap(await commands.saveWithdrawal(db, adRequest, context))
    case 'sponsor writes':
    case 'influencer writes':
      return unwrap(await saveMessage(db, adRequest, message, 20, context))
    default: {
      const later = (day: string) => addDays(day, moreDays)
      const deliverables = latest.deliverables.map((it) => ({ ...it, dueDate: later(it.dueDate) }))
      const terms = { ...latest, paymentAmount: cents(amount * 100), deliverables, message, lifetime }
      const next = unwrap(rules.propose(adRequest, side, latest.number, terms, now))
      return unwrap(await commands.saveOffer(db, adRequest, next, context))
    }
  }
}

// In hours, whatever the default is: some offers of the story have to expire soon.
const USUAL_LIFETIME: OfferLifetime = 72
const USER = 'select id from users where username = ?'
const CAMPAIGN = 'select id from campaigns where name = ?'
const SPONSOR = 'select sponsor_id as id from campaigns where name = ?'
const REQUEST = `select max(id) as id from ad_requests
  where campaign_id = (${CAMPAIGN}) and influencer_id = (${USER})`

async function findId<Id extends number>(db: Database, sql: string, ...args: string[]): Promise<Id> {
  const { rows } = await db.client.execute({ sql, args })
  return Number(required(rows[0]).id) as Id
}

function required<Value>(value: Value | null | undefined): Value {
  if (value !== null && value !== undefined) return value
  throw new Error('The demo refers to something that it has not created.')
}

const save = async (db: Database, statements: Statement<string>[]) => unwrap(await write(db, statements))

function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value
  throw new Error(`A rule refuses a step of the demo: ${JSON.stringify(result.refusal)}`)
}
