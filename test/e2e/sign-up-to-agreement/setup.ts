import type { BrowserUser } from '../support/browser-user.ts'
import type { E2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'

/** The people of the tests, each with a browser of their own, and their names. */
export type Setup = Awaited<ReturnType<typeof setUp>>

export async function setUp(e2e: E2eApp, variant: Variant) {
  const name = variant.variant
  const users: BrowserUser[] = []
  const openBrowser = async () => {
    const user = await e2e.newUser(variant)
    users.push(user)
    return user
  }
  return {
    e2e,
    variant: name,
    campaign: `Autumn Trail Boots ${name}`,
    northway: { username: `northway.${name}`, email: `hello@northway-${name}.example` },
    mara: { username: `mara.${name}`, email: `mara@${name}.example` },
    jonas: { username: `jonas.${name}`, email: `jonas@${name}.example` },
    sponsor: await openBrowser(),
    admin: await openBrowser(),
    influencer: await openBrowser(),
    second: await openBrowser(),
    async close() {
      for (const user of users) await user.close()
    },
  }
}
