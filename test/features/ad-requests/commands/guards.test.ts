import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreedTerms } from '../../../../src/features/ad-requests/acceptance/agreed-terms.ts'
import { open, propose } from '../../../../src/features/ad-requests/ad-request.ts'
import {
  saveAcceptance,
  saveOffer,
  saveRejection,
  saveWithdrawal,
} from '../../../../src/features/ad-requests/commands.ts'
import { saveOpening } from '../../../../src/features/ad-requests/opening/commands.ts'
import { findInvitation } from '../../../../src/features/ad-requests/opening/queries.ts'
import { findNegotiation, type Negotiation } from '../../../../src/features/ad-requests/queries.ts'
import type { AdRequestId } from '../../../../src/shared/ids.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../../campaigns/campaign-database.ts'
import { proposalOf } from '../rule-fixtures.ts'
import { answer, inspect, newSetup, opening, requestsOf, type Setup } from './setup.ts'

let database: CampaignDatabase
beforeAll(async () => {
  database = await openCampaignDatabase()
})
afterAll(() => database.close())

/** Changes that can happen between reading and writing. */
const changes: [string, (setup: Setup) => [string, number | undefined]][] = [
  ['is paused', ({ campaignId }) => ["update campaigns set state = 'paused' where id = ?", campaignId]],
  ['is completed', ({ campaignId }) => ["update campaigns set state = 'completed' where id = ?", campaignId]],
  ['is flagged', ({ campaignId }) => ['update campaigns set flagged_at = 1 where id = ?', campaignId]],
  ['has ended', ({ campaignId }) => ['update campaigns set ends_at = 1 where id = ?', campaignId]],
  [
    'has no end date anymore',
    ({ campaignId }) => ['update campaigns set ends_at = null where id = ?', campaignId],
  ],
  [
    'has a suspended sponsor',
    ({ sponsor }) => ["update users set status = 'suspended' where id = ?", sponsor.id],
  ],
  [
    'has a suspended influencer',
    ({ influencers }) => ["update users set status = 'suspended' where id = ?", influencers[0]?.id],
  ],
  [
    'has a flagged influencer',
    ({ influencers }) => ['update influencers set flagged_at = 1 where user_id = ?', influencers[0]?.id],
  ],
]

async function apply(setup: Setup, change: (typeof changes)[number][1]): Promise<void> {
  const [sql, id = 0] = change(setup)
  await database.client.execute({ sql, args: [id] })
}

async function invited(): Promise<{ setup: Setup; found: Negotiation }> {
  const setup = await newSetup(database)
  await opening(setup, 'sponsor', [0], proposalOf(120_000))
  return { setup, found: await read(setup) }
}

async function read(setup: Setup): Promise<Negotiation> {
  const [id] = await requestsOf(setup)
  const found = id && (await findNegotiation(database.db, setup.sponsor, id))
  if (!found) throw new Error('The campaign has no request.')
  return found
}

function contextOf({ influencers, sponsor, now }: Setup) {
  return { actor: influencers[0]?.id ?? sponsor.id, now, currency: 'USD', requestId: 'test' }
}

const agree = (setup: Setup, found: Negotiation) =>
  saveAcceptance(database.db, found.adRequest, agreedTerms(found, 10), contextOf(setup))

