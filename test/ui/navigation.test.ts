import { expect, test } from 'vitest'
import type { Viewer } from '../../src/platform/http/context.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { mainLinks } from '../../src/ui/layout/navigation.ts'
import { routeTable } from '../route-table.ts'

const admin: Viewer = {
  id: 1 as UserId,
  username: 'admin',
  displayName: 'Ada Holm',
  role: 'admin',
  status: 'active',
  timeZone: 'UTC',
  unreadNotifications: 0,
  awaitingReply: 0,
  openAbuseCases: 0,
}

/** Only where Parley runs on one's own machine. The page of messages links to it there. */
const previews = '/admin/mail/preview'

test('the navigation of admins has every table of theirs', () => {
  const linked = mainLinks(admin, '/home').map(({ href }) => href)
  const missing = Object.keys(routeTable)
    .map((route) => /^GET (\/admin\/[^:]+)$/.exec(route)?.[1])
    .filter((path) => path !== undefined && path !== previews && !linked.includes(path))
    .map((path) => `Nothing links to ${path}: add it for admins in src/ui/layout/navigation.ts`)
  expect(missing).toEqual([])
})
