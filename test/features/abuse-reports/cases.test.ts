import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'
import { caseOf, makeScene, oneValue, report, type Scene, writeMessage } from './fixtures.ts'

let app: App
let ada: Person
let bo: Person
beforeAll(async () => {
  app = await startApp()
  ada = await makePerson(app, 'admin', { display_name: 'Ada' })
  bo = await makePerson(app, 'admin', { display_name: 'Bo' })
})
afterAll(() => app.close())

/** A campaign that its influencer has reported. */
async function reported(name: string): Promise<Scene & { caseId: number; path: string }> {
  const scene = await makeScene(app, name)
  await report(scene.influencer, 'campaign', scene.campaignId, { details: `Details ${name}` })
  const caseId = await caseOf(app, 'campaign', scene.campaignId)
  return { ...scene, caseId, path: `/admin/abuse-reports/${caseId}` }
}

async function stateOf(caseId: number) {
  return oneValue(app, 'select state from abuse_cases where id = ?', [caseId])
}

const dismissal = { dismissal_reason: 'not_enough', note: 'Only one word against another.' }
const upholding = { measure: 'warning', message: 'Please name the bonus in the terms.', note: 'Seen before.' }

describe('the page of a case', () => {
  test('shows what is needed to decide, in two round trips', async () => {
    const { path, influencer, caseId } = await reported('Page')
    const { browser } = ada
    await browser.get(path)
    for (const text of ['Boots Page', 'Northway Page', 'Mara Page', 'Details Page', 'Fraud or a scam']) {
      expect(browser.sees(text)).toBe(true)
    }
    expect(browser.sees('Walk in them and tell us.')).toBe(true)
    expect(browser.sees('First report of this person.')).toBe(true)
    expect(browser.sees('Their account was less than a day old.')).toBe(true)
    await browser.click('Mara Page')
    expect(browser.page.url).toBe(`/admin/users/${influencer.id}`)
    expect(await countRoundTrips(app, browser, path)).toEqual({ status: 200, roundTrips: 2 })
    expect((await browser.get(`/admin/abuse-reports/${caseId + 1_000}`)).status).toBe(404)
  })

  test('leads to a reported person, where admins can see them', async () => {
    const { sponsor, influencer } = await makeScene(app, 'Person')
    await report(influencer, 'user', sponsor.id)
    await report(sponsor, 'user', influencer.id)
    for (const [person, page] of [
      [influencer, `/influencers/${influencer.id}`],
      [sponsor, `/admin/users/${sponsor.id}`],
    ] as const) {
      await ada.browser.get(`/admin/abuse-reports/${await caseOf(app, 'user', person.id)}`)
      const links = [...ada.browser.page.document.querySelectorAll('.card a')].map((a) =>
        a.getAttribute('href'),
      )
      expect(links).toContain(page)
      expect(links).not.toContain('/settings/profile')
      expect((await ada.browser.get(page)).status).toBe(200)
    }
  })

  test('has no link to what has been deleted, nor have its flag and the audit log', async () => {
    const { sponsor, influencer, campaignId, adRequestId } = await reported('Deleted')
    await report(influencer, 'ad_request', adRequestId)
    await ada.browser.get(`/admin/flags/new?subject=campaign&subject_id=${campaignId}`)
    await ada.browser.submit('Flag', { flag_reason: 'spam', reason: 'The same as ten others.' })
    const flagPage = ada.browser.page.url
    await sponsor.browser.get(`/campaigns/${campaignId}`)
    await sponsor.browser.post(`/campaigns/${campaignId}/deletion`, {
      version: String(await oneValue(app, 'select version from campaigns where id = ?', [campaignId])),
    })
    expect(await oneValue(app, 'select count(*) from campaigns where id = ?', [campaignId])).toBe(0)

    for (const page of [
      `/admin/abuse-reports/${await caseOf(app, 'campaign', campaignId)}`,
      `/admin/abuse-reports/${await caseOf(app, 'ad_request', adRequestId)}`,
      flagPage,
      '/admin/audit',
    ]) {
      const { document, text } = await ada.browser.get(page)
      const links = [...document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))
      expect(links).not.toContain(`/campaigns/${campaignId}`)
      expect(links).not.toContain(`/ad-requests/${adRequestId}`)
      expect(text).toMatch(/deleted/i)
    }
  })

  test('shows the owner’s earlier cases and who counts once', async () => {
    const scene = await reported('Earlier')
    for (const name of ['one', 'two']) {
      const colleague = await makePerson(app, 'influencer', { email: `${name}@kettle.example` })
      await report(colleague, 'campaign', scene.campaignId, { reason: 'spam' })
    }
    await report(scene.influencer, 'user', scene.sponsor.id)
    await ada.browser.get(scene.path)
    expect(ada.browser.sees('from the same company (kettle.example), so they count once')).toBe(true)
    expect(ada.browser.sees('Other cases about Northway Earlier')).toBe(true)
  })
})

