import type { Viewer } from '../../../../platform/http/context.ts'
import { routes } from '../../../../routes.ts'
import { MorePager } from '../../../../ui/data/pager.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Region } from '../../../../ui/page/region.tsx'
import { SecurityEvents } from '../../../security-log/events.tsx'
import type { SecurityEvent } from '../../../security-log/schema.ts'
import { SettingsPage } from '../settings-page.tsx'

type Props = { viewer: Viewer; events: readonly SecurityEvent[]; next: string | null; isFirst: boolean }

const REGION = 'security-log'

export const LogPage = ({ viewer, ...list }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Security log"
    trail={[{ label: 'Security', href: routes.settings.security.show.href() }]}
    subtitle="The last 90 days of your account. If you don't recognize something, change your password."
  >
    <LogRegion {...list} />
  </SettingsPage>
)

export const LogRegion = ({ events, next, isFirst }: Omit<Props, 'viewer'>) => {
  const { href } = routes.settings.security.log
  return (
    <Region id={REGION} label="Security log">
      {events.length === 0 ? (
        <EmptyState title="Nothing yet">Sign-ins and changes to your account will appear here.</EmptyState>
      ) : (
        <Card>
          <SecurityEvents events={events} />
        </Card>
      )}
      <MorePager
        nextHref={next && href({ after: next })}
        firstHref={isFirst ? null : href()}
        region={REGION}
      />
    </Region>
  )
}
