import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson } from '../../../support/people.ts'
import { openForm, requestsOf, rowsOf, statusOf, terms, twoSides } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('simultaneous invitations and applications', () => {
  it('open one request when an invitation is submitted twice', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const form = await openForm(sponsor)
    const send = () =>
      statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
        ...terms(),
        ...form,
        influencer_id: String(influencer.id),
      })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    // After a double click, the sponsor sees that it was sent, not that there is already a request.
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const [request, ...others] = await requestsOf(app, campaignId)
    expect(others).toEqual([])
    const { offers, events } = await rowsOf(app, Number(request?.id))
    expect([offers.length, events.length]).toEqual([1, 1])

    const other = await statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
      ...terms(),
      payment_amount: '1.23',
      influencer_id: String(influencer.id),
    })
    expect(other).toMatchObject({
      status: 422,
      text: expect.stringContaining('there is already an open request'),
    })
  })

  it('open one request for a pair, no matter who is first', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const [invitation, application] = [await openForm(sponsor), await openForm(influencer)]
    const answers = await Promise.all(
      times(10).map((index) =>
        index % 2 === 0
          ? statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
              ...terms(),
              ...invitation,
              influencer_id: String(influencer.id),
            })
          : statusOf(influencer, `/campaigns/${campaignId}/applications`, { ...terms(), ...application }),
      ),
    )
    // The winner's other submissions are duplicates, so they succeed too.
    const done = answers.flatMap(({ status }, index) => (status === 303 ? [index % 2] : []))
    expect(new Set(done).size).toBe(1)
    expect(done).toHaveLength(5)
    for (const { status, text } of answers.filter(({ status }) => status !== 303)) {
      expect([409, 422]).toContain(status)
      expect(text).toMatch(/open request|request for this campaign was just opened/)
    }
    const requests = await requestsOf(app, campaignId)
    expect(requests).toMatchObject([{ state: 'pending' }])
    const { offers, events } = await rowsOf(app, Number(requests[0]?.id))
    expect([offers.length, events.length]).toEqual([1, 1])
  })

  it('invite all of a group or none of it when groups overlap', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    const campaignId = await makeCampaign(app, sponsor)
    const people = await Promise.all(times(4).map(() => makePerson(app, 'influencer')))
    const groups = [people.slice(0, 3), people.slice(1, 4)]
    const answers = await Promise.all(
      groups.map((group) => {
        const body = new URLSearchParams({ ...terms(), confirmed: '3x100000' })
        for (const { id } of group) body.append('influencer_id', String(id))
        return sponsor.browser.send(`/campaigns/${campaignId}/ad-requests`, { method: 'POST', body })
      }),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const won = groups[answers[0]?.status === 303 ? 0 : 1]?.map(({ id }) => id)
    expect((await requestsOf(app, campaignId)).map(({ influencer_id }) => influencer_id)).toEqual(won)
  })
})