describe('a case is given', () => {
  test('to oneself, back, and to another admin, who is told', async () => {
    const { path } = await reported('Give')
    await ada.browser.get(path)
    expect(ada.browser.sees('Nobody has this case yet.')).toBe(true)
    await ada.browser.submit('Take case')
    expect(ada.browser.sees('You have this case')).toBe(true)
    await ada.browser.submit('Give back')
    expect(ada.browser.sees('Nobody has this case yet.')).toBe(true)

    await ada.browser.submit('Give case', { assignee: String(bo.id) })
    expect(ada.browser.sees('Bo has this case')).toBe(true)
    expect(ada.browser.sees('Ada gave the case to Bo.')).toBe(true)
    await bo.browser.get('/notifications')
    expect(bo.browser.sees('Ada gave you the case about Boots Give')).toBe(true)

    await ada.browser.submit('Take over')
    expect(ada.browser.sees('Ada took the case over from Bo.')).toBe(true)
  })

  test('to one of two admins who take it at once; the other sees who has it', async () => {
    const { path, caseId } = await reported('Both')
    const take = ({ browser, id }: Person) =>
      browser.post(`${path}/assignment`, { seen: '', assignee: String(id) })
    const pages = await Promise.all([take(ada), take(bo)])
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = await oneValue(
      app,
      'select display_name from abuse_cases join users on users.id = assignee_id where abuse_cases.id = ?',
      [caseId],
    )
    const loser = pages.find(({ status }) => status === 409)
    expect(loser?.text).toContain(`${winner} has this case now.`)
  })

  test('not to somebody who is no admin', async () => {
    const { path, influencer, caseId } = await reported('No admin')
    const page = await ada.browser.post(`${path}/assignment`, { seen: '', assignee: String(influencer.id) })
    expect(page.status).toBe(422)
    expect(await oneValue(app, 'select assignee_id from abuse_cases where id = ?', [caseId])).toBeNull()
  })
})

