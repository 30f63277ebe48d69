import type { Viewer } from '../../../../platform/http/context.ts'
import { routes } from '../../../../routes.ts'
import { State } from '../../../../ui/data/badge.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../../../ui/forms/form.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Stack } from '../../../../ui/page/split.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { SecurityEvents } from '../../../security-log/events.tsx'
import type { SecurityEvent } from '../../../security-log/schema.ts'
import type { TwoFactorState } from '../../two-factor/queries.ts'
import { RECOVERY_CODES } from '../../two-factor/recovery-codes.ts'
import { SettingsPage } from '../settings-page.tsx'
import { settingsPages } from '../settings-pages.ts'
import type { OwnSession } from './queries.ts'
import { SessionList } from './session-list.tsx'

type Props = {
  viewer: Viewer
  sessions: readonly OwnSession[]
  twoFactor: TwoFactorState | undefined
  /** The newest few. */
  events: readonly SecurityEvent[]
}

export const SecurityPage = ({ viewer, sessions, twoFactor, events }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Security"
    subtitle="Who can get into your account, and who tried."
  >
    <Stack>
      <TwoFactorCard state={twoFactor} />
      <SessionList sessions={sessions} />
      <Card title="Password">
        <p>Changing your password signs you out on all other devices.</p>
        <ButtonLink href={settingsPages.password.href}>Change password</ButtonLink>
      </Card>
      <Card
        title="Recent activity"
        aside={events.length > 0 ? <a href={routes.settings.security.log.href()}>View all</a> : null}
      >
        {events.length === 0 ? (
          <EmptyState title="Nothing yet">Sign-ins and changes to your account will appear here.</EmptyState>
        ) : (
          <SecurityEvents events={events} />
        )}
      </Card>
    </Stack>
  </SettingsPage>
)

const TwoFactorCard = ({ state }: { state: TwoFactorState | undefined }) =>
  state?.enabledAt ? (
    <Card title="Two-factor sign-in" aside={<State tone="done">On</State>}>
      <p>
        On since <Time at={state.enabledAt} />. You sign in with your password and a code from your
        authenticator app.
      </p>
      <p>
        Without your phone, you can use a recovery code.{' '}
        <strong>
          {state.recoveryCodes} of {RECOVERY_CODES} left.
        </strong>
      </p>
      <div class="actions">
        <ButtonLink href={routes.settings.security.recoveryCodes.href()}>Make new recovery codes</ButtonLink>
        <ButtonLink href={routes.settings.security.twoFactorRemoval.href()} tone="quiet">
          Switch off
        </ButtonLink>
      </div>
    </Card>
  ) : (
    <Card title="Two-factor sign-in" aside={<State tone="wait">Off</State>}>
      <p>
        With an authenticator app on your phone, nobody can sign in with your password alone, even if it's
        stolen.
      </p>
      <ButtonLink href={routes.settings.security.twoFactor.href()} tone="primary">
        Set up two-factor sign-in
      </ButtonLink>
    </Card>
  )
