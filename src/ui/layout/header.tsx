import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { memo } from '../page/kept-html.ts'
import { type Account, AccountMenu, VisitorMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import type { NavigationEntry } from './link.ts'
import { accountLinks, mainNavigation } from './navigation.ts'
import { MenuNavigation, NavigationBar } from './navigation-lists.tsx'

type Props = {
  viewer: Viewer | null
  /** The current page's path. */
  path: string
}

export const Header = ({ viewer, path }: Props) => (
  <Bar
    entries={mainNavigation(viewer, path)}
    bell={viewer && bellOf(viewer, path)}
    account={viewer && accountOf(viewer, path)}
  />
)

type BellProps = { href: string; unread: number; current: boolean }

function bellOf({ unreadNotifications }: Viewer, path: string): BellProps {
  const href = routes.notifications.index.href()
  return { href, unread: unreadNotifications, current: path === href }
}

function accountOf(viewer: Viewer, path: string): Account {
  const links = accountLinks(viewer).map((link) => ({ ...link, current: link.href === path }))
  return { name: viewer.displayName, role: viewer.role, links }
}

type BarProps = {
  entries: readonly NavigationEntry[]
  /** Null for visitors, like `account`. */
  bell: BellProps | null
  account: Account | null
}

const Bar = memo(({ entries, bell, account }: BarProps) => (
  <header class="top">
    <div class="top-inner">
      <a class="brand" href={account ? routes.home.href() : routes.landing.href()}>
        Parley
      </a>
      <NavigationBar entries={entries} />
      {bell ? <Bell {...bell} /> : null}
      {account ? (
        <AccountMenu {...account}>
          <MenuNavigation entries={entries} />
        </AccountMenu>
      ) : (
        <VisitorMenu>
          <MenuNavigation entries={entries} />
        </VisitorMenu>
      )}
    </div>
  </header>
))

/** The counts in the header again, for the response to a change. It replaces them everywhere they show. */
export const HeaderFragment = ({ viewer, path }: { viewer: Viewer; path: string }) => {
  const entries = mainNavigation(viewer, path)
  return (
    <>
      <hx-partial hx-target=".top-nav" hx-swap="outerHTML">
        <NavigationBar entries={entries} />
      </hx-partial>
      <hx-partial hx-target=".menu-nav" hx-swap="outerHTML">
        <MenuNavigation entries={entries} />
      </hx-partial>
      <hx-partial hx-target=".bell" hx-swap="outerHTML">
        <Bell {...bellOf(viewer, path)} />
      </hx-partial>
    </>
  )
}
