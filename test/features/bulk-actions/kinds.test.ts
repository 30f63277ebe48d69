import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'

let app: App
let admin: Person
let other: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
  other = await makePerson(app, 'admin', { display_name: 'Bo' })
})
afterAll(() => app.close())

type Fields = Record<string, string>

/** Asks about some rows and answers the question's form. */
async function act(
  { browser }: Person,
  kind: string,
  ids: readonly number[],
  button: string,
  fields: Fields = {},
) {
  const selected = ids.map((id) => `selected=${id}`).join('&')
  await browser.get(`/admin/bulk-actions/new?kind=${kind}&${selected}`)
  await browser.submit(button, fields)
}

async function count(sql: string): Promise<number> {
  const { rows } = await app.db.execute(`select count(*) as n from ${sql}`)
  return Number(rows[0]?.n)
}

const bells = (id: number, kind: string) => count(`notifications where user_id = ${id} and kind = '${kind}'`)

const acts = (subject: string, id: number, kind: string) =>
  count(`events where subject = '${subject}' and subject_id = ${id} and kind = '${kind}' and audited`)

const flagFields = { flag_reason: 'spam', reason: 'Please change it.', internal_note: 'Seen before.' }

describe('flags', () => {
  it('of people: each is told once, admins are left out in words, and the flags can be lifted together', async () => {
    const influencer = await makePerson(app, 'influencer', { display_name: 'Mara' })
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Kettle' })
    const ids = [influencer.id, sponsor.id]
    await act(admin, 'person_flag', ids, 'Flag 2 people', { ...flagFields, flag_reason: '' })
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.page.html).toContain('Please change it.')
    await act(admin, 'person_flag', [...ids, other.id], 'Flag 3 people', flagFields)
    expect(admin.browser.page.text).toMatch(/Bo.*Skipped.*Is an admin/)
    for (const id of ids) {
      expect([await bells(id, 'flagged'), await acts('user', id, 'flagged')]).toEqual([1, 1])
    }
    await admin.browser.get('/admin/users?flagged=yes')
    expect([admin.browser.sees('Mara'), admin.browser.sees('Ada ')]).toEqual([true, false])

    await act(admin, 'person_flag', ids, 'Flag 2 people', flagFields)
    expect(admin.browser.sees('0 flagged, 2 skipped')).toBe(true)
    await act(other, 'person_flag_removal', ids, 'Lift the flags of 2 people', { reason: 'A mistake.' })
    for (const id of ids) {
      expect([await bells(id, 'flag_decided'), await acts('user', id, 'unflagged')]).toEqual([1, 1])
    }
    expect(await count(`flags where state <> 'lifted' and subject = 'user'`)).toBe(0)
    expect(await count('influencers where flagged_at is not null')).toBe(0)
  })

  it('of all campaigns that match, and of requests without the closed ones', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    const influencer = await makePerson(app, 'influencer')
    const rival = await makePerson(app, 'influencer')
    const campaignId = await makeCampaign(app, sponsor, { name: 'Velvet one' })
    await makeCampaign(app, sponsor, { name: 'Velvet two' })
    const open = await invite(app, sponsor, influencer, campaignId)
    const closed = await invite(app, sponsor, rival, campaignId)
    await app.db.execute(`update ad_requests set state = 'withdrawn' where id = ${closed}`)
    await act(admin, 'ad_request_flag', [open, closed], 'Flag 2 ad requests', flagFields)
    expect(admin.browser.page.text).toMatch(/Skipped.*Closed/)
    expect([await bells(sponsor.id, 'flagged'), await bells(influencer.id, 'ad_request_flagged')]).toEqual([
      1, 1,
    ])
    await admin.browser.get('/admin/ad-requests?flagged=yes')
    expect(admin.browser.sees('1 ad request')).toBe(true)

    await admin.browser.get(
      '/admin/bulk-actions/new?kind=campaign_flag&all=yes&matching=query%3Dvelvet&count=2',
    )
    await admin.browser.submit('Flag 2 campaigns', flagFields)
    expect(admin.browser.sees('Done. Everyone affected has been notified, except deleted accounts.')).toBe(
      true,
    )
    expect(await count(`campaigns where sponsor_id = ${sponsor.id} and flagged_at is not null`)).toBe(2)
    await admin.browser.get(
      '/admin/bulk-actions/new?kind=campaign_flag_removal&all=yes&matching=flagged%3Dyes&count=2',
    )
    await admin.browser.submit('Lift the flags of 2 campaigns', { reason: 'A mistake.' })
    expect(await count('campaigns where flagged_at is not null')).toBe(0)
  })
})

