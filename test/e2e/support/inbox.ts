import type { App } from '../../support/app.ts'
import type { BrowserUser } from './browser-user.ts'

/** Waits for an e-mail, opens it in the inbox and follows its button. */
export async function followMail(
  app: App,
  reader: BrowserUser,
  { to, subject, button }: { to: string; subject: string; button: string },
): Promise<void> {
  await mailArrives(app, to, subject)
  const { page } = reader
  await page.goto(`${app.mail.url}/?to=${to}&refresh=off`)
  await page.getByRole('link', { name: subject }).first().click()
  const link = page.frameLocator('iframe').getByRole('link', { name: button })
  await link.click()
  await page.waitForURL((url) => url.origin === new URL(app.url).origin)
  await page.waitForLoadState('load')
}

/** E-mails are sent after the response. */
async function mailArrives(app: App, to: string, subject: string): Promise<void> {
  const deadline = Date.now() + 20_000
  const subjects = () =>
    app.mail
      .messages()
      .filter((mail) => mail.to.includes(to))
      .map((mail) => mail.subject)
  while (!subjects().some((one) => one.includes(subject))) {
    if (Date.now() > deadline)
      throw new Error(`No mail "${subject}" came for ${to}, only: ${subjects().join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
