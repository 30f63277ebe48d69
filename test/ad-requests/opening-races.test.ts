import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { makePerson } from '../support/people.ts'
import { requestsOf, rowsOf, statusOf, terms, twoSides } from './house.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a pair', () => {
  it('has one request of an invitation that is sent twice at once', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const sending = () =>
      statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
        ...terms(),
        influencer_id: String(influencer.id),
      })
    const answers = await Promise.all([sending(), sending()])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await requestsOf(app, campaignId)).toHaveLength(1)
  })

  it('has one request of ten invitations and applications at once', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const answers = await Promise.all(
      times(10).map((index) =>
        index % 2 === 0
          ? statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
              ...terms(),
              influencer_id: String(influencer.id),
            })
          : statusOf(influencer, `/campaigns/${campaignId}/applications`, terms()),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    for (const { status, text } of answers.filter(({ status }) => status !== 303)) {
      expect([409, 422]).toContain(status)
      expect(text).toMatch(/open request|opened meanwhile/)
    }
    const requests = await requestsOf(app, campaignId)
    expect(requests).toMatchObject([{ state: 'pending' }])
    const { offers, events } = await rowsOf(app, Number(requests[0]?.id))
    expect([offers.length, events.length]).toEqual([1, 1])
  })

  it('is left out by nobody when invitations of overlapping groups meet: each group is asked whole or not at all', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    const campaignId = await makeCampaign(app, sponsor)
    const people = await Promise.all(times(4).map(() => makePerson(app, 'influencer')))
    const groups = [people.slice(0, 3), people.slice(1, 4)]
    const answers = await Promise.all(
      groups.map((group) => {
        const body = new URLSearchParams(terms())
        for (const { id } of group) body.append('influencer_id', String(id))
        return sponsor.browser.send(`/campaigns/${campaignId}/ad-requests`, { method: 'POST', body })
      }),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const won = groups[answers[0]?.status === 303 ? 0 : 1]?.map(({ id }) => id)
    expect((await requestsOf(app, campaignId)).map(({ influencer_id }) => influencer_id)).toEqual(won)
  })
})
