import type { Link } from '../layout/link.ts'
import { linksInto } from './region.tsx'

type Tab = Link & {
  current: boolean
  count?: number | undefined
  /** An id for the count, so that it can be replaced. */
  countId?: string | undefined
}

type Props = {
  label: string
  tabs: readonly Tab[]
  /** The id of the region that a tab replaces, with JavaScript. */
  region?: string | undefined
  /** On a phone, all of them are visible in several lines, instead of some in a line that scrolls. */
  wraps?: boolean | undefined
}

/** Tabs of a list or a subject. Each is a page with its own URL. */
export const Tabs = ({ label, tabs, region, wraps = false }: Props) => (
  <nav class={wraps ? 'tabs tabs-wrap' : 'tabs'} aria-label={label} {...(region ? linksInto(region) : {})}>
    <ul>
      {tabs.map((tab, index) => (
        <li>
          <a
            id={region ? `${region}-tab-${index}` : undefined}
            href={tab.href}
            aria-current={tab.current ? 'page' : undefined}
          >
            {tab.label}
            <TabCount id={tab.countId} count={tab.count} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const TabCount = ({ id, count = 0 }: { id?: string | undefined; count?: number | undefined }) => {
  if (count === 0 && id === undefined) return null
  return (
    <span id={id} class="tab-count">
      {count > 99 ? '99+' : count || null}
    </span>
  )
}
