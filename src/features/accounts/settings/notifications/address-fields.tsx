import { type FormState, fieldProps } from '../../../../platform/forms/form.ts'
import { routes } from '../../../../routes.ts'
import { timeZoneText } from '../../../../shared/time-zones/time-zones.ts'
import { Select } from '../../../../ui/forms/choice.tsx'
import { TextField } from '../../../../ui/forms/field.tsx'
import { FieldRow } from '../../../../ui/forms/form.tsx'
import { Address } from '../../../../ui/values/address.tsx'
import type { Channel } from '../../../notifications/channels.ts'
import type { DeliveryPreferences } from '../../../notifications/preferences/queries.ts'
import { timeOfDay } from './forms.ts'

type Props = { form: FormState; preferences: DeliveryPreferences; on: readonly Channel[] }

export const AddressFields = ({ form, preferences: { email, timeZone }, on }: Props) => (
  <>
    {on.includes('email') ? (
      <p>
        E-mail goes to <Address of={email} />. <a href={routes.settings.account.href()}>Change it</a>
      </p>
    ) : null}
    {on.includes('chat') ? (
      <TextField
        {...fieldProps(form, 'chatWebhook')}
        label="Google Chat webhook"
        hint="In a space of yours: Apps & integrations, Webhooks, Add. Copy its address to here."
        type="url"
      />
    ) : null}
    {on.includes('sms') ? (
      <>
        <TextField
          {...fieldProps(form, 'phone')}
          label="Phone number for SMS"
          hint="With its country code, like +46 70 123 45 67."
          type="tel"
          autocomplete="tel"
        />
        <FieldRow>
          <Select
            {...fieldProps(form, 'quietFrom')}
            label="No SMS from"
            placeholder="Any time"
            options={times}
          />
          <Select
            {...fieldProps(form, 'quietTo')}
            label="No SMS until"
            placeholder="Any time"
            options={times}
          />
        </FieldRow>
        <p class="field-hint">
          In your time zone, {timeZoneText(timeZone)}. An SMS that comes up in these hours is sent when they
          end.
        </p>
      </>
    ) : null}
  </>
)

const times = Array.from({ length: 48 }, (_, index) => timeOfDay(index * 30)).map((value) => ({
  value,
  label: value,
}))