describe('accepting an offer that could be accepted when it was read', () => {
  it('works if nothing has changed', async () => {
    const { setup, found } = await invited()
    expect((await agree(setup, found)).ok).toBe(true)
    expect((await inspect(setup)).wrong).toEqual([])
  })

  it.each(changes)('is refused once the campaign %s', async (_, change) => {
    const { setup, found } = await invited()
    await apply(setup, change)
    expect(await agree(setup, found)).toEqual({ ok: false, refusal: 'blocked' })
    expect((await read(setup)).adRequest).toMatchObject({ state: 'pending', version: 1 })
    expect((await inspect(setup)).wrong).toEqual([])
  })

  it('is refused once the budget is one cent short', async () => {
    const { setup, found } = await invited()
    const spend = 'update campaigns set committed = ? where id = ?'
    await database.client.execute({ sql: spend, args: [880_001, setup.campaignId] })
    expect(await agree(setup, found)).toEqual({ ok: false, refusal: 'blocked' })
    await database.client.execute({ sql: spend, args: [880_000, setup.campaignId] })
    expect((await agree(setup, found)).ok).toBe(true)
  })

  it.each([
    [
      'replaced',
      (setup: Setup, id: AdRequestId) =>
        answer(setup, id, 'sponsor', { do: 'propose', number: 0, proposal: proposalOf(1) }),
    ],
    ['withdrawn', (setup: Setup, id: AdRequestId) => answer(setup, id, 'sponsor', { do: 'withdraw' })],
    ['rejected', (setup: Setup, id: AdRequestId) => answer(setup, id, 'influencer', { do: 'reject' })],
    [
      'accepted',
      (setup: Setup, id: AdRequestId) => answer(setup, id, 'influencer', { do: 'accept', number: 0 }),
    ],
  ])('is refused once the offer is %s, and so is every other action', async (_, act) => {
    const { setup, found } = await invited()
    expect((await act(setup, found.adRequest.id)).ok).toBe(true)
    const after = await read(setup)

    const conflict = { ok: false, refusal: 'conflict' }
    expect(await agree(setup, found)).toEqual(conflict)
    const next = propose(found.adRequest, 'influencer', 1, proposalOf(2), setup.now)
    if (!next.ok) throw new Error(next.refusal.kind)
    expect(await saveOffer(database.db, found.adRequest, next.value, contextOf(setup))).toEqual(conflict)
    const no = { reason: 'fit', comment: '' } as const
    expect(await saveRejection(database.db, found.adRequest, no, contextOf(setup))).toEqual(conflict)
    expect(await saveWithdrawal(database.db, found.adRequest, contextOf(setup))).toEqual(conflict)
    expect(await read(setup)).toEqual(after)
    expect((await inspect(setup)).wrong).toEqual([])
  })

  it('is refused at the exact time when the offer expires', async () => {
    const { setup, found } = await invited()
    setup.now = found.adRequest.closesAt
    expect(await agree(setup, found)).toEqual({ ok: false, refusal: 'conflict' })
    setup.now -= 1
    expect((await agree(setup, found)).ok).toBe(true)
  })
})

describe('an invitation that could be sent when it was read', () => {
  async function readToInvite() {
    const setup = await newSetup(database)
    const ids = setup.influencers.map(({ id }) => id)
    const found = await findInvitation(database.db, setup.sponsor.id, setup.campaignId, ids, setup.now)
    const context = found?.candidates[0]?.context
    if (!found || !context) throw new Error('There is nobody to invite.')
    const first = open('sponsor', proposalOf(500), context, setup.now)
    if (!first.ok) throw new Error(first.refusal.kind)
    const save = () =>
      saveOpening(
        database.db,
        found,
        first.value,
        'invitation',
        { actor: setup.sponsor.id, origin: 'invitation', max: 100 },
        { actor: setup.sponsor.id, now: setup.now, currency: 'USD', requestId: 'test' },
      )
    return { setup, save }
  }

  it('reaches all three influencers if nothing has changed', async () => {
    const { setup, save } = await readToInvite()
    expect((await save()).ok).toBe(true)
    expect(await requestsOf(setup)).toHaveLength(3)
    expect((await inspect(setup)).wrong).toEqual([])
  })

  it.each(changes)('reaches nobody once the campaign %s', async (_, change) => {
    const { setup, save } = await readToInvite()
    await apply(setup, change)
    expect(await save()).toEqual({ ok: false, refusal: 'blocked' })
    expect(await requestsOf(setup)).toEqual([])
  })

  it('reaches nobody once one of them has an open request', async () => {
    const { setup, save } = await readToInvite()
    expect((await opening(setup, 'influencer', [2], proposalOf(9))).ok).toBe(true)
    expect(await save()).toEqual({ ok: false, refusal: 'already_open' })
    expect(await requestsOf(setup)).toHaveLength(1)
    expect((await inspect(setup)).wrong).toEqual([])
  })
})