describe('a decision', () => {
  test('to dismiss needs a reason, which the reporter is told in general words', async () => {
    const { path, influencer, sponsor, caseId } = await reported('Dismiss')
    await ada.browser.get(path)
    await ada.browser.submit('Dismiss', { note: 'Nothing here.' })
    expect(ada.browser.page.status).toBe(422)
    expect(ada.browser.page.html).toContain('Nothing here.')
    await ada.browser.submit('Dismiss', dismissal)
    expect(ada.browser.sees('Dismissed. The reporters have been told.')).toBe(true)
    expect(await stateOf(caseId)).toBe('dismissed')

    await influencer.browser.get('/notifications')
    expect(influencer.browser.sees("We've decided on your report about Boots Dismiss")).toBe(true)
    await influencer.browser.get('/abuse-reports')
    await influencer.browser.click('Boots Dismiss')
    expect(influencer.browser.sees('We could not confirm it with what we have.')).toBe(true)
    expect(influencer.browser.sees('Only one word against another.')).toBe(false)
    await sponsor.browser.get('/notifications')
    expect(sponsor.browser.sees('Boots Dismiss')).toBe(false)
  })

  test('to uphold with a warning tells the owner and the reporter, each their part', async () => {
    const { path, influencer, sponsor, caseId } = await reported('Uphold')
    await ada.browser.get(path)
    await ada.browser.submit('Uphold', { measure: 'warning', message: '' })
    expect(ada.browser.page.status).toBe(422)
    await ada.browser.submit('Uphold', upholding)
    expect(await stateOf(caseId)).toBe('upheld')
    expect(ada.browser.sees('Ada upheld it: warned.')).toBe(true)

    await sponsor.browser.get('/notifications')
    expect(sponsor.browser.sees('A warning about your campaign, Boots Uphold')).toBe(true)
    await influencer.browser.get('/abuse-reports')
    expect(influencer.browser.sees('Action taken')).toBe(true)
    await influencer.browser.click('Boots Uphold')
    expect(influencer.browser.sees('bonus')).toBe(false)
    await ada.browser.get(`/admin/users/${sponsor.id}`)
    expect(ada.browser.sees('Warned by Ada: Please name the bonus in the terms.')).toBe(true)
  })

  test('is refused if another report came in since the page was opened', async () => {
    const { path, campaignId, caseId } = await reported('New report')
    await ada.browser.get(path)
    const late = await makePerson(app, 'influencer', { display_name: 'Latecomer' })
    await report(late, 'campaign', campaignId)
    await ada.browser.submit('Dismiss', dismissal)
    expect(ada.browser.page.status).toBe(409)
    expect(ada.browser.sees('There is something new in this case.')).toBe(true)
    expect(ada.browser.sees('Latecomer')).toBe(true)
    expect(ada.browser.page.html).toContain('Only one word against another.')
    expect(await stateOf(caseId)).toBe('open')
    await ada.browser.submit('Dismiss', dismissal)
    expect(await stateOf(caseId)).toBe('dismissed')
  })

  test('is refused while another admin has the case', async () => {
    const { path, caseId } = await reported('Taken')
    await bo.browser.get(path)
    await bo.browser.submit('Take case')
    const version = String(await oneValue(app, 'select version from abuse_cases where id = ?', [caseId]))
    await ada.browser.get(path)
    expect(ada.browser.sees('Nothing needs to be done')).toBe(false)
    const page = await ada.browser.post(`${path}/upholding`, { ...upholding, version })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Bo has this case. Take it over before you decide.')
    expect(page.html).toContain('Please name the bonus in the terms.')
    expect(await stateOf(caseId)).toBe('open')
  })

  test('of two admins at once happens once', async () => {
    const { path, caseId, influencer } = await reported('Race')
    const version = String(await oneValue(app, 'select version from abuse_cases where id = ?', [caseId]))
    const pages = await Promise.all([
      ada.browser.post(`${path}/dismissal`, { ...dismissal, version }),
      bo.browser.post(`${path}/upholding`, { ...upholding, version }),
      ada.browser.post(`${path}/dismissal`, { ...dismissal, version }),
    ])
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const told = 'select count(*) from notifications where user_id = ? and kind = ?'
    expect(await oneValue(app, told, [influencer.id, 'abuse_report_decided'])).toBe(1)
    const loser = pages.find(({ status }) => status === 409)
    expect(loser?.text).toContain('Somebody else has just decided this case.')
  })

  test('lets the same thing be reported again, as a new case', async () => {
    const { path, influencer, campaignId, caseId } = await reported('Again')
    await ada.browser.get(path)
    await ada.browser.submit('Dismiss', dismissal)
    await report(influencer, 'campaign', campaignId, { details: 'It goes on.' })
    expect(influencer.browser.sees('We have your report')).toBe(true)
    expect(await caseOf(app, 'campaign', campaignId)).toBeGreaterThan(caseId)
  })

  test('changes the trust in its reporters, and so the weight of their other cases', async () => {
    const { path, influencer, sponsor } = await reported('Trust')
    await report(influencer, 'user', sponsor.id)
    const weight = () =>
      oneValue(app, "select weight from abuse_cases where subject = 'user' and subject_id = ?", [sponsor.id])
    await app.db.execute('update users set created_at = created_at - 864000000')
    await ada.browser.get(path)
    await ada.browser.submit('Uphold', upholding)
    // 8 × 66 × 100 points.
    expect(await weight()).toBe(345)
  })
})

