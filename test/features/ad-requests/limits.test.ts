import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dailyLimitText } from '../../../src/features/ad-requests/opening/daily-limit.ts'
import { allowance } from '../../../src/shared/time.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { DAY, HOUR, invited, requestsOf, rowsOf, statusOf, terms, twoSides } from './fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp({ MESSAGES_PER_HOUR: '5', INVITATIONS_PER_DAY: '4', APPLICATIONS_PER_DAY: '2' })
})
afterAll(() => app.close())

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a limit', () => {
  const limit = { max: 3, window: 100 }

  it.each([
    ['nothing was sent', [], 1, { left: 3, allAt: 1_000 }],
    ['all that is left is wanted', [950], 2, { left: 2, allAt: 1_000 }],
    ['one too many is wanted', [950, 960], 2, { left: 1, allAt: 1_050 }],
    ['nothing is left', [960, 950, 970], 1, { left: 0, allAt: 1_050 }],
    ['nothing is left and two are wanted', [960, 950, 970], 2, { left: 0, allAt: 1_060 }],
    ['more than the limit is wanted', [], 4, { left: 3, allAt: null }],
  ])('says when it goes on: %s', (_, sent, wanted, expected) => {
    expect(allowance(sent, wanted, limit, 1_000)).toEqual(expected)
  })

  it('says it in words', () => {
    const now = Date.UTC(2026, 10, 27, 12)
    const sent = times(97).map((index) => now - DAY + (index + 1) * 60_000)
    const text = (count: number, wanted: number) =>
      dailyLimitText({ origin: 'invitation', max: 100 }, wanted, sent.slice(0, count), {
        now,
        timeZone: 'UTC',
      })
    expect(text(97, 5)).toMatch(
      /^You can send 100 invitations a day\. You can send 3 more now\. You can send all 5 from .*12:02/,
    )
  })
})

describe('messages in a thread', () => {
  it('are limited for each person and hour, also at once, and what was written is kept', async () => {
    const { sponsor, influencer, id } = await invited(app)
    const path = `/ad-requests/${id}/messages`
    const answers = await Promise.all(
      times(9).map((n) => statusOf(sponsor, path, { message: `Message ${n}` })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
    expect((await rowsOf(app, id)).messages).toHaveLength(5)

    const refused = await sponsor.browser.post(path, { message: 'One more question' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('You can send 5 messages an hour here, and you have sent all of them.')
    expect(refused.document.querySelector('#field-thread-message')?.textContent).toContain(
      'One more question',
    )
    // The other side has its own.
    expect((await statusOf(influencer, path, { message: 'So many!' })).status).toBe(303)

    await app.db.execute({
      sql: `update messages set sent_at = sent_at - ${HOUR} where id = (select min(id) from messages where ad_request_id = ?)`,
      args: [id],
    })
    expect((await statusOf(sponsor, path, { message: 'One more question' })).status).toBe(303)
  })
})

describe('invitations of a sponsor', () => {
  it('are limited for each day, several count as several, also at once and of deleted campaigns', async () => {
    const { sponsor, campaignId } = await twoSides(app)
    const people = await Promise.all(times(6).map(() => makePerson(app, 'influencer')))
    const send = (chosen: typeof people, campaign = campaignId) => {
      const body = new URLSearchParams({ ...terms(), confirmed: `${chosen.length}x100000` })
      for (const { id } of chosen) body.append('influencer_id', String(id))
      return sponsor.browser.send(`/campaigns/${campaign}/ad-requests`, { method: 'POST', body })
    }
    // Three and three are more than four, whoever comes first.
    const answers = await Promise.all([send(people.slice(0, 3)), send(people.slice(3))])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await requestsOf(app, campaignId)).toHaveLength(3)

    await sponsor.browser.post(`/campaigns/${campaignId}/deletion`)
    const other = await makeCampaign(app, sponsor)
    const refused = await send(people.slice(0, 2), other)
    expect(refused.status).toBe(422)
    const text = (await refused.text()).replace(/\s+/g, ' ')
    expect(text).toContain(
      'You can send 4 invitations a day. You can send 1 more now. You can send all 2 from',
    )
    expect((await send(people.slice(0, 1), other)).status).toBe(303)
    expect((await send(people.slice(1, 2), other)).status).toBe(422)
  })
})

describe('applications of an influencer', () => {
  it('are limited for each day', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    const { browser } = await makePerson(app, 'influencer')
    const campaigns = await Promise.all(times(3).map(() => makeCampaign(app, sponsor)))
    const statuses: number[] = []
    for (const id of campaigns) {
      statuses.push(
        (await browser.post(`/campaigns/${id}/applications`, terms({ message: 'Pick me.' }))).status,
      )
    }
    expect(statuses).toEqual([200, 200, 422])
    expect(browser.sees('You can send 2 applications a day. You have sent all of them.')).toBe(true)
    expect(browser.page.document.querySelector('textarea[name=message]')?.textContent).toContain('Pick me.')
  })
})
