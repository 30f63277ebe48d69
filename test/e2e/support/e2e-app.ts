import { Client } from '@upstash/qstash'
import type { Browser } from 'playwright-core'
import { createAdmin } from '../../../local/admin.ts'
import { loadDemo } from '../../../local/demo.ts'
import { type QStashStandIn, startQStash } from '../../../local/qstash/server.ts'
import { updateSchedules } from '../../../local/schedules.ts'
import { type App, startApp } from '../../support/app.ts'
import { watchErrors } from './browser-errors.ts'
import { BrowserUser } from './browser-user.ts'
import { type ChromiumOptions, launchChromium } from './chromium.ts'
import type { Variant } from './variants.ts'

/** Parley at a URL of its own with one admin account, its clock, and a Chromium. */
export interface E2eApp {
  readonly app: App
  /** QStash with the schedules of Parley. It runs by the real time until a test moves it. */
  readonly clock: QStashStandIn
  /** A new browser. `session` is a session cookie's value, to be signed in from the start. */
  newUser(variant: Variant, session?: string | null): Promise<BrowserUser>
  /** Errors in any page's console or in the Worker since the last call. */
  takeErrors(): readonly string[]
  close(): Promise<void>
}

/** Failed deliveries are tried again after a second. */
const BACK_OFF_FACTOR = 0.1

export const adminAccount = {
  username: 'ada.keeper',
  email: 'ada@parley.example',
  password: 'quiet harbour lanterns',
} as const

interface Options extends ChromiumOptions {
  /** Loads the demo as it was at this time (milliseconds UTC), before the clock runs: its jobs would wait for the load. */
  readonly demoAt?: number
}

export async function startE2eApp({ demoAt, ...browserOptions }: Options = {}): Promise<E2eApp> {
  const clock = await startQStash({ backOffFactor: BACK_OFF_FACTOR })
  const app = await startApp(clockVars(clock), { atItsUrl: true })
  await createAdmin(app.db, {
    ADMIN_USERNAME: adminAccount.username,
    ADMIN_EMAIL: adminAccount.email,
    ADMIN_PASSWORD: adminAccount.password,
  })
  if (demoAt !== undefined) await loadDemo(app.libsql.url, { now: demoAt })
  await updateSchedules(new Client({ baseUrl: clock.url, token: clock.token }), app.url)
  const browser = await launchChromium(browserOptions)
  const users: BrowserUser[] = []
  return {
    app,
    clock,
    async newUser(variant, session) {
      const user = await openBrowser(browser, app.url, variant, session)
      users.push(user)
      return user
    },
    takeErrors: () => [...users.flatMap((user) => user.takeErrors()), ...app.errors.splice(0)],
    async close() {
      await browser.close()
      clock.stopDelivering()
      // The Worker may still have a message to publish.
      await app.close().finally(() => clock.close())
    },
  }
}

/** The bindings that switch on the clock, as `npm start` sets them. */
function clockVars({ url, token, currentSigningKey, nextSigningKey }: QStashStandIn) {
  return {
    QSTASH_URL: url,
    QSTASH_TOKEN: token,
    QSTASH_CURRENT_SIGNING_KEY: currentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: nextSigningKey,
    LOCAL_CLOCK: 'yes',
  }
}

async function openBrowser(
  browser: Browser,
  url: string,
  variant: Variant,
  session: string | null = null,
): Promise<BrowserUser> {
  const { javaScript, width, scheme } = variant
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: javaScript,
    viewport: { width, height: width === 360 ? 740 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Europe/Stockholm',
  })
  context.setDefaultTimeout(30_000)
  if (session) await context.addCookies([{ name: 'parley_session', value: session, url }])
  const page = await context.newPage()
  return new BrowserUser(page, variant, await watchErrors(page, url))
}
