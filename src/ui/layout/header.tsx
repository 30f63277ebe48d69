import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { AccountMenu, VisitorMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { mainNavigation } from './navigation.ts'
import { MenuNavigation, NavigationBar } from './navigation-lists.tsx'

type Props = {
  viewer: Viewer | null
  /** The current page's path. */
  path: string
}

export const Header = ({ viewer, path }: Props) => {
  const entries = mainNavigation(viewer, path)
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href={viewer ? routes.home.href() : routes.landing.href()}>
          Parley
        </a>
        <NavigationBar entries={entries} />
        {viewer ? (
          <>
            <Bell
              href={routes.notifications.index.href()}
              unread={viewer.unreadNotifications}
              current={isBellCurrent(path)}
            />
            <AccountMenu viewer={viewer} path={path}>
              <MenuNavigation entries={entries} />
            </AccountMenu>
          </>
        ) : (
          <VisitorMenu>
            <MenuNavigation entries={entries} />
          </VisitorMenu>
        )}
      </div>
    </header>
  )
}

/** The counts in the header again, for the response to a change. It replaces them everywhere they show. */
export const HeaderFragment = ({ viewer, path }: { viewer: Viewer; path: string }) => {
  const entries = mainNavigation(viewer, path)
  const unread = viewer.unreadNotifications
  return (
    <>
      <hx-partial hx-target=".top-nav" hx-swap="outerHTML">
        <NavigationBar entries={entries} />
      </hx-partial>
      <hx-partial hx-target=".menu-nav" hx-swap="outerHTML">
        <MenuNavigation entries={entries} />
      </hx-partial>
      <hx-partial hx-target=".bell" hx-swap="outerHTML">
        <Bell href={routes.notifications.index.href()} unread={unread} current={isBellCurrent(path)} />
      </hx-partial>
    </>
  )
}

const isBellCurrent = (path: string): boolean => path === routes.notifications.index.href()
