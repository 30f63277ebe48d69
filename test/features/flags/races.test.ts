import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeWorld, type Subject, type World } from './world.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const ROUNDS = 8

/** An admin flags something while the influencer accepts the offer. Returns which came first, by the events. */
async function race(world: World, subject: Subject, id: number) {
  const { admin, influencer, adRequestId } = world
  const fields = { subject, subject_id: String(id), flag_reason: 'fraud', reason: '', internal_note: '' }
  const [flagged, accepted] = await Promise.all([
    admin.browser.post('/admin/flags', fields),
    influencer.browser.post(`/ad-requests/${adRequestId}/acceptance`, {
      offer_number: '1',
      campaign_version: '1',
    }),
  ])
  const { rows } = await app.db.execute({
    sql: `select state, flagged_at, (select count(*) from collaborations where ad_request_id = r.id) as deals,
        (select max(id) from events where subject = 'ad_request' and subject_id = r.id and kind = 'accepted') as accepted,
        (select max(id) from events where subject = ? and subject_id = ? and kind = 'flagged') as flagged
      from ad_requests r where id = ?`,
    args: [subject, id, adRequestId],
  })
  return { flagged: flagged.status, accepted: accepted.status, row: rows[0], text: accepted.text }
}

const idOf: Record<'user' | 'campaign', (world: World) => number> = {
  user: ({ influencer }) => influencer.id,
  campaign: ({ campaignId }) => campaignId,
}

describe.each(Object.entries(idOf))('flagging a %s while an offer is accepted', (subject, find) => {
  it('either comes after the agreement, or prevents it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const world = await makeWorld(app)
      const { flagged, accepted, row, text } = await race(world, subject as Subject, find(world))
      expect(flagged).toBe(200)
      if (row?.state === 'accepted') {
        expect(accepted).toBe(200)
        expect(row.deals).toBe(1)
        expect(Number(row.accepted)).toBeLessThan(Number(row.flagged))
      } else {
        expect([409, 422]).toContain(accepted)
        expect(text).toContain('is under review')
        expect(row?.deals).toBe(0)
      }
    }
  })
})

describe('flagging a sponsor while an offer is accepted', () => {
  it('either comes after the agreement, or prevents it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const world = await makeWorld(app)
      const { flagged, accepted, row } = await race(world, 'user', world.sponsor.id)
      expect(flagged).toBe(200)
      expect(row?.deals).toBe(row?.state === 'accepted' ? 1 : 0)
      if (row?.state === 'accepted') expect(Number(row.accepted)).toBeLessThan(Number(row.flagged))
      else expect([409, 422]).toContain(accepted)
    }
  })
})

describe('flagging a request while its offer is accepted', () => {
  it('has exactly one winner', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const world = await makeWorld(app)
      const { flagged, accepted, row } = await race(world, 'ad_request', world.adRequestId)
      expect([flagged, accepted].sort()).toEqual([200, 409])
      expect(row?.state).toBe(accepted === 200 ? 'accepted' : 'pending')
      expect(row?.flagged_at === null).toBe(accepted === 200)
      expect(row?.deals).toBe(accepted === 200 ? 1 : 0)
    }
  })
})
