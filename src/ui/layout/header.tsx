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
              current={path === routes.notifications.index.href()}
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
