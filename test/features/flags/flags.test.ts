import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, signedIn } from '../../support/people.ts'
import { flag, lift, makeWorld, type World } from './world.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await makeWorld(app)
})
afterAll(() => app.close())

async function query(sql: string) {
  return (await app.db.execute(sql)).rows
}

/** The newest notification of a person, and the newest message to them. */
async function told({ id }: { id: number }) {
  const [bell] = await query(
    `select kind, title, path from notifications where user_id = ${id} order by id desc limit 1`,
  )
  const [mail] = await query(
    `select kind, title, body, path from outbox where user_id = ${id} and channel = 'email' order by id desc limit 1`,
  )
  return { bell, mail }
}

describe('a flag', () => {
  it('starts on the page of what is flagged, and tells the owner what it means, with a link', async () => {
    const { admin, sponsor, campaignId, names } = world
    await admin.browser.get(`/campaigns/${campaignId}`)
    await admin.browser.click('Flag…')
    expect(admin.browser.page.text).toContain('Flag this campaign')

    await admin.browser.submit('Flag and notify', { flag_reason: '' })
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.sees('Choose a reason')).toBe(true)
    const internalNote = 'The third complaint about them.'
    await admin.browser.submit('Flag and notify', {
      flag_reason: 'copyright',
      reason: 'The pictures are by another brand.',
      internal_note: internalNote,
    })
    expect(admin.browser.page.url).toMatch(/^\/admin\/flags\/\d+$/)
    expect(admin.browser.sees('Flagged. The owner has been notified.')).toBe(true)
    expect(admin.browser.sees(internalNote)).toBe(true)

    const { bell, mail } = await told(sponsor)
    expect(bell).toMatchObject({ kind: 'flagged', title: `An admin flagged your campaign ${names.campaign}` })
    expect(mail).toMatchObject({ kind: 'flagged', path: bell?.path })
    expect(String(mail?.body)).toContain('The pictures are by another brand.')
    expect(String(mail?.body)).not.toContain(internalNote)

    const page = await sponsor.browser.get(String(bell?.path))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Copyright or stolen content')
    expect(page.text).toContain('Only you and admins can see this campaign')
    expect(page.text).not.toContain(internalNote)
    expect(page.text).not.toContain('Ada')
  })

  it('is the business of its owner and admins only', async () => {
    const [newest] = await query('select max(id) as id from flags')
    const id = Number(newest?.id)
    for (const { browser } of [world.influencer, world.rival, world.reader]) {
      expect((await browser.get(`/flags/${id}`)).status).toBe(404)
      const sent = await browser.post(`/flags/${id}/appeal`, {
        version: '1',
        appeal: 'Not mine, but please.',
      })
      expect(sent.status).toBe(404)
      expect((await browser.get(`/flags/campaign/${world.campaignId}`)).status).toBe(404)
    }
    expect((await app.visitor().get(`/flags/${id}`)).url).toContain('/sign-in')
  })

  it('can be appealed once, with words, and keeps them if something is wrong', async () => {
    const { sponsor, campaignId } = world
    await sponsor.browser.get(`/campaigns/${campaignId}`)
    await sponsor.browser.click('See the details')
    await sponsor.browser.submit('Send appeal', { appeal: 'No.' })
    expect(sponsor.browser.page.status).toBe(422)
    expect(sponsor.browser.page.html).toContain('No.</textarea>')
    await sponsor.browser.submit('Send appeal', { appeal: 'x'.repeat(2_001) })
    expect(sponsor.browser.page.status).toBe(422)

    const path = sponsor.browser.page.url.replace(/\/appeal$/, '')
    const words = 'We have a license for all of these pictures.'
    const both = await Promise.all(
      [1, 2].map(() => sponsor.browser.post(`${path}/appeal`, { version: '1', appeal: words })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const page = await sponsor.browser.get(path)
    expect(page.text).toContain(words)
    expect(page.text).toContain('An admin will answer you')
    expect(page.document.querySelector('textarea')).toBeNull()
  })

  it('shows the appeal to admins in the overview, by mail and on its page', async () => {
    const { admin, names } = world
    const { bell, mail } = await told(admin)
    expect(bell).toMatchObject({ kind: 'flag_appealed' })
    expect(String(mail?.body)).toContain('We have a license')
    await admin.browser.get('/admin')
    await admin.browser.click(`Answer the appeal of ${names.sponsor}`)
    expect(admin.browser.page.url).toBe(bell?.path)
    expect(admin.browser.sees('is waiting for your answer')).toBe(true)
  })

  it('can be kept with a reason, which the owner reads', async () => {
    const { admin, sponsor } = world
    await admin.browser.submit('Send answer', { reason: 'Which one?' })
    expect(admin.browser.sees('Choose what happens to the flag')).toBe(true)
    await admin.browser.submit('Send answer', { decision: 'kept', reason: '' })
    expect(admin.browser.page.status).toBe(422)
    await admin.browser.submit('Send answer', { decision: 'kept', reason: 'The license ended in May.' })
    expect(admin.browser.sees('Appeal answered. The flag stays.')).toBe(true)

    const { bell, mail } = await told(sponsor)
    expect(String(bell?.title)).toContain('Your appeal was not accepted')
    expect(String(mail?.body)).toContain('The license ended in May.')
    const page = await sponsor.browser.get(String(bell?.path))
    expect(page.text).toContain('The license ended in May.')
    const again = await sponsor.browser.post(`${page.url}/appeal`, {
      version: '3',
      appeal: 'But we renewed it.',
    })
    expect(again.status).toBe(409)
    expect(again.text).toContain('You have already appealed')
  })

  it('can be lifted with a reason, and then everything is as before', async () => {
    const { sponsor, campaignId } = world
    const [newest] = await query('select max(id) as id from flags')
    const id = Number(newest?.id)
    expect((await app.visitor().get(`/campaigns/${campaignId}`)).status).toBe(404)
    await lift(world, id)
    expect((await app.visitor().get(`/campaigns/${campaignId}`)).status).toBe(200)
    const { bell } = await told(sponsor)
    expect(String(bell?.title)).toContain('has been removed')
    const page = await sponsor.browser.get(String(bell?.path))
    expect(page.text).toContain('It was a mistake.')
    expect(page.text).not.toContain('What this means now')
  })

  it('is in the audit log with every step, by whom and in which request', async () => {
    const rows = await query(`select kind, audited, request_id is not null as has_request, note from events
      where subject = 'campaign' and kind like '%flag%' order by id`)
    expect(rows).toMatchObject([
      { kind: 'flagged', audited: 1, has_request: 1 },
      { kind: 'flag_appealed', audited: 0 },
      { kind: 'flag_kept', audited: 1, has_request: 1, note: 'The license ended in May.' },
      { kind: 'unflagged', audited: 1, has_request: 1, note: 'It was a mistake.' },
    ])
  })
})

describe('two admins', () => {
  it('cannot flag the same thing twice; the second one sees the flag of the first', async () => {
    const other = await makeWorld(app)
    const fields = {
      subject: 'user',
      subject_id: String(other.influencer.id),
      flag_reason: 'spam',
      reason: '',
      internal_note: '',
    }
    const browsers = await Promise.all([1, 2, 3, 4, 5].map(() => signedIn(app, other.admin.id)))
    const pages = await Promise.all(browsers.map((browser) => browser.post('/admin/flags', fields)))
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const refused = pages.filter(({ status }) => status === 409)
    for (const page of refused) expect(page.text).toContain('Another admin has already flagged this')
    expect(
      await query(
        `select count(*) as n from flags where subject_id = ${other.influencer.id} and subject = 'user'`,
      ),
    ).toMatchObject([{ n: 1 }])

    const page = await other.admin.browser.get(
      `/admin/flags/new?subject=user&subject_id=${other.influencer.id}`,
    )
    expect(page.url).toMatch(/^\/admin\/flags\/\d+$/)
  })

  it('decide once: the other sees the newer state', async () => {
    const other = await makeWorld(app)
    const id = await flag(app, other, 'user', other.influencer.id)
    const browsers = await Promise.all([1, 2, 3].map(() => signedIn(app, other.admin.id)))
    const pages = await Promise.all(
      browsers.map((browser, index) =>
        browser.post(`/admin/flags/${id}/decision`, {
          version: '1',
          decision: 'lifted',
          reason: `Reason ${index}.`,
        }),
      ),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(
      await query(
        `select count(*) as n from events where kind = 'unflagged' and subject_id = ${other.influencer.id}`,
      ),
    ).toMatchObject([{ n: 1 }])
  })

  it('do not decide on an appeal that they have not seen', async () => {
    const other = await makeWorld(app)
    const id = await flag(app, other, 'user', other.influencer.id)
    await other.admin.browser.get(`/admin/flags/${id}`)
    await other.influencer.browser.get(`/flags/${id}`)
    await other.influencer.browser.submit('Send appeal', { appeal: 'My numbers are from this morning.' })
    await other.admin.browser.submit('Lift flag', { reason: 'Fine.' })
    expect(other.admin.browser.page.status).toBe(409)
    expect(other.admin.browser.sees('My numbers are from this morning.')).toBe(true)
    expect(other.admin.browser.page.html).toContain('Fine.</textarea>')
  })
})

describe('what cannot be flagged', () => {
  it('is an admin, an unknown thing, and a closed request', async () => {
    const { admin, influencer, adRequestId } = await makeWorld(app)
    for (const thing of [
      `user&subject_id=${admin.id}`,
      'campaign&subject_id=99999',
      'planet&subject_id=1',
      'user',
    ]) {
      expect((await admin.browser.get(`/admin/flags/new?subject=${thing}`)).status).toBe(404)
    }
    await influencer.browser.get(`/ad-requests/${adRequestId}`)
    await influencer.browser.post(`/ad-requests/${adRequestId}/rejection`, { reason: 'fit' })
    const page = await admin.browser.get(`/admin/flags/new?subject=ad_request&subject_id=${adRequestId}`)
    expect(page.text).toContain('This request is closed')
    const fields = {
      subject: 'ad_request',
      subject_id: String(adRequestId),
      flag_reason: 'spam',
      reason: '',
      internal_note: '',
    }
    expect((await admin.browser.post('/admin/flags', fields)).status).toBe(409)
  })
})

describe('a flagged request', () => {
  it('tells both sides, lets neither go on, and lets both leave', async () => {
    const other = await makeWorld(app)
    const { sponsor, influencer, adRequestId } = other
    const id = await flag(app, other, 'ad_request', adRequestId)
    expect((await told(sponsor)).bell).toMatchObject({ kind: 'flagged', path: `/flags/${id}` })
    expect((await told(influencer)).bell).toMatchObject({
      kind: 'ad_request_flagged',
      path: `/ad-requests/${adRequestId}`,
    })
    expect((await told(influencer)).mail).toMatchObject({ kind: 'ad_request_flagged' })

    for (const { browser } of [sponsor, influencer]) {
      const page = await browser.get(`/ad-requests/${adRequestId}`)
      expect(page.text).toContain('An admin flagged this request.')
      for (const button of ['accept offer', 'Counter', 'Edit', 'Send message'])
        expect(page.text).not.toContain(button)
      const message = await browser.post(`/ad-requests/${adRequestId}/messages`, { message: 'Hello?' })
      expect(message.status).toBe(409)
      expect(message.text).toContain('Hello?')
    }
    const accepted = await influencer.browser.post(`/ad-requests/${adRequestId}/acceptance`, {
      offer_number: '1',
    })
    expect(accepted.status).toBe(409)
    expect(accepted.text).toContain('have to wait until that is decided')

    await lift(other, id)
    expect((await told(influencer)).bell).toMatchObject({ kind: 'ad_request_flagged' })
    await influencer.browser.get(`/ad-requests/${adRequestId}?answer=accept`)
    await influencer.browser.submit('Accept offer 1')
    expect(influencer.browser.sees('Accepted. The terms are now final.')).toBe(true)
  })

  it('can still be rejected, and its flag can be lifted afterwards', async () => {
    const other = await makeWorld(app)
    const id = await flag(app, other, 'ad_request', other.adRequestId)
    const rejected = await other.influencer.browser.post(`/ad-requests/${other.adRequestId}/rejection`, {
      reason: 'fit',
    })
    expect(rejected.status).toBe(200)
    await lift(other, id)
    expect(other.admin.browser.sees('Flag lifted.')).toBe(true)
    expect((await other.influencer.browser.get('/notifications')).text).not.toContain('no longer flagged')
  })
})

describe('a deleted account', () => {
  it('cannot be flagged: nobody would read why', async () => {
    const admin = await makePerson(app, 'admin')
    const deleted = await makePerson(app, 'influencer', { status: 'deleted' })
    const { status } = await admin.browser.get(`/admin/flags/new?subject=user&subject_id=${deleted.id}`)
    expect(status).toBe(404)
  })
})

describe('a flagged sponsor who waits for approval', () => {
  it('can read why and appeal, as the e-mail says', async () => {
    const sponsor = await makePerson(app, 'sponsor', { status: 'pending' })
    const admin = await makePerson(app, 'admin')
    const id = await flag(app, { admin }, 'user', sponsor.id)
    const { browser } = sponsor
    expect((await browser.get(`/flags/${id}`)).text).toContain('Far too high.')
    await browser.submit('Send appeal', { appeal: 'These figures are from our books.' })
    expect(browser.sees('Appeal sent.')).toBe(true)
    const other = await makePerson(app, 'sponsor', { status: 'rejected' })
    expect((await other.browser.get(`/flags/${id}`)).status).toBe(404)
    expect((await other.browser.get(`/flags/user/${sponsor.id}`)).url).toBe('/waiting')
  })
})

describe('a flagged message', () => {
  it('is hidden from the other side, and its author sees why', async () => {
    const other = await makeWorld(app)
    const { sponsor, influencer, admin, adRequestId, messageId } = other
    const id = await flag(app, other, 'message', messageId, { flag_reason: 'off_platform', reason: '' })
    const hidden = await influencer.browser.get(`/ad-requests/${adRequestId}`)
    expect(hidden.html).not.toContain('Call me on another site.')
    expect(hidden.html).not.toContain('Payment outside of Parley')
    expect(hidden.text).toContain('This message was hidden by an admin.')

    const own = await sponsor.browser.get(`/ad-requests/${adRequestId}`)
    expect(own.text).toContain('Call me on another site.')
    expect(own.text).toContain('Hidden from the other side. Payment outside of Parley')
    expect((await sponsor.browser.click('See the details')).url).toBe(`/flags/${id}`)
    expect((await admin.browser.get(`/ad-requests/${adRequestId}`)).text).toContain(
      'Call me on another site.',
    )

    await lift(other, id)
    expect((await influencer.browser.get(`/ad-requests/${adRequestId}`)).text).toContain(
      'Call me on another site.',
    )
  })
})

describe('the e-mail about a message that was flagged before it was sent', () => {
  /** A new message, flagged before its e-mail was sent. `state` is that of the e-mail. */
  async function flagUnsent() {
    const other = await makeWorld(app)
    const { sponsor, influencer, adRequestId } = other
    await influencer.browser.get(`/ad-requests/${adRequestId}`)
    await sponsor.browser.get(`/ad-requests/${adRequestId}`)
    await sponsor.browser.submit('Send message', { message: 'Shall we meet on Friday?' })
    const [message] = await query('select max(id) as id from messages')
    await app.db.execute({
      sql: `update outbox set state = 'failed', sent_at = null where user_id = ? and kind = 'ad_request_message'
        and id = (select max(id) from outbox where user_id = ?)`,
      args: [influencer.id, influencer.id],
    })
    const id = await flag(app, other, 'message', Number(message?.id), { flag_reason: 'spam' })
    const state = async () =>
      (
        await query(`select state from outbox where user_id = ${influencer.id} and channel = 'email'
          and kind = 'ad_request_message' and body like '%on Friday%'`)
      )[0]?.state
    return { other, id, state }
  }

  it('is sent when the flag is lifted, also if they opened the page while there was nothing to read', async () => {
    const { other, id, state } = await flagUnsent()
    expect(await state()).toBe('held')
    await other.influencer.browser.get(`/ad-requests/${other.adRequestId}`)
    await lift(other, id)
    expect(await state()).toMatch(/pending|claimed|sent/)
  })

  it('is not sent if they had read the message before it was flagged', async () => {
    const { other, id, state } = await flagUnsent()
    await app.db.execute({
      sql: "update notifications set read_at = created_at where user_id = ? and kind = 'ad_request_message'",
      args: [other.influencer.id],
    })
    await lift(other, id)
    expect(await state()).toBeUndefined()
  })
})

describe('a deleted campaign', () => {
  it('does not stop an admin from lifting its flag', async () => {
    const other = await makeWorld(app)
    const id = await flag(app, other, 'campaign', other.campaignId)
    await other.sponsor.browser.get(`/campaigns/${other.campaignId}`)
    await other.sponsor.browser.submit('Delete')
    expect((await other.admin.browser.get(`/admin/flags/${id}`)).text).toContain(other.names.campaign)
    await lift(other, id)
    expect(other.admin.browser.sees('Flag lifted.')).toBe(true)
  })
})
