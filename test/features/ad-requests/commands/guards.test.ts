import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open, propose } from '../../../../src/features/ad-requests/ad-request.ts'
import { agreedTerms } from '../../../../src/features/ad-requests/agreed-terms.ts'
import {
  saveAcceptance,
  saveOffer,
  saveRejection,
  saveWithdrawal,
} from '../../../../src/features/ad-requests/commands.ts'
import { saveOpening } from '../../../../src/features/ad-requests/opening/commands.ts'
import { findOpening } from '../../../../src/features/ad-requests/opening/queries.ts'
import { findNegotiation, type Negotiation } from '../../../../src/features/ad-requests/queries.ts'
import { campaigns } from '../../../../src/features/campaigns/schema.ts'
import type { AdRequestId } from '../../../../src/shared/ids.ts'
import { openTestDatabase as openHouse, type TestDatabase as House } from '../../campaigns/test-database.ts'
import { proposalOf } from '../world.ts'
import { answer, inspect, newStage, opening, requestsOf, type Stage } from './model.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What can come about between reading and writing, and what a write says to it. */
const around: [string, (stage: Stage) => [string, number | undefined]][] = [
  ['is paused', ({ campaignId }) => ["update campaigns set state = 'paused' where id = ?", campaignId]],
  ['is completed', ({ campaignId }) => ["update campaigns set state = 'completed' where id = ?", campaignId]],
  ['is flagged', ({ campaignId }) => ['update campaigns set flagged_at = 1 where id = ?', campaignId]],
  ['has ended', ({ campaignId }) => ['update campaigns set ends_at = 1 where id = ?', campaignId]],
  ['has lost its end', ({ campaignId }) => ['update campaigns set ends_at = null where id = ?', campaignId]],
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

async function meanwhile(stage: Stage, what: (typeof around)[number][1]): Promise<void> {
  const [sql, id = 0] = what(stage)
  await house.client.execute({ sql, args: [id] })
}

async function invited(): Promise<{ stage: Stage; found: Negotiation }> {
  const stage = await newStage(house)
  await opening(stage, 'sponsor', [0], proposalOf(120_000))
  return { stage, found: await read(stage) }
}

async function read(stage: Stage): Promise<Negotiation> {
  const [id] = await requestsOf(stage)
  const found = id && (await findNegotiation(house.db, stage.sponsor, id))
  if (!found) throw new Error('There is no request.')
  return found
}

function actOf({ influencers, sponsor, now }: Stage) {
  return { actor: influencers[0]?.id ?? sponsor.id, now, currency: 'USD' }
}

const agree = (stage: Stage, found: Negotiation) =>
  saveAcceptance(house.db, found.adRequest, agreedTerms(found), actOf(stage))

describe('an agreement that was possible when it was read', () => {
  it('is saved as long as nothing changes', async () => {
    const { stage, found } = await invited()
    expect((await agree(stage, found)).ok).toBe(true)
    expect((await inspect(stage)).wrong).toEqual([])
  })

  it.each(around)('is not saved once the campaign %s', async (_, what) => {
    const { stage, found } = await invited()
    await meanwhile(stage, what)
    expect(await agree(stage, found)).toEqual({ ok: false, refusal: 'no_room' })
    expect((await read(stage)).adRequest).toMatchObject({ state: 'pending', version: 1 })
    expect((await inspect(stage)).wrong).toEqual([])
  })

  it('is not saved once the budget is needed elsewhere, to the cent', async () => {
    const { stage, found } = await invited()
    const spend = 'update campaigns set committed = ? where id = ?'
    await house.client.execute({ sql: spend, args: [880_001, stage.campaignId] })
    expect(await agree(stage, found)).toEqual({ ok: false, refusal: 'no_room' })
    await house.client.execute({ sql: spend, args: [880_000, stage.campaignId] })
    expect((await agree(stage, found)).ok).toBe(true)
  })

  it.each([
    [
      'replaced',
      (stage: Stage, id: AdRequestId) =>
        answer(stage, id, 'sponsor', { do: 'propose', number: 0, proposal: proposalOf(1) }),
    ],
    ['taken back', (stage: Stage, id: AdRequestId) => answer(stage, id, 'sponsor', { do: 'withdraw' })],
    ['rejected', (stage: Stage, id: AdRequestId) => answer(stage, id, 'influencer', { do: 'reject' })],
    [
      'accepted',
      (stage: Stage, id: AdRequestId) => answer(stage, id, 'influencer', { do: 'accept', number: 0 }),
    ],
  ])('is not saved once the offer is %s, and neither is anything else', async (_, act) => {
    const { stage, found } = await invited()
    expect((await act(stage, found.adRequest.id)).ok).toBe(true)
    const after = await read(stage)

    const changedMeanwhile = { ok: false, refusal: 'changed_meanwhile' }
    expect(await agree(stage, found)).toEqual(changedMeanwhile)
    const next = propose(found.adRequest, 'influencer', 1, proposalOf(2), stage.now)
    if (!next.ok) throw new Error(next.refusal.kind)
    expect(await saveOffer(house.db, found.adRequest, next.value, actOf(stage))).toEqual(changedMeanwhile)
    const no = { reason: 'fit', words: '' } as const
    expect(await saveRejection(house.db, found.adRequest, no, actOf(stage))).toEqual(changedMeanwhile)
    expect(await saveWithdrawal(house.db, found.adRequest, actOf(stage))).toEqual(changedMeanwhile)
    expect(await read(stage)).toEqual(after)
    expect((await inspect(stage)).wrong).toEqual([])
  })

  it('is not saved at the very moment when the offer runs out', async () => {
    const { stage, found } = await invited()
    stage.now = found.adRequest.closesAt
    expect(await agree(stage, found)).toEqual({ ok: false, refusal: 'changed_meanwhile' })
    stage.now -= 1
    expect((await agree(stage, found)).ok).toBe(true)
  })
})

describe('an invitation that was possible when it was read', () => {
  async function readToInvite() {
    const stage = await newStage(house)
    const ids = stage.influencers.map(({ id }) => id)
    const found = await findOpening(
      house.db,
      stage.campaignId,
      ids,
      eq(campaigns.id, stage.campaignId),
      stage.now,
    )
    const situation = found?.candidates[0]?.situation
    if (!found || !situation) throw new Error('There is nobody to invite.')
    const first = open('sponsor', proposalOf(500), situation, stage.now)
    if (!first.ok) throw new Error(first.refusal.kind)
    const save = () =>
      saveOpening(house.db, found, first.value, 'invitation', {
        actor: stage.sponsor.id,
        now: stage.now,
        currency: 'USD',
      })
    return { stage, save }
  }

  it('is saved for all three', async () => {
    const { stage, save } = await readToInvite()
    expect((await save()).ok).toBe(true)
    expect(await requestsOf(stage)).toHaveLength(3)
    expect((await inspect(stage)).wrong).toEqual([])
  })

  it.each(around)('is saved for nobody once the campaign %s', async (_, what) => {
    const { stage, save } = await readToInvite()
    await meanwhile(stage, what)
    expect(await save()).toEqual({ ok: false, refusal: 'no_room' })
    expect(await requestsOf(stage)).toEqual([])
  })

  it('is saved for nobody once one of the pairs has an open request', async () => {
    const { stage, save } = await readToInvite()
    expect((await opening(stage, 'influencer', [2], proposalOf(9))).ok).toBe(true)
    expect(await save()).toEqual({ ok: false, refusal: 'already_open' })
    expect(await requestsOf(stage)).toHaveLength(1)
    expect((await inspect(stage)).wrong).toEqual([])
  })
})
