import type { Child } from 'hono/jsx'
import { AccountMenu, GuestMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import type { Link, NavigationLink } from './link.ts'

export type Viewer = {
  displayName: string
  role: 'admin' | 'sponsor' | 'influencer'
  unreadNotifications: number
}

/** Where the header leads; given by the caller, since ui/ knows no address. */
export type HeaderLinks = {
  home: string
  notifications: string
  signIn: string
  signUp: string
  /** Takes a POST. */
  signOut: string
  accountMenu: readonly Link[]
}

type Props = {
  viewer: Viewer | null
  navigation: readonly NavigationLink[]
  links: HeaderLinks
  currentPath?: string | undefined
}

export const Header = ({ viewer, navigation, links, currentPath }: Props) => (
  <header class="top">
    <div class="top-inner">
      <a class="brand" href={links.home}>
        Parley
      </a>
      <nav class="top-nav" aria-label="Main">
        <NavigationList navigation={navigation} />
      </nav>
      {viewer ? (
        <>
          <Bell
            href={links.notifications}
            unread={viewer.unreadNotifications}
            current={currentPath === links.notifications}
          />
          <AccountMenu viewer={viewer} links={links} currentPath={currentPath}>
            <SmallNavigation navigation={navigation} />
          </AccountMenu>
        </>
      ) : (
        <GuestMenu links={links}>
          <SmallNavigation navigation={navigation} />
        </GuestMenu>
      )}
    </div>
  </header>
)

// The same links again inside the menu: shown only where the bar is too narrow for them.
const SmallNavigation = ({ navigation }: { navigation: readonly NavigationLink[] }): Child =>
  navigation.length > 0 ? (
    <nav class="menu-nav" aria-label="Main">
      <NavigationList navigation={navigation} />
    </nav>
  ) : null

const NavigationList = ({ navigation }: { navigation: readonly NavigationLink[] }) => (
  <ul>
    {navigation.map((link) => (
      <li>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.label}
          {link.count ? <Waiting count={link.count} /> : null}
        </a>
      </li>
    ))}
  </ul>
)

const Waiting = ({ count }: { count: number }) => (
  <span class="count">
    {count > 99 ? '99+' : count}
    <span class="visually-hidden"> waiting</span>
  </span>
)
