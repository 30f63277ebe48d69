import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { requestsOf } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const change = (sql: string, id: number) => app.db.execute({ sql, args: [id] })

async function sponsorWith(names: readonly string[], budget = 1_000_000) {
  const sponsor = await makePerson(app, 'sponsor')
  const campaignId = await makeCampaign(app, sponsor, { budget })
  const people = await Promise.all(
    names.map((display_name) => makePerson(app, 'influencer', { display_name })),
  )
  return { sponsor, campaignId, people }
}

function openForm({ browser }: Person, campaignId: number, people: readonly Person[]) {
  const ids = people.map(({ id }) => `influencer_id=${id}`).join('&')
  return browser.get(`/ad-requests/new?campaign_id=${campaignId}&${ids}`)
}

const names = ['Ana Silva', 'Bo Lind', 'Cleo Marsh', 'Dana Fox', 'Eli Stone']

describe('an invitation of several people', () => {
  it('says number times amount and what stays, before it is sent', async () => {
    const { sponsor, campaignId, people } = await sponsorWith(names.slice(0, 3))
    await openForm(sponsor, campaignId, people)
    const review = await sponsor.browser.submit('Review 3 invitations', {
      payment_amount: '1200',
      message: 'Hi!',
    })
    expect(review.text).toContain('3 invitations of $1,200.00 each: $3,600.00.')
    expect(review.text).toContain(
      "If all accept, $6,400.00 of your campaign's $10,000.00 will be left. Nothing has been sent yet.",
    )
    expect(await requestsOf(app, campaignId)).toEqual([])

    // Another amount needs another look.
    await sponsor.browser.submit('Send 3 invitations', { payment_amount: '900' })
    expect(sponsor.browser.sees('3 invitations of $900.00 each: $2,700.00.')).toBe(true)
    expect(await requestsOf(app, campaignId)).toEqual([])

    await sponsor.browser.submit('Send 3 invitations')
    expect(sponsor.browser.sees('Invitation sent.')).toBe(true)
    expect(await requestsOf(app, campaignId)).toHaveLength(3)
    const { rows } = await change(
      'select distinct o.payment_amount, message from offers o join ad_requests r on r.id = ad_request_id where campaign_id = ?',
      campaignId,
    )
    expect(rows).toMatchObject([{ payment_amount: 90_000, message: 'Hi!' }])
  })

  it('cannot promise more than the campaign has left', async () => {
    const { sponsor, campaignId, people } = await sponsorWith(names.slice(0, 3), 300_000)
    await openForm(sponsor, campaignId, people)
    const refused = await sponsor.browser.submit('Review 3 invitations', { payment_amount: '1000.01' })
    expect(refused.status).toBe(422)
    expect(refused.document.querySelector('#field-payment_amount-error')?.textContent).toContain(
      'Your campaign has $3,000.00 left, which is $1,000.00 for each of 3.',
    )
    await sponsor.browser.submit('Review 3 invitations', { payment_amount: '1000' })
    expect(sponsor.browser.sees('If all accept, $0.00')).toBe(true)
  })

  it('leaves out those who cannot be invited by one press, with the reason, and keeps what was typed', async () => {
    const { sponsor, campaignId, people } = await sponsorWith(names)
    const [open, suspended, flagged, closed, free] = people
    if (!open || !suspended || !flagged || !closed || !free) throw new Error('There are five.')
    await invite(app, sponsor, open, campaignId)
    await change("update users set status = 'suspended' where id = ?", suspended.id)
    await change('update influencers set flagged_at = 1 where user_id = ?', flagged.id)
    await change("update influencers set availability = 'closed' where user_id = ?", closed.id)
    const other = await makePerson(app, 'influencer', { display_name: 'Gus Hale' })

    const form = await openForm(sponsor, campaignId, [...people, other])
    expect(form.text).toContain("4 of them can't be invited:")
    expect(form.text).toContain('Ana Silva: There is already an open request.')
    expect(form.text).toContain("Dana Fox: They aren't taking offers for now.")
    expect(form.text.match(/A hidden profile: Their profile isn't available for now\./g)).toHaveLength(2)
    for (const hidden of ['Bo Lind', 'Cleo Marsh']) expect(form.html).not.toContain(hidden)

    await sponsor.browser.submit('Review 2 invitations', {
      payment_amount: '700',
      message: 'The two of you?',
    })
    expect(sponsor.browser.sees('2 invitations of $700.00 each: $1,400.00.')).toBe(true)
    await sponsor.browser.submit('Leave out these 4 and invite 2', {
      leave_out: [open, suspended, flagged, closed].map(({ id }) => id).join(' '),
    })
    expect(sponsor.browser.sees('Invitation sent.')).toBe(true)
    const sent = (await requestsOf(app, campaignId)).slice(1).map(({ influencer_id }) => influencer_id)
    expect(sent).toEqual([free.id, other.id])
    const { rows } = await change(
      `select distinct message from offers join ad_requests r on r.id = ad_request_id
        where campaign_id = ? and message <> ''`,
      campaignId,
    )
    expect(rows).toMatchObject([{ message: 'The two of you?' }])
  })

  it('sends nothing and lists them again if somebody else has become impossible meanwhile', async () => {
    const { sponsor, campaignId, people } = await sponsorWith(names.slice(0, 3))
    const [one, two] = people
    if (!one || !two) throw new Error('There are three.')
    await change("update influencers set availability = 'closed' where user_id = ?", one.id)
    await openForm(sponsor, campaignId, people)
    await sponsor.browser.submit('Review 2 invitations', { payment_amount: '700' })
    await change("update influencers set availability = 'closed' where user_id = ?", two.id)
    await sponsor.browser.submit('Leave out this one and invite 2', { leave_out: String(one.id) })
    expect(sponsor.browser.sees("Bo Lind: They aren't taking offers for now.")).toBe(true)
    expect(await requestsOf(app, campaignId)).toEqual([])
    await sponsor.browser.submit('Leave out this one and invite 1', { leave_out: String(two.id) })
    expect(await requestsOf(app, campaignId)).toHaveLength(1)
  })

  it('has no button when nobody can be invited', async () => {
    const { sponsor, campaignId, people } = await sponsorWith(names.slice(0, 2))
    for (const { id } of people)
      await change("update influencers set availability = 'closed' where user_id = ?", id)
    const form = await openForm(sponsor, campaignId, people)
    expect(form.document.querySelectorAll('form[method=post] button[type=submit].btn-primary')).toHaveLength(
      0,
    )
    expect(form.text).toContain("2 of them can't be invited:")
  })
})
