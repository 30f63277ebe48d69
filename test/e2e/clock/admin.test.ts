import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recipients } from '../../../local/mail/mail.ts'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { makeE2ePerson } from '../support/accounts.ts'
import type { BrowserUser } from '../support/browser-user.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { desk, variants } from '../support/variants.ts'

let e2e: E2eApp
let sponsor: Person
beforeAll(async () => {
  e2e = await startE2eApp()
  sponsor = await makePerson(e2e.app, 'sponsor', { display_name: 'Northway Outdoor' })
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: an admin', (variant) => {
  let user: BrowserUser
  beforeAll(async () => {
    user = (await makeE2ePerson(e2e, 'admin', 'Ada Keeper', variant)).user
  })
  afterAll(() => user.close())

  test('starts a sweep, and sees its run', async () => {
    const ended = async () => {
      await user.open('/admin/jobs?job=sweep')
      return user.page.locator('tbody').getByText('Done').count()
    }
    const before = await ended()
    await user.press('Start now')
    await user.sees('The job is queued. It appears here when it runs.')
    await expect.poll(ended).toBeGreaterThan(before)
    await user.checkPage('clock-7-jobs')
  })

  test('sees why an e-mail failed, and sends it again', async () => {
    const campaign = `Trail Boots ${variant.variant}`
    const address = `mara@${variant.variant}.example`
    e2e.app.mail.faults.set(address, { status: 422 })
    const mara = await makePerson(e2e.app, 'influencer', { email: address, display_name: 'Mara Lindqvist' })
    await invite(e2e.app, sponsor, mara, await makeCampaign(e2e.app, sponsor, { name: campaign }))
    await user.open('/admin')
    await expect.poll(() => undeliveredTo(user, address)).toBe(1)
    await user.sees('Mara Lindqvist', 'Given up', '422 Injected.', `invited you to ${campaign}`)
    await user.checkPage('clock-8-undelivered')

    e2e.app.mail.faults.clear()
    await user.press('Try again')
    await user.sees("If it isn't here any more in a minute, it has arrived.")
    const arrived = () => e2e.app.mail.messages().filter((mail) => recipients(mail).includes(address))
    await expect.poll(arrived).toMatchObject([{ subject: expect.stringContaining(campaign) }])
    await expect.poll(() => undeliveredTo(user, address)).toBe(0)
  })
})

test('the page of a bulk action follows it until it is done', async () => {
  const { user, id } = await makeE2ePerson(e2e, 'admin', 'Ada Keeper', desk)
  const { rows } = await e2e.app.db.execute({
    sql: `insert into bulk_actions
      (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
      values ('campaign_flag', '{"allMatching":""}', :now, '{}', 300, :id, :id, 'test', :now, :now) returning id`,
    args: { id, now: Date.now() },
  })
  const action = Number(rows[0]?.id)
  const change = (set: string) => e2e.app.db.execute(`update bulk_actions set ${set} where id = ${action}`)
  await user.open(`/admin/bulk-actions/${action}`)
  for (const changed of [100, 200]) {
    await change(`changed = ${changed}`)
    await user.sees(`${changed} flagged`)
  }
  await change(`changed = 300, state = 'done', ended_at = moved_at`)
  await user.sees('Done: 300 flagged.')
  await user.close()
})

async function undeliveredTo(user: BrowserUser, address: string): Promise<number> {
  await user.open('/admin/mail')
  return user.page.getByText(address).count()
}
