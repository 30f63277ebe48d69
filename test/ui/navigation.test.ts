import { expect, test } from 'vitest'
import type { Viewer } from '../../src/platform/http/context.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { isGroup, type NavigationLink } from '../../src/ui/layout/link.ts'
import { mainNavigation } from '../../src/ui/layout/navigation.ts'
import { routeTable } from '../route-table.ts'

const admin: Viewer = {
  id: 1 as UserId,
  username: 'admin',
  displayName: 'Ada Holm',
  role: 'admin',
  status: 'active',
  timeZone: 'UTC',
  unconfirmedEmail: null,
  unreadNotifications: 0,
  awaitingReply: 0,
  openAbuseCases: 0,
}

/** Pages that are one step behind another one, and how people get there. */
const behindOthers: Readonly<Record<string, string>> = {
  '/admin/mail/preview': "Only on one's own machine, where the page of messages links to it.",
  '/admin/audit/verification': 'The audit log links to it.',
  '/admin/bulk-actions/new': 'Asks about the rows that were selected in a list.',
  '/admin/flags/new': 'The page of each thing that can be flagged links to its own.',
}

test('the navigation of admins has every table of theirs', () => {
  const linked = linksAt('/home').map(({ href }) => href)
  const missing = Object.keys(routeTable)
    .map((route) => /^GET (\/admin\/[^:]+)$/.exec(route)?.[1])
    .filter((path) => path !== undefined && !(path in behindOthers) && !linked.includes(path))
    .map((path) => `Nothing links to ${path}: add it for admins in src/ui/layout/navigation.ts`)
  expect(missing).toEqual([])
})

test('one link of the navigation is the current one, also inside of a menu and below its page', () => {
  for (const path of ['/home', '/admin/users/7', '/admin/jobs', '/admin/mail/preview']) {
    const current = linksAt(path).filter((link) => link.current)
    expect(current.map(({ href }) => path.startsWith(href))).toEqual([true])
  }
})

function linksAt(path: string): NavigationLink[] {
  return mainNavigation(admin, path).flatMap((entry) => (isGroup(entry) ? entry.links : [entry]))
}
