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
              current={isBellCurrent(path)}
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

/** The counts in the header again, for the response to a change. It replaces them everywhere they show. */
export const HeaderFragment = ({ viewer, path }: { viewer: Viewer; path: string }) => {
  const list = <NavigationList links={mainLinks(viewer, path)} />
  const unread = viewer.unreadNotifications
  return (
    <>
      <hx-partial hx-target=".top-nav" hx-swap="innerHTML">
        {list}
      </hx-partial>
      <hx-partial hx-target=".menu-nav" hx-swap="innerHTML">
        {list}
      </hx-partial>
      <hx-partial hx-target=".bell" hx-swap="outerHTML">
        <Bell href={routes.notifications.index.href()} unread={unread} current={isBellCurrent(path)} />
      </hx-partial>
    </>
  )
}

const isBellCurrent = (path: string): boolean => path === routes.notifications.index.href()

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
