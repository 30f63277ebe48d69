import type { Child } from 'hono/jsx'
import { Avatar } from '../person/avatar.tsx'
import type { HeaderLinks, Viewer } from './header.tsx'

type AccountProps = {
  viewer: Viewer
  links: HeaderLinks
  currentPath?: string | undefined
  children?: Child
}

/** A `<details>`, so that it opens without JavaScript; a click elsewhere closes it where there is some. */
export const AccountMenu = ({ viewer, links, currentPath, children }: AccountProps) => (
  <details class="menu">
    <summary>
      <span class="menu-word">Menu</span>
      <span class="visually-hidden">Your account, {viewer.displayName}</span>
      <Avatar name={viewer.displayName} size="small" />
    </summary>
    <div class="menu-panel">
      {children}
      <p class="menu-who">
        <strong>{viewer.displayName}</strong>
        <span>{roleNames[viewer.role]}</span>
      </p>
      <ul>
        {links.accountMenu.map((link) => (
          <li>
            <a href={link.href} aria-current={link.href === currentPath ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={links.signOut}>
        <button type="submit">Sign out</button>
      </form>
    </div>
  </details>
)

/** For those who are not signed in: two links, and the pages behind a menu where it is narrow. */
export const GuestMenu = ({ links, children }: { links: HeaderLinks; children?: Child }) => (
  <>
    <div class="top-guest">
      <a class="btn btn-quiet btn-sm" href={links.signIn}>
        Sign in
      </a>
      <a class="btn btn-outline btn-sm" href={links.signUp}>
        Sign up
      </a>
    </div>
    {children ? (
      <details class="menu menu-guest">
        <summary>
          {menuIcon}
          <span class="visually-hidden">Menu</span>
        </summary>
        <div class="menu-panel">{children}</div>
      </details>
    ) : null}
  </>
)

const menuIcon = (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
    <path d="M4 7h16M4 12h16M4 17h16" />
  </svg>
)

const roleNames: Record<Viewer['role'], string> = {
  admin: 'Administrator',
  sponsor: 'Sponsor',
  influencer: 'Influencer',
}
