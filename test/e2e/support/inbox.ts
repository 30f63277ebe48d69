import type { App } from '../../support/app.ts'
import type { BrowserUser } from './browser-user.ts'

interface Wanted {
  readonly to: string
  /** A part of the subject. */
  readonly subject: string
}

/**
 * Waits for an e-mail, opens it in the inbox and goes where its button, or any other link, leads. It opens the address
 * instead of clicking: Chromium can lose a click on a frame that it draws in another process.
 */
export async function followMail(
  app: App,
  reader: BrowserUser,
  { button, ...wanted }: Wanted & { button: string },
): Promise<void> {
  await openMail(app, reader, wanted)
  const { page } = reader
  const address = await page.frameLocator('iframe').getByRole('link', { name: button }).getAttribute('href')
  if (!address?.startsWith(app.url)) throw new Error(`The e-mail's link leads to ${address}.`)
  await page.goto(address)
}

/** Waits for an e-mail and opens it in the inbox. */
export async function openMail(app: App, { page }: BrowserUser, { to, subject }: Wanted): Promise<void> {
  await mailArrives(app, to, subject)
  await page.goto(`${app.mail.url}/?to=${to}&refresh=off`)
  await page.getByRole('link', { name: subject }).first().click()
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor()
}

/** E-mails are sent after the response. */
async function mailArrives(app: App, to: string, subject: string): Promise<void> {
  const deadline = Date.now() + 100_000
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
