import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import type { PriceGuidance } from '../../price-guidance/price-range.ts'
import { rateName } from '../rate-name.ts'
import type { OwnRate } from './queries.ts'
import { RateFields } from './rate-fields.tsx'

type Props = { viewer: Viewer; rate: OwnRate; guidance: readonly PriceGuidance[]; form: FormState }

export const RatePage = ({ viewer, rate, guidance, form }: Props) => (
  <SettingsPage viewer={viewer} tab="rates" title={rateName(rate)} aside={<Removal rate={rate} />}>
    <SettingsForm
      form={form}
      action={routes.settings.rates.edit.href({ rateId: rate.id })}
      cancel={routes.settings.rates.index.href()}
    >
      <RateFields
        form={form}
        guidance={guidance}
        guidanceHref={routes.settings.rates.edit.href({ rateId: rate.id })}
      />
    </SettingsForm>
  </SettingsPage>
)

const Removal = ({ rate }: { rate: OwnRate }) => (
  <ConfirmDialog
    label="Remove…"
    labelTone="outline"
    question={`Remove the price for ${rateName(rate).toLowerCase()} from your rate card?`}
    explain="Offers that were already made don't change."
    action={routes.settings.rates.removal.href({ rateId: rate.id })}
    confirm="Remove price"
  />
)