describe('upholding a case', () => {
  test('by flagging hides the thing and gives the owner a flag to appeal', async () => {
    const { path, campaignId, sponsor, caseId } = await reported('Flag')
    await ada.browser.get(path)
    await ada.browser.submit('Uphold', { ...upholding, measure: 'flag' })
    expect(ada.browser.sees('Ada upheld it: flagged.')).toBe(true)
    expect(ada.browser.sees('Flags of Northway Flag')).toBe(true)
    expect((await app.visitor().get(`/campaigns/${campaignId}`)).status).toBe(404)
    await sponsor.browser.get(`/campaigns/${campaignId}`)
    expect(sponsor.browser.sees('Please name the bonus in the terms.')).toBe(true)
    const { rows } = await app.db.execute({
      sql: "select reason, internal_note from flags where subject = 'campaign' and subject_id = ?",
      args: [campaignId],
    })
    expect(rows).toEqual([
      expect.objectContaining({ reason: 'fraud', internal_note: `Case ${caseId} of user reports` }),
    ])
  })

  test('by flagging what is flagged already changes nothing, and says so', async () => {
    const { path, campaignId, caseId } = await reported('Flagged before')
    await ada.browser.get(path)
    await bo.browser.get(`/flags/campaign/${campaignId}`)
    await bo.browser.submit('Flag', { flag_reason: 'spam', reason: 'Sent to everybody.' })
    await ada.browser.submit('Uphold', { ...upholding, measure: 'flag' })
    expect(ada.browser.page.status).toBe(409)
    expect(ada.browser.sees('It is flagged already, so nothing was done.')).toBe(true)
    expect(ada.browser.page.html).toContain('Please name the bonus in the terms.')
    expect(await stateOf(caseId)).toBe('open')
    await ada.browser.submit('Uphold', upholding)
    expect(await stateOf(caseId)).toBe('upheld')
  })

  test('by flagging what has been deleted is refused', async () => {
    const scene = await makeScene(app, 'Deleted')
    const message = await writeMessage(app, scene.sponsor, scene.adRequestId, 'Pay me elsewhere.')
    await report(scene.influencer, 'message', message)
    await app.db.execute({ sql: 'delete from messages where id = ?', args: [message] })
    await ada.browser.get(`/admin/abuse-reports/${await caseOf(app, 'message', message)}`)
    expect(ada.browser.sees('Pay me elsewhere.')).toBe(true)
    await ada.browser.submit('Uphold', { ...upholding, measure: 'flag' })
    expect(ada.browser.page.status).toBe(409)
    expect(ada.browser.sees('It has been deleted or closed')).toBe(true)
  })

  test('by suspending signs the owner out, for as long as the admin chose', async () => {
    const { path, sponsor, caseId } = await reported('Suspend')
    await ada.browser.get(path)
    await ada.browser.submit('Uphold', { ...upholding, measure: 'suspension', length: 'month' })
    expect(await stateOf(caseId)).toBe('upheld')
    await sponsor.browser.get('/home')
    expect(sponsor.browser.page.url).toContain('/sign-in')
    const until = await oneValue(app, 'select suspended_until from users where id = ?', [sponsor.id])
    expect(Math.round((Number(until) - Date.now()) / 86_400_000)).toBe(30)
    await ada.browser.get(`/admin/users/${sponsor.id}`)
    expect(ada.browser.sees('Reports about them')).toBe(true)
    await ada.browser.click('View all cases')
    expect(ada.browser.page.url).toBe(`/admin/abuse-reports?owner=${sponsor.id}`)
    await ada.browser.get(`/admin/abuse-reports?owner=${sponsor.id}&tab=closed`)
    expect(ada.browser.sees('Boots Suspend')).toBe(true)
  })

  test('by suspending is not offered for somebody who is suspended', async () => {
    const { path, sponsor } = await reported('Suspended before')
    await app.db.execute({
      sql: "update users set status = 'suspended', suspended_from = 'active' where id = ?",
      args: [sponsor.id],
    })
    await ada.browser.get(path)
    expect(ada.browser.sees('Warn the owner')).toBe(true)
    expect(ada.browser.sees('Suspend the owner')).toBe(false)
  })

  test.each(['user', 'ad_request', 'message'] as const)('flags a %s too', async (subject) => {
    const scene = await makeScene(app, `Any ${subject}`)
    const ids = {
      user: scene.sponsor.id,
      ad_request: scene.adRequestId,
      message: await writeMessage(app, scene.sponsor, scene.adRequestId, 'Pay me elsewhere.'),
    }
    await report(scene.influencer, subject, ids[subject])
    await ada.browser.get(`/admin/abuse-reports/${await caseOf(app, subject, ids[subject])}`)
    await ada.browser.submit('Uphold', { ...upholding, measure: 'flag' })
    expect(ada.browser.sees('Flagged')).toBe(true)
    const found = 'select owner_id from flags where subject = ? and subject_id = ?'
    expect(await oneValue(app, found, [subject, ids[subject]])).toBe(scene.sponsor.id)
  })
})

