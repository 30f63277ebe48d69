import { sum } from '../../shared/numbers/sum.ts'
import { isGroup, type NavigationEntry, type NavigationGroup, type NavigationLink } from './link.ts'

type Props = { entries: readonly NavigationEntry[] }

/** In the header, where it is wide enough. A group is a `<details>`, so that it opens without JavaScript. */
export const NavigationBar = ({ entries }: Props) => (
  <nav class={entries.length > MAX_BESIDE ? 'top-nav top-nav-long' : 'top-nav'} aria-label="Main">
    <ul>
      {entries.map((entry) => (
        <li>{isGroup(entry) ? <GroupMenu group={entry} /> : <Entry link={entry} />}</li>
      ))}
    </ul>
  </nav>
)

/** A longer navigation has a row of its own on a tablet. */
const MAX_BESIDE = 6

/** The same links in the menu of a phone, where groups have a heading instead of a menu of their own. */
export const MenuNavigation = ({ entries }: Props) =>
  entries.length > 0 ? (
    <nav class="menu-nav" aria-label="Main">
      <ul>
        {entries.map((entry) => (
          <li>
            {isGroup(entry) ? (
              <>
                <p class="menu-heading">{entry.label}</p>
                <LinkList links={entry.links} />
              </>
            ) : (
              <Entry link={entry} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  ) : null

const GroupMenu = ({ group: { label, links } }: { group: NavigationGroup }) => (
  <details class="menu nav-group">
    <summary class={links.some(({ current }) => current) ? 'current' : undefined}>
      {label}
      <WaitingCount count={sum(links.map(({ count = 0 }) => count))} />
    </summary>
    <div class="menu-panel">
      <LinkList links={links} />
    </div>
  </details>
)

const LinkList = ({ links }: { links: readonly NavigationLink[] }) => (
  <ul>
    {links.map((link) => (
      <li>
        <Entry link={link} />
      </li>
    ))}
  </ul>
)

const Entry = ({ link: { href, label, current, count = 0 } }: { link: NavigationLink }) => (
  <a href={href} aria-current={current ? 'page' : undefined}>
    {label}
    <WaitingCount count={count} />
  </a>
)

const WaitingCount = ({ count }: { count: number }) =>
  count > 0 ? (
    <span class="count">
      {count > 99 ? '99+' : count}
      <span class="visually-hidden"> waiting</span>
    </span>
  ) : null
