import { createServer } from 'node:net'
import type { Browser } from 'playwright-core'
import { createAdmin } from '../../../local/admin.ts'
import { type App, startApp } from '../../support/app.ts'
import { launchChromium } from './chromium.ts'
import { Player } from './player.ts'
import type { Variant } from './variants.ts'
import { watch } from './watch.ts'

/** Parley at an address of its own, with an admin and nobody else, and a Chromium to look at it. */
export interface Stage {
  readonly app: App
  /** Somebody new, with an empty browser; `session` is the cookie's value of somebody signed in already. */
  player(variant: Variant, session?: string | null): Promise<Player>
  /** What went wrong unseen since the last call, on anybody's pages or in the Worker. */
  takeTroubles(): readonly string[]
  close(): Promise<void>
}

export const admin = {
  username: 'ada.keeper',
  email: 'ada@parley.example',
  password: 'quiet harbour lanterns',
} as const

export async function startStage(): Promise<Stage> {
  const port = await freePort()
  const app = await startApp({ PUBLIC_URL: `http://127.0.0.1:${port}` }, port)
  await createAdmin(app.db, {
    ADMIN_USERNAME: admin.username,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  })
  const browser = await launchChromium()
  const players: Player[] = []
  return {
    app,
    async player(variant, session) {
      const player = await enter(browser, app.url, variant, session)
      players.push(player)
      return player
    },
    takeTroubles: () => [...players.flatMap((player) => player.takeTroubles()), ...app.errors.splice(0)],
    async close() {
      await browser.close()
      await app.close()
    },
  }
}

async function enter(
  browser: Browser,
  url: string,
  variant: Variant,
  session: string | null = null,
): Promise<Player> {
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
  return new Player(page, variant, await watch(page, url))
}

/** A port that nobody has: mails name it before the Worker listens there. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
