import type { FormState } from '../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../platform/http/context.ts'
import { routes } from '../../../../routes.ts'
import { StatusBar } from '../../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Stack } from '../../../../ui/page/split.tsx'
import { type Channel, channelKeys, channels } from '../../../notifications/channels.ts'
import type { DeliveryPreferences } from '../../../notifications/preferences/queries.ts'
import { SettingsForm, SettingsPage } from '../settings-page.tsx'
import { settingsPages } from '../settings-pages.ts'
import { AddressFields } from './address-fields.tsx'
import { ChoiceTable } from './choice-table.tsx'

type Props = {
  viewer: Viewer
  preferences: DeliveryPreferences
  form: FormState
  /** The channels that the platform has switched on. */
  on: readonly Channel[]
}

export const NotificationsPage = ({ viewer, preferences, form, on }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="notifications"
    title="Notifications"
    subtitle={`You see everything in the app. ${availability(on)}`}
  >
    <Undeliverable preferences={preferences} />
    <Stack>
      <SettingsForm form={form} action={settingsPages.notifications.href}>
        <AddressFields form={form} preferences={preferences} on={on} />
        <ChoiceTable role={viewer.role} form={form} on={on} />
      </SettingsForm>
      {on.length > 0 ? <Tests on={on} /> : null}
    </Stack>
  </SettingsPage>
)

const Undeliverable = ({ preferences }: { preferences: DeliveryPreferences }) =>
  preferences.undeliverable === null ? null : (
    <StatusBar
      sentence={
        preferences.undeliverable === 'bounced'
          ? `E-mail to ${preferences.email} bounced, so we stopped sending it. The other mail server said: ${preferences.undeliverableDetail}`
          : `You reported an e-mail to ${preferences.email} as spam, so we stopped sending it.`
      }
    >
      <ButtonLink href={routes.settings.account.href()} tone="primary">
        Change my address
      </ButtonLink>
      <Form action={routes.settings.notifications.emailRetry.href()}>
        <SubmitButton tone="outline">Send to it again</SubmitButton>
      </Form>
    </StatusBar>
  )

const Tests = ({ on }: { on: readonly Channel[] }) => (
  <Card title="Try it">
    <p class="secondary">Sends a test message to what you saved above.</p>
    <div class="actions">
      {on.map((channel) => (
        <Form action={routes.settings.notifications.test.href({ channel })}>
          <SubmitButton tone="outline" small>
            Test {channels[channel].inText}
          </SubmitButton>
        </Form>
      ))}
    </div>
  </Card>
)

function availability(on: readonly Channel[]): string {
  const off = channelKeys.filter((channel) => !on.includes(channel))
  const offered = on.length > 0 ? `You can also get it by ${listed(on, 'conjunction')}. ` : ''
  return offered + (off.length > 0 ? `This platform does not use ${listed(off, 'disjunction')}.` : '')
}

function listed(some: readonly Channel[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat('en', { type }).format(some.map((channel) => channels[channel].inText))
}
