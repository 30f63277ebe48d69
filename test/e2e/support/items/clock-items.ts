import { recipients } from '../../../../local/mail/mail.ts'
import type { App } from '../../../support/app.ts'
import { signedIn } from '../../../support/people.ts'
import { idOf } from './saved-items.ts'

interface Account {
  readonly username: string
  readonly email: string
}

/** What is in links from e-mails. */
interface MailLinks {
  readonly unsubscribeToken: string
  readonly exportId: string
  readonly exportToken: string
}

/** Calendars, an export, and an e-mail that could not be delivered. Waits for the e-mails about them. */
export async function makeClockItems(
  app: App,
  { sponsor, influencer }: { sponsor: Account; influencer: Account },
): Promise<MailLinks> {
  for (const { username } of [sponsor, influencer]) {
    const browser = await signedIn(app, await idOf(app.db, username))
    await browser.post('/settings/calendar/address', {})
    await browser.post('/exports', { kind: 'ad_requests', filters: '' })
  }
  const [, exportId = '', exportToken = ''] = await inMailTo(
    app,
    sponsor.email,
    /\/exports\/(\d+)\?token=([\w-]+)/,
  )
  const [, unsubscribeToken = ''] = await inMailTo(app, sponsor.email, /\/unsubscribe\/([\w.-]+)/)

  const error = `550 No mailbox of this name: ${'x'.repeat(200)}`
  await app.db.execute({
    sql: "update outbox set state = 'dead', attempts = 8, last_error = ? where id = (select max(id) from outbox)",
    args: [error],
  })
  return { unsubscribeToken, exportId, exportToken }
}

/** The first match in an e-mail to somebody. Waits until there is one. */
async function inMailTo(app: App, address: string, wanted: RegExp): Promise<RegExpExecArray> {
  const deadline = Date.now() + 50_000
  for (;;) {
    for (const mail of app.mail.messages()) {
      const found = recipients(mail).includes(address) && wanted.exec(mail.text ?? '')
      if (found) return found
    }
    if (Date.now() > deadline) throw new Error(`No e-mail to ${address} has ${wanted}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
