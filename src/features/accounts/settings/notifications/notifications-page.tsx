import type { FormState } from '../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../platform/http/context.ts'
import { routes } from '../../../../routes.ts'
import { StatusBar } from '../../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Card } from '../../../../ui/page/card.tsx'
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
    subtitle={`You see everything at the bell. ${availability(on)}`}
  >
    <Undeliverable preferences={preferences} />
    <SettingsForm form={form} action={settingsPages.notifications.href}>
      <AddressFields form={form} preferences={preferences} on={on} />
      <ChoiceTable role={viewer.role} form={form} on={on} />
    </SettingsForm>
    {on.length > 0 ? <Tests on={on} /> : null}
  </SettingsPage>
)

const Undeliverable = ({ preferences }: { preferences: DeliveryPreferences }) =>
  preferences.undeliverable === null ? null : (
    <StatusBar
      sentence={
        preferences.undeliverable === 'bounced'
          ? `E-mail to ${preferences.email} came back, so we stopped sending it. ${preferences.undeliverableDetail}`
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
            Test {channels[channel].label}
          </SubmitButton>
        </Form>
      ))}
    </div>
  </Card>
)

function availability(on: readonly Channel[]): string {
  const labels = (some: readonly Channel[]) =>
    new Intl.ListFormat('en').format(some.map((channel) => channels[channel].label))
  const off = channelKeys.filter((channel) => !on.includes(channel))
  if (on.length === 0) return 'This platform sends nothing else.'
  const sent = `This platform also sends by ${labels(on)}.`
  return off.length === 0 ? sent : `${sent} Switched off: ${labels(off)}.`
}
