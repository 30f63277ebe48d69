import type { Link } from '../layout/link.ts'
import { swapInto } from './region.tsx'

type Tab = Link & { current: boolean; count?: number | undefined }

type Props = {
  label: string
  tabs: readonly Tab[]
  /** The id of the region that a tab replaces, with JavaScript. */
  region?: string | undefined
}

/** Tabs of a list or a subject. Each is a page with its own URL. */
export const Tabs = ({ label, tabs, region }: Props) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a
            href={tab.href}
            aria-current={tab.current ? 'page' : undefined}
            {...(region ? { 'hx-get': tab.href, ...swapInto(region), 'hx-push-url': 'true' } : {})}
          >
            {tab.label}
            {tab.count ? <span class="tab-count">{tab.count > 99 ? '99+' : tab.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
