import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Address } from '../../../ui/values/address.tsx'
import { SettingsPage } from '../../accounts/settings/settings-page.tsx'

type Props = {
  viewer: Viewer
  /** The full secret URL. Null if there is none yet. */
  address: string | null
}

export const CalendarPage = ({ viewer, address }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="calendar"
    title="Your calendar"
    subtitle="See deadlines, campaign dates and due dates in the calendar that you already use."
  >
    <Card>{address ? <Subscription address={address} /> : <NoAddress />}</Card>
  </SettingsPage>
)

const NoAddress = () => (
  <>
    <p>
      Parley can give you a secret address that calendar apps subscribe to. They then show your dates and keep
      them up to date.
    </p>
    <Form action={routes.settings.calendar.address.href()}>
      <SubmitButton>Create an address</SubmitButton>
    </Form>
  </>
)

const Subscription = ({ address }: { address: string }) => (
  <>
    <p>
      <a class="btn btn-primary" href={address.replace(/^https?:/, 'webcal:')}>
        Subscribe
      </a>
    </p>
    <p>
      This opens the calendar app of your phone or computer. For Google Calendar or Outlook on the web, add a
      calendar from a URL and paste this address:
    </p>
    <div class="mb-3" x-data="share">
      <p class="address" x-ref="address">
        <Address of={address} />
      </p>
      <div class="actions">
        <button type="button" class="btn btn-outline btn-sm" x-cloak="" x-on:click="copy">
          Copy address
        </button>
        <span class="secondary small" role="status" x-text="status" />
      </div>
    </div>
    <p class="secondary">
      Anyone who knows the address can see these dates, but no amounts, and can't change anything. Keep it to
      yourself. Most calendars look for changes every few hours.
    </p>
    <ConfirmDialog
      label="Make a new address…"
      question="Make a new address?"
      explain="The old one will stop working right away. Calendars that use it won't be updated until you subscribe again."
      action={routes.settings.calendar.address.href()}
      confirm="Make a new address"
      tone="primary"
      labelTone="outline"
    />
  </>
)