describe('suspensions', () => {
  it('sign people out, with a reason and an end, and end together', async () => {
    const [one, two] = [await makePerson(app, 'influencer'), await makePerson(app, 'sponsor')]
    const ids = [one.id, two.id]
    await act(admin, 'suspension', [...ids, other.id], 'Suspend 3 people', {
      length: 'week',
      reason: 'Spam.',
    })
    expect(admin.browser.page.text).toMatch(/Bo.*Skipped.*Is an admin/)
    expect(await count(`sessions where user_id in (${ids})`)).toBe(0)
    expect(
      await count(`users where id in (${ids}) and status = 'suspended' and suspended_until > ${Date.now()}`),
    ).toBe(2)
    expect(await count(`outbox where kind = 'suspended' and user_id in (${ids}) and channel = 'email'`)).toBe(
      2,
    )

    await act(other, 'suspension_end', ids, 'End the suspension of 2 people')
    expect(await count(`users where id in (${ids}) and status = 'active'`)).toBe(2)
    await act(other, 'suspension_end', ids, 'End the suspension of 2 people')
    expect(other.browser.page.text).toMatch(/Skipped.*Not suspended/)
    for (const id of ids) expect(await acts('user', id, 'suspension_ended')).toBe(1)
  })
})

it('two admins at once, with overlapping flags and suspensions: each account is changed once by each kind', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(app, 'influencer')))
  const ids = people.map(({ id }) => id)
  const suspend = { length: 'day', reason: 'Spam.' }
  const forms = [
    [admin, 'person_flag', ids.slice(0, 4), flagFields],
    [other, 'person_flag', ids.slice(2), flagFields],
    [admin, 'suspension', ids.slice(0, 4), suspend],
    [other, 'suspension', ids.slice(2), suspend],
  ] as const
  const sent = forms.map(([{ browser }, kind, selected, fields]) => {
    const body = new URLSearchParams({ kind, ...fields })
    for (const id of selected) body.append('selected', String(id))
    return browser.send('/admin/bulk-actions', { method: 'POST', body, headers: { Origin: app.url } })
  })
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303, 303, 303])
  for (const id of ids) {
    expect([await acts('user', id, 'flagged'), await acts('user', id, 'suspended')]).toEqual([1, 1])
    expect([await bells(id, 'flagged'), await count(`flags where subject_id = ${id}`)]).toEqual([1, 1])
  }
  expect(await count(`bulk_actions where state <> 'done'`)).toBe(0)
})

it('messages that failed are queued again; one that is being sent is left out', async () => {
  const { id } = await makePerson(app, 'influencer')
  const add = async (state: string) => {
    const { rows } = await app.db.execute({
      sql: `insert into outbox (kind, subject, period, channel, user_id, title, body, path, due_at, created_at, state, attempts)
        values ('flagged', 'flag:1', ?, 'email', ?, 'Late', '{}', '/', 1, 1, ?, 9) returning id`,
      args: [crypto.randomUUID(), id, state],
    })
    return Number(rows[0]?.id)
  }
  const [dead, sent] = [await add('dead'), await add('claimed')]
  await act(admin, 'mail_retry', [dead, sent], 'Try again to send 2 messages')
  expect(admin.browser.page.text).toMatch(/Skipped.*Already sent, or being sent/)
  const { rows } = await app.db.execute(`select state, attempts from outbox where id = ${dead}`)
  expect(rows).toEqual([{ state: 'pending', attempts: 0 }])
  expect(await acts('outbox', dead, 'retried')).toBe(1)
})
