import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { type DeliverableKind, deliverableKindKeys, deliverableKinds } from '../../../shared/taxonomy.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { MoneyField, TextField } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, FieldRow, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { SettingsPage } from '../../accounts/settings/settings-page.tsx'
import type { OwnRate } from './commands.ts'

type RatesProps = { viewer: Viewer; rates: readonly OwnRate[]; form: FormState }

export const RatesPage = ({ viewer, rates, form }: RatesProps) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title="Your rate card"
      subtitle="Where a negotiation begins: sponsors see it on your public page and search by it."
      here={routes.settings.rates.index.href()}
    >
      {rates.length > 0 ? (
        <Card>
          <Table caption="Your rate card" columns={columns} rows={rates} />
        </Card>
      ) : (
        <EmptyState title="No prices yet">
          Add the first one below, or leave the price to each offer.
        </EmptyState>
      )}
      <Section title="Add a price" id="add">
        {rates.length < deliverableKindKeys.length ? (
          <RateFormCard action={routes.settings.rates.index.href()} form={form} confirm="Add the price" />
        ) : (
          <p>Every kind of deliverable has its price.</p>
        )}
      </Section>
    </SettingsPage>
  </Narrow>
)

type RateProps = { viewer: Viewer; rate: OwnRate; form: FormState }

export const RatePage = ({ viewer, rate, form }: RateProps) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title={oneOf(rate)}
      aside={<Removal rate={rate} />}
      here={routes.settings.rates.index.href()}
    >
      <RateFormCard
        action={routes.settings.rates.edit.href({ rateId: rate.id })}
        form={form}
        confirm="Save"
        back={routes.settings.rates.index.href()}
      />
    </SettingsPage>
  </Narrow>
)

type CardProps = { action: string; form: FormState; confirm: string; back?: string }

const RateFormCard = ({ action, form, confirm, back }: CardProps) => (
  <Card>
    <Form action={action}>
      <FormErrors errors={form.errors} />
      <FieldRow>
        <Select
          {...fieldProps(form, 'kind')}
          label="For"
          placeholder="Choose one"
          options={deliverableKindKeys.map((kind) => ({ value: kind, label: oneOf({ kind }) }))}
          required
        />
        <MoneyField {...fieldProps(form, 'price')} label="Price" currency={useLocale().currency} required />
        <TextField {...fieldProps(form, 'days')} label="Takes" suffix="days" inputmode="numeric" required />
      </FieldRow>
      <Actions>
        <SubmitButton>{confirm}</SubmitButton>
        {back ? <a href={back}>Back without saving</a> : null}
      </Actions>
    </Form>
  </Card>
)

const columns: readonly Column<OwnRate>[] = [
  { header: 'For', small: 'title', cell: oneOf },
  { header: 'Price', align: 'end', small: 'value', cell: ({ price }) => <Money cents={price} /> },
  { header: 'Takes', align: 'end', cell: ({ days }) => counted(days, 'day') },
  {
    header: 'Change',
    small: 'action',
    align: 'end',
    cell: (rate) => (
      <ButtonLink href={routes.settings.rates.edit.href({ rateId: rate.id })} small>
        Change<span class="visually-hidden"> {oneOf(rate)}</span>
      </ButtonLink>
    ),
  },
]

const Removal = ({ rate }: { rate: OwnRate }) => (
  <ConfirmDialog
    label="Remove…"
    question={`Remove the price for ${oneOf(rate).toLowerCase()} from your rate card?`}
    explain="Offers that were made stay as they are."
    action={routes.settings.rates.removal.href({ rateId: rate.id })}
    confirm="Remove it"
  />
)

function oneOf({ kind }: { kind: DeliverableKind }): string {
  return `One ${deliverableKinds[kind][0]}`
}
