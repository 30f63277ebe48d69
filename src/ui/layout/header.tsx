import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { AccountMenu, VisitorMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import type { NavigationLink } from './link.ts'
import { mainLinks } from './navigation.ts'

type Props = {
  viewer: Viewer | null
  /** The current page's path. */
  path: string
}

export const Header = ({ viewer, path }: Props) => {
  const links = mainLinks(viewer, path)
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href={viewer ? routes.home.href() : routes.landing.href()}>
          Parley
        </a>
        <nav class="top-nav" aria-label="Main">
          <NavigationList links={links} />
        </nav>
        {viewer ? (
          <>
            <Bell
              href={routes.notifications.index.href()}
              unread={viewer.unreadNotifications}
              current={path === routes.notifications.index.href()}
            />
            <AccountMenu viewer={viewer} path={path}>
              <MenuNavigation links={links} />
            </AccountMenu>
          </>
        ) : (
          <VisitorMenu>
            <MenuNavigation links={links} />
          </VisitorMenu>
        )}
      </div>
    </header>
  )
}

type NavigationProps = { links: readonly NavigationLink[] }

// The same links again inside the menu. They are shown only where the header is too narrow for them.
const MenuNavigation = ({ links }: NavigationProps) =>
  links.length > 0 ? (
    <nav class="menu-nav" aria-label="Main">
      <NavigationList links={links} />
    </nav>
  ) : null

const NavigationList = ({ links }: NavigationProps) => (
  <ul>
    {links.map((link) => (
      <li>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.label}
          {link.count ? <WaitingCount count={link.count} /> : null}
        </a>
      </li>
    ))}
  </ul>
)

const WaitingCount = ({ count }: { count: number }) => (
  <span class="count">
    {count > 99 ? '99+' : count}
    <span class="visually-hidden"> waiting</span>
  </span>
)
