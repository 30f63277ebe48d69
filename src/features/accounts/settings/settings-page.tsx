import type { Child } from 'hono/jsx'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import type { Link } from '../../../ui/layout/link.ts'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'

type Props = {
  viewer: Viewer
  title: string
  subtitle?: Child
  aside?: Child
  /** The tab that is open. */
  here: string
  children?: Child
}

/** What stands around every page of the settings. */
export const SettingsPage = ({ viewer, title, subtitle, aside, here, children }: Props) => (
  <>
    <Tabs
      label="Settings"
      tabs={settingsOf(viewer).map((link) => ({ ...link, current: link.href === here }))}
    />
    <PageHeader title={title} subtitle={subtitle} aside={aside} />
    {children}
  </>
)

function settingsOf({ role }: Viewer): Link[] {
  const profile = { label: 'Profile', href: routes.settings.profile.href() }
  const account = { label: 'Account', href: routes.settings.account.href() }
  const password = { label: 'Password', href: routes.settings.password.href() }
  switch (role) {
    case 'admin':
      return [account, password]
    case 'sponsor':
      return [profile, account, password]
    case 'influencer':
      return [
        profile,
        { label: 'Channels', href: routes.settings.channels.index.href() },
        { label: 'Rate card', href: routes.settings.rates.index.href() },
        account,
        password,
      ]
  }
}
