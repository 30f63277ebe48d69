import { expect, test } from 'vitest'
import type { BrowserUser } from '../support/browser-user.ts'
import { openMail } from '../support/inbox.ts'
import { expectWaiting } from './navigation.ts'
import { emailOf, type Setup, template } from './setup.ts'

/** Sponsors are waiting: one is approved in the list, two are rejected together. */
export function approvals(setup: () => Setup) {
  test('the overview leads to the sponsors who are waiting; one is approved in the list', async () => {
    const { admin, waiting } = setup()
    const [tidewell] = waiting
    await admin.open('/admin')
    await admin.sees(...waiting.map((company) => `Review ${company}`))
    await expectWaiting(admin, 'Sponsors', 3)
    await admin.checkPage('day-1-overview')

    await admin.goTo('Sponsors')
    await admin.press(`Approve ${tidewell}`)
    await admin.sees('Approved. The sponsor has been notified.')
    await expectWaiting(admin, 'Sponsors', 2)
  })

  test('two are rejected together, with a reason from a template', async () => {
    const { e2e, admin, variant, waiting } = setup()
    const [, sorrel, wrenmere] = waiting
    for (const company of [sorrel, wrenmere])
      await admin.activate(admin.page.getByLabel(`Select ${company}`, { exact: true }))
    await admin.checkPage('day-2-selected')
    await admin.press('Reject…', { method: 'GET' })
    await admin.sees(`Reject 2 sponsors`, `${sorrel}, ${wrenmere}`)
    await admin.fill('Reject 2 sponsors', { Template: template.title })
    if (variant.javaScript) await useTemplate(admin)
    await admin.press('Reject 2 sponsors')
    await admin.sees(
      'Done. Everyone affected has been notified, except deleted accounts.',
      'No sponsors here',
    )
    await expectWaiting(admin, 'Sponsors', 0)

    await openMail(e2e.app, admin, { to: emailOf(wrenmere), subject: 'not approved' })
    const mail = admin.page.frameLocator('iframe').locator('body')
    expect(await mail.textContent()).toContain(template.text)
  })
}

/** The button fills in the text, which can then be edited. */
async function useTemplate(admin: BrowserUser): Promise<void> {
  await admin.activate(admin.button('Use template'))
  const area = admin.page.getByLabel('Reason', { exact: true })
  await expect.poll(() => area.inputValue()).toBe(template.text)
  expect(await area.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await admin.page.getByLabel('Template', { exact: true }).inputValue()).toBe('')
}