describe('a report in bad faith', () => {
  test('counts nothing, lowers the trust, and its reporter is told', async () => {
    const { path, influencer, caseId } = await reported('Bad faith')
    await ada.browser.get(path)
    await ada.browser.submit('Mark as made in bad faith')
    expect(ada.browser.sees('Ada marked the report of Mara Bad faith as made in bad faith.')).toBe(true)
    expect(ada.browser.sees('Their reports: 0 upheld, 0 dismissed, 1 in bad faith. Trust: 20 of 100.')).toBe(
      true,
    )
    expect(await oneValue(app, 'select weight from abuse_cases where id = ?', [caseId])).toBe(0)
    await influencer.browser.get('/notifications')
    expect(influencer.browser.sees('Your report about Boots Bad faith was not made in good faith')).toBe(true)

    await ada.browser.get(path)
    await ada.browser.submit('Not in bad faith after all')
    expect(await oneValue(app, 'select outcome from abuse_reports where case_id = ?', [caseId])).toBe('open')
    expect(
      Number(await oneValue(app, 'select weight from abuse_cases where id = ?', [caseId])),
    ).toBeGreaterThan(0)
  })

  test('makes all cases of its reporter doubtful, earlier and later ones, until the mark is taken away', async () => {
    const { path, caseId, influencer } = await reported('Doubt one')
    const isDoubtful = (id: number) =>
      oneValue(app, 'select has_doubtful from abuse_cases where id = ?', [id])
    const reportAnother = async (name: string) => {
      const { campaignId } = await makeScene(app, name)
      await report(influencer, 'campaign', campaignId)
      return caseOf(app, 'campaign', campaignId)
    }
    const earlier = await reportAnother('Doubt two')
    expect([await isDoubtful(caseId), await isDoubtful(earlier)]).toEqual([0, 0])

    await ada.browser.get(path)
    await ada.browser.submit('Mark as made in bad faith')
    const later = await reportAnother('Doubt three')
    expect([await isDoubtful(caseId), await isDoubtful(earlier), await isDoubtful(later)]).toEqual([1, 1, 1])

    await ada.browser.get(path)
    await ada.browser.submit('Not in bad faith after all')
    expect([await isDoubtful(caseId), await isDoubtful(earlier), await isDoubtful(later)]).toEqual([0, 0, 0])
  })

  test('marked twice at once is marked once', async () => {
    const { path, caseId, influencer } = await reported('Twice')
    const reportId = await oneValue(app, 'select id from abuse_reports where case_id = ?', [caseId])
    const pages = await Promise.all(
      [ada, bo].map(({ browser }) => browser.post(`${path}/bad-faith/${reportId}`)),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = 'select count(*) from notifications where user_id = ? and kind = ?'
    expect(await oneValue(app, told, [influencer.id, 'abuse_report_decided'])).toBe(1)
  })

  test('of another case is a 404', async () => {
    const one = await reported('Case one')
    const other = await reported('Case other')
    const reportId = await oneValue(app, 'select id from abuse_reports where case_id = ?', [other.caseId])
    expect((await ada.browser.post(`${one.path}/bad-faith/${reportId}`)).status).toBe(404)
  })

  test('somebody whose reports are mostly like that cannot report for a while', async () => {
    const liar = await makePerson(app, 'influencer')
    for (const name of ['L1', 'L2', 'L3']) {
      const { campaignId } = await makeScene(app, name)
      await report(liar, 'campaign', campaignId)
      await ada.browser.get(`/admin/abuse-reports/${await caseOf(app, 'campaign', campaignId)}`)
      await ada.browser.submit('Mark as made in bad faith')
    }
    expect(ada.browser.sees('Cannot report until')).toBe(true)
    await ada.browser.get(`/admin/users/${liar.id}`)
    expect(ada.browser.sees('Their reports: 0 upheld, 0 dismissed, 3 in bad faith.')).toBe(true)
    await ada.browser.get('/admin/abuse-reports?reporters=doubtful')
    expect(ada.browser.sees('Boots L3')).toBe(true)
    expect(ada.browser.sees('Boots Taken')).toBe(false)
    const { campaignId } = await makeScene(app, 'L4')
    await liar.browser.get(`/abuse-reports/new?subject=campaign&id=${campaignId}`)
    expect(liar.browser.sees('Most of your reports were not made in good faith')).toBe(true)
    expect(liar.browser.sees('Send report')).toBe(false)
    const fields = { subject: 'campaign', id: String(campaignId), reason: 'spam', details: 'Kept text' }
    const refused = await liar.browser.post('/abuse-reports', fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kept text')
  })
})

test('every act is in the audit log, with its request', async () => {
  const { path, caseId } = await reported('Audit')
  await ada.browser.get(path)
  for (const button of [
    'Take case',
    'Give back',
    'Mark as made in bad faith',
    'Not in bad faith after all',
  ]) {
    await ada.browser.submit(button)
  }
  await ada.browser.submit('Dismiss', dismissal)
  const { rows } = await app.db.execute({
    sql: `select kind, actor_id, audited, request_id is not null as has_request from events
      where subject = 'abuse_case' and subject_id = ? order by id`,
    args: [caseId],
  })
  const kinds = ['assigned', 'released', 'marked_abusive', 'unmarked_abusive', 'dismissed']
  expect(rows).toEqual(
    kinds.map((kind) => expect.objectContaining({ kind, actor_id: ada.id, audited: 1, has_request: 1 })),
  )
})

test('a case can be taken in the list, by one admin', async () => {
  const { caseId } = await reported('Listed')
  await ada.browser.get('/admin/abuse-reports?query=listed')
  expect(ada.browser.sees('Boots Listed')).toBe(true)
  await ada.browser.submit('Take Boots Listed')
  expect(ada.browser.page.url).toBe('/admin/abuse-reports?query=listed')
  expect(ada.browser.sees('The case is yours.')).toBe(true)
  expect(await oneValue(app, 'select assignee_id from abuse_cases where id = ?', [caseId])).toBe(ada.id)

  const page = await bo.browser.post(`/admin/abuse-reports/${caseId}/assignment/own?query=listed`)
  expect(page.status).toBe(409)
  expect(page.text).toContain('Somebody else has just taken or decided it.')
  expect(page.text).toContain('Ada')
  expect((await bo.browser.post('/admin/abuse-reports/999999/assignment/own')).status).toBe(404)
  await ada.browser.get('/admin/abuse-reports?tab=mine&query=listed')
  expect(ada.browser.sees('Boots Listed')).toBe(true)
})

describe('an owner who was closed while an admin decided', () => {
  const suspension = { measure: 'suspension', message: 'You cannot stay.', length: 'week', note: '' }

  test.each([
    ['suspended', 'another admin has suspended'],
    ['deleting', 'deletes their account'],
    ['deleted', 'has deleted their account'],
  ])('is not suspended once more: %s', async (status) => {
    const { path, sponsor, caseId } = await reported(`Closed ${status}`)
    await ada.browser.get(path)
    await app.db.execute({
      sql: 'update users set status = ?, suspended_from = ?, version = version + 1 where id = ?',
      args: [status, status === 'suspended' ? 'active' : null, sponsor.id],
    })
    await ada.browser.submit('Uphold', suspension)
    expect(ada.browser.page.status).toBe(409)
    expect(ada.browser.sees("The owner's account has changed")).toBe(true)
    expect(await stateOf(caseId)).toBe('open')
    expect(await oneValue(app, 'select status from users where id = ?', [sponsor.id])).toBe(status)
  })
})

test('a new message does not get the reports of a deleted one', async () => {
  const scene = await makeScene(app, 'Deleted')
  const messageId = await writeMessage(app, scene.sponsor, scene.adRequestId, 'Pay me elsewhere.')
  await report(scene.influencer, 'message', messageId)
  await app.db.execute({ sql: 'delete from messages where id = ?', args: [messageId] })
  const other = await makeScene(app, 'Other')
  expect(await writeMessage(app, other.sponsor, other.adRequestId, 'Hello.')).toBeGreaterThan(messageId)
})
