import { desc, eq, sql } from 'drizzle-orm'
import { accountId, createAccount } from '../../src/features/accounts/commands.ts'
import { users } from '../../src/features/accounts/schema.ts'
import * as rules from '../../src/features/ad-requests/ad-request.ts'
import * as commands from '../../src/features/ad-requests/commands.ts'
import { agreedTerms } from '../../src/features/ad-requests/negotiation/agreed-terms.ts'
import { DEFAULT_LIFETIME } from '../../src/features/ad-requests/offer.ts'
import { saveOpening } from '../../src/features/ad-requests/opening/commands.ts'
import { findApplication, findInvitation } from '../../src/features/ad-requests/opening/queries.ts'
import { findNegotiation } from '../../src/features/ad-requests/queries.ts'
import { adRequests as requests } from '../../src/features/ad-requests/schema.ts'
import { answerSponsor, saveSuspension } from '../../src/features/admin/commands.ts'
import type { Answer } from '../../src/features/admin/sponsors/answer.ts'
import { complete, pause, publish } from '../../src/features/campaigns/campaign.ts'
import { createCampaign, saveStateChange } from '../../src/features/campaigns/commands.ts'
import { newCampaign } from '../../src/features/campaigns/forms.ts'
import { findOwnCampaign } from '../../src/features/campaigns/queries.ts'
import { createInfluencerProfile } from '../../src/features/influencers/commands.ts'
import { recomputeMetrics } from '../../src/features/influencers/recompute-metrics.ts'
import { channels, influencers as profiles, rates } from '../../src/features/influencers/schema.ts'
import { createSponsorProfile } from '../../src/features/sponsors/commands.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { withSearchText } from '../../src/platform/db/searched-text.ts'
import { mutation, type Statement, write } from '../../src/platform/db/write.ts'
import type { AdRequestId, CampaignId, UserId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import type { Result } from '../../src/shared/result.ts'
import { addDays, DAY, dayIn, endOfDay, HOUR } from '../../src/shared/time.ts'
import { adRequests, type Step } from './ad-requests.ts'
import { campaigns } from './campaigns.ts'
import { influencers } from './influencers.ts'
import { sponsors } from './sponsors.ts'

type Moment = readonly [at: number, run: (now: number) => Promise<unknown>]
type Person = { readonly username: string }

/** The tables of this folder, told in the order of time by the rules and commands of the site. */
export class Story {
  readonly #db: Database
  readonly #admin: UserId
  readonly #end: number
  /** Of people by username, of campaigns by name, and of requests by both. */
  readonly #ids = new Map<string, number>()

  /** `end` is the moment that the tables count from. */
  constructor(db: Database, admin: UserId, end: number) {
    this.#db = db
    this.#admin = admin
    this.#end = end
  }

  async tell(passwordHash: string): Promise<void> {
    const moments = [...this.#people(passwordHash), ...this.#campaigns(), ...this.#requests()]
    for (const [at, run] of moments.sort(([one], [other]) => one - other)) await run(at)
  }

  *#people(passwordHash: string): Generator<Moment> {
    for (const {
      joined,
      answer,
      companyName,
      industry,
      annualBudget = null,
      about = '',
      ...person
    } of sponsors) {
      const website = `https://${person.username}.example`
      const profile = { companyName, industry, annualBudget, about, website }
      const account = { ...person, role: 'sponsor', status: 'pending', passwordHash } as const
      const run = (now: number) =>
        this.#signUp(
          [...createAccount(account, now), ...createSponsorProfile(accountId(person.username), profile, now)],
          person,
        )
      yield [this.#end - joined * DAY, run]
      if (answer) yield [this.#end - joined * 0.75 * DAY, (now) => this.#answer(person, answer, now)]
    }
    for (const [index, influencer] of influencers.entries()) {
      const { channels, rates, rating, ratingCount, username, email, displayName, timeZone, ...profile } =
        influencer
      const person = { username, email, displayName, timeZone }
      const account = { ...person, role: 'influencer', status: 'active', passwordHash } as const
      const run = (now: number) =>
        this.#signUp(
          [
            ...createAccount(account, now),
            createInfluencerProfile(accountId(username), profile),
            ...this.#mediaKit(influencer),
          ],
          person,
        )
      yield [this.#end - (300 - 9 * index) * DAY, run]
    }
    yield [
      this.#end - 9 * DAY,
      (now) => this.#suspend('rexcalloway', 'Asked sponsors to pay outside of Parley.', now),
    ]
  }

  async #signUp(account: Statement<string>[], { username }: Person) {
    const find = mutation.select({ id: users.id }).from(users).where(eq(users.username, username))
    const written = granted(await write(this.#db, [...account, find]))
    this.#ids.set(username, Number(written.at(-1)?.rows[0]?.id))
  }

  #mediaKit({
    username,
    channels: own,
    rates: card,
    rating = null,
    ratingCount = 0,
  }: (typeof influencers)[number]) {
    const influencerId = sql<UserId>`(select id from users where username = ${username})`
    const metricsDate = dayIn('UTC', this.#end - 6 * DAY)
    const channelRows = own.map(([platform, followers, engagement, postsLast30Days]) => ({
      ...{ influencerId, platform, handle: username, url: `https://${platform}.example/${username}` },
      ...{ followers, postsLast30Days, metricsDate, averageViews: Math.round(followers * 0.4) },
      averageLikes: Math.round(followers * engagement * 0.97),
      averageComments: Math.round(followers * engagement * 0.03),
    }))
    return [
      mutation.insert(channels).values(channelRows.map((row) => withSearchText(channels, row))),
      mutation
        .insert(rates)
        .values(card.map(([kind, price]) => ({ influencerId, kind, price: cents(price * 100), days: 6 }))),
      mutation.update(profiles).set({ rating, ratingCount }).where(eq(profiles.userId, influencerId)),
      recomputeMetrics(influencerId),
    ]
  }

  async #answer({ username }: Person, answer: Answer, now: number) {
    const account = { id: this.#id<UserId>(username), version: 1 }
    granted(await answerSponsor(this.#db, account, answer, { actor: this.#admin, now, currency: 'USD' }))
  }

  async #suspend(username: string, reason: string, now: number) {
    const account = { id: this.#id<UserId>(username), status: 'active' as const, version: 1 }
    granted(await saveSuspension(this.#db, account, reason, { actor: this.#admin, now, currency: 'USD' }))
  }

  *#campaigns(): Generator<Moment> {
    for (const {
      by,
      wanted,
      runs,
      goals = [],
      drafted,
      published = 0,
      paused,
      completed,
      ...plan
    } of campaigns) {
      const timeZone = sponsors.find(({ username }) => username === by)?.timeZone ?? 'UTC'
      const [startDate = null, endDate = ''] = runs.map((days) => addDays(dayIn(timeZone, this.#end), days))
      const dates = { startDate, endDate, endsAt: endOfDay(endDate, timeZone) }
      const wantedDeliverables = wanted.map(([kind, count]) => ({ kind, count }))
      const act = (now: number) => ({ actor: this.#id<UserId>(by), now, currency: 'USD' })
      const create = async (now: number) => {
        const full = { ...newCampaign.plan, ...plan, ...dates, wantedDeliverables }
        this.#ids.set(
          plan.name,
          granted(await createCampaign(this.#db, { plan: full, goals }, null, act(now))),
        )
      }
      const change = (rule: typeof publish) => async (now: number) => {
        const { campaign } = found(
          await findOwnCampaign(this.#db, this.#id<UserId>(by), this.#id<CampaignId>(plan.name)),
        )
        granted(await saveStateChange(this.#db, campaign, granted(rule(campaign, now)), act(now)))
      }
      yield [this.#end - (drafted ?? published + 2) * DAY, create]
      if (published) yield [this.#end - published * DAY, change(publish)]
      if (paused) yield [this.#end - paused * DAY, change(pause)]
      if (completed) yield [this.#end - completed * DAY, change(complete)]
    }
  }

  *#requests(): Generator<Moment> {
    for (const [campaign, influencer, ...steps] of adRequests) {
      for (const step of steps) {
        const isFirst = step[1] === 'invites' || step[1] === 'applies'
        const run = (now: number) =>
          isFirst
            ? this.#open(campaign, influencer, step, now)
            : this.#goOn(`${campaign}, ${influencer}`, step, now)
        yield [this.#end - step[0] * HOUR, run]
      }
    }
  }

  async #open(campaignName: string, username: string, [, verb, message = '', terms]: Step, now: number) {
    const isInvitation = verb === 'invites'
    const [campaign, influencer] = [this.#id<CampaignId>(campaignName), this.#id<UserId>(username)]
    const sponsor = this.#id<UserId>(found(campaigns.find(({ name }) => name === campaignName)).by)
    const opening = await (isInvitation
      ? findInvitation(this.#db, sponsor, campaign, [influencer], now)
      : findApplication(this.#db, influencer, campaign, now))
    const { candidates, campaign: asked } = found(opening)
    const { wantedDeliverables, usageChannels, usageMonths, endDate } = asked
    const inTwoWeeks = addDays(dayIn('UTC', now), 14)
    const dueDate = endDate && endDate < inTwoWeeks ? endDate : inTwoWeeks
    const proposal = {
      ...{ message, usageChannels, usageMonths, requirements: 'Please name us in the first ten seconds.' },
      deliverables: wantedDeliverables.map((wanted) => ({ ...wanted, dueDate })),
      paymentAmount: cents((terms?.amount ?? 0) * 100),
      lifetime: terms?.lifetime ?? DEFAULT_LIFETIME,
    }
    const side = isInvitation ? 'sponsor' : 'influencer'
    const offer = granted(rules.open(side, proposal, found(candidates[0]).context, now))
    const context = { actor: isInvitation ? sponsor : influencer, now, currency: 'USD' }
    const origin = isInvitation ? 'invitation' : 'application'
    granted(await saveOpening(this.#db, found(opening), offer, origin, context))
    const newest = this.#db.orm.select({ id: requests.id }).from(requests).orderBy(desc(requests.id)).limit(1)
    this.#ids.set(`${campaignName}, ${username}`, found((await newest)[0]).id)
  }

  async #goOn(request: string, [, verb, message = '', terms = {}]: Step, now: number) {
    const viewer = { id: this.#admin, role: 'admin' } as Parameters<typeof findNegotiation>[1]
    const negotiation = found(await findNegotiation(this.#db, viewer, this.#id<AdRequestId>(request)))
    const { adRequest } = negotiation
    const { latest, turn, sponsorId, influencerId } = adRequest
    const named = verb.startsWith('sponsor') ? 'sponsor' : verb.startsWith('influencer') ? 'influencer' : null
    const side = named ?? (verb === 'withdraws' ? latest.madeBy : turn)
    const act = { actor: side === 'sponsor' ? sponsorId : influencerId, now, currency: 'USD' }
    const { amount = 0, moreDays = 0, lifetime = DEFAULT_LIFETIME, reason = 'other' } = terms
    switch (verb) {
      case 'accepts':
        granted(rules.accept(adRequest, side, latest.number, now))
        return granted(await commands.saveAcceptance(this.#db, adRequest, agreedTerms(negotiation), act))
      case 'rejects':
        granted(rules.reject(adRequest, side, now))
        return granted(await commands.saveRejection(this.#db, adRequest, { reason, comment: message }, act))
      case 'withdraws':
        granted(rules.withdraw(adRequest, side, now))
        return granted(await commands.saveWithdrawal(this.#db, adRequest, act))
      case 'sponsor writes':
      case 'influencer writes':
        return granted(await commands.saveMessage(this.#db, adRequest, message, act))
      default: {
        const deliverables = latest.deliverables.map((one) => ({
          ...one,
          dueDate: addDays(one.dueDate, moreDays),
        }))
        const proposal = { ...latest, paymentAmount: cents(amount * 100), deliverables, message, lifetime }
        const next = granted(rules.propose(adRequest, side, latest.number, proposal, now))
        return granted(await commands.saveOffer(this.#db, adRequest, next, act))
      }
    }
  }

  #id<Id extends number>(name: string): Id {
    return found(this.#ids.get(name)) as Id
  }
}

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The demo names something that it has not made.')
  return value
}

function granted<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value
  throw new Error(`The rules refuse what the demo does: ${JSON.stringify(result.refusal)}`)
}
