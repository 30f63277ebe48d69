import type { Child } from 'hono/jsx'
import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { Avatar } from '../person/avatar.tsx'
import type { NavigationLink } from './link.ts'

export type Account = { name: string; role: Viewer['role']; links: readonly NavigationLink[] }

/** A `<details>`, so that it opens without JavaScript. With JavaScript, a click outside closes it. */
export const AccountMenu = ({ name, role, links, children }: Account & { children?: Child }) => (
  <details class="menu">
    <summary>
      <span class="menu-label">Menu</span>
      <span class="visually-hidden">Your account, {name}</span>
      <Avatar name={name} size="small" />
    </summary>
    <div class="menu-panel">
      {children}
      <p class="menu-who">
        <strong>{name}</strong>
        <span>{roleNames[role]}</span>
      </p>
      <ul>
        {links.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={routes.signOut.href()}>
        <button type="submit">Sign out</button>
      </form>
    </div>
  </details>
)

/** Sign in and sign up, and on a phone a menu with the navigation. */
export const VisitorMenu = ({ children }: { children: Child }) => (
  <>
    <div class="top-guest">
      <a class="btn btn-quiet btn-sm" href={routes.signIn.href()}>
        Sign in
      </a>
      <a class="btn btn-outline btn-sm" href={routes.signUp.choose.href()}>
        Sign up
      </a>
    </div>
    <details class="menu menu-guest">
      <summary>
        {menuIcon}
        <span class="visually-hidden">Menu</span>
      </summary>
      <div class="menu-panel">{children}</div>
    </details>
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
