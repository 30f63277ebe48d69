import { named } from '../../../local/demo/accounts.ts'
import { makeSession } from '../../support/people.ts'
import { adminAccount, type E2eApp, startE2eApp } from './e2e-app.ts'
import { makeClockItems } from './items/clock-items.ts'
import { flagCampaign, makeBulkAction, saveItems } from './items/saved-items.ts'
import { findIds, pathOf, type Role } from './pages.ts'

/** Parley with the demo data and what they lack, so that every page has something to show. */
export interface DemoApp extends E2eApp {
  /** Somebody with this role: a session cookie's value (null for a visitor), and the paths that they may see. */
  as(role: Role): Promise<{ session: string | null; pathOf: (pattern: string) => string }>
}

const usernames: Record<Role, string | null> = {
  visitor: null,
  'waiting sponsor': named.waiting.username,
  'rejected sponsor': named.rejected.username,
  sponsor: named.sponsor.username,
  influencer: named.influencer.username,
  admin: adminAccount.username,
}

export async function startDemoApp(): Promise<DemoApp> {
  const e2e = await startE2eApp({ demoAt: Date.now() })
  const { sponsor, influencer } = named
  await saveItems(e2e.app, { sponsor: sponsor.username, influencer: influencer.username })
  await makeBulkAction(e2e.app, adminAccount.username)
  await flagCampaign(e2e.app, adminAccount.username, sponsor.username)
  const mailLinks = await makeClockItems(e2e.app, named)
  return {
    ...e2e,
    async as(role) {
      const ids = await findIds(e2e.app.db, usernames[role])
      return {
        session: ids.user ? await makeSession(e2e.app, ids.user) : null,
        pathOf: (pattern) => pathOf(pattern, { ...mailLinks, ...ids }),
      }
    },
  }
}
