import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import type { PriceGuidance } from '../../price-guidance/price-range.ts'
import { rateName } from '../rate-name.ts'
import type { OwnRate } from './queries.ts'
import { RateFields } from './rate-fields.tsx'

type Props = {
  viewer: Viewer
  rates: readonly OwnRate[]
  /** For all kinds on the rate card. */
  guidance: readonly PriceGuidance[]
  /** For the kind that is chosen in the form. */
  ofForm: readonly PriceGuidance[]
  form: FormState
}

export const RatesPage = ({ viewer, rates, guidance, ofForm, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="rates"
    title="Your rate card"
    subtitle="A starting point for negotiations. Sponsors see it on your public page and can filter by price."
  >
    {rates.length > 0 ? (
      <Card>
        <Table caption="Your rate card" columns={columnsFor(guidance)} rows={rates} />
      </Card>
    ) : (
      <EmptyState title="No prices yet">
        Add your first one below, or leave the price to each negotiation.
      </EmptyState>
    )}
    <Section title="Add a price" id="add">
      {rates.length < deliverableKindKeys.length ? (
        <SettingsForm form={form} action={routes.settings.rates.index.href()} submit="Add price">
          <RateFields form={form} guidance={ofForm} guidanceHref={routes.settings.rates.index.href()} />
        </SettingsForm>
      ) : (
        <p>You've set a price for every kind of deliverable.</p>
      )}
    </Section>
  </SettingsPage>
)

const columnsFor = (guidance: readonly PriceGuidance[]): readonly Column<OwnRate>[] => [
  {
    header: 'Deliverable',
    small: 'title',
    cell: (rate) => (
      <>
        {rateName(rate)}
        <div class="price-guidance">
          <PriceGuidanceLines guidance={guidance.filter(({ kind }) => kind === rate.kind)} />
        </div>
      </>
    ),
  },
  { header: 'Price', align: 'end', small: 'value', cell: ({ price }) => <Money cents={price} /> },
  { header: 'Delivery time', align: 'end', cell: ({ days }) => counted(days, 'day') },
  {
    header: 'Edit',
    small: 'action',
    align: 'end',
    cell: (rate) => (
      <ButtonLink href={routes.settings.rates.edit.href({ rateId: rate.id })} small>
        Edit<span class="visually-hidden"> {rateName(rate)}</span>
      </ButtonLink>
    ),
  },
]
