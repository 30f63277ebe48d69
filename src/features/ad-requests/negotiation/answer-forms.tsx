import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type AdRequest, rejectionReasons } from '../ad-request.ts'
import { offerFormOf } from '../forms.ts'
import type { Side } from '../offer.ts'
import { OfferFields } from '../offer-fields.tsx'
import { canAnswer, canReplace } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import type { Opened } from './negotiation-page.tsx'

type Props = { negotiation: Negotiation; side: Side | null; opened: Opened; form?: FormState | undefined }

/** The form that the reader asked for, or that was refused; none otherwise. */
export const AnswerForms = ({ negotiation: { adRequest }, side, opened, form }: Props) => {
  const { now } = useLocale()
  const answers = canAnswer(side, adRequest, now)
  if (opened === 'offer' && (answers || canReplace(side, adRequest, now))) {
    return (
      <OfferForm adRequest={adRequest} isCounter={answers} form={form ?? offerFormOf(adRequest.latest)} />
    )
  }
  if (opened === 'reject' && answers) return <RejectionForm adRequest={adRequest} form={form ?? blank} />
  return form ? <Written form={form} /> : null
}

/** The request closed while somebody wrote: no form fits any more, but the words are not lost. */
const Written = ({ form }: { form: FormState }) => {
  const words = ['message', 'words', 'requirements'].flatMap((name) => fieldValue(form, name).trim() || [])
  return words.length === 0 ? null : (
    <Card id="answer" title="What you had written">
      {words.map((text) => (
        <Prose text={text} />
      ))}
    </Card>
  )
}

const blank: FormState = { values: {}, errors: {} }

const OfferForm = ({
  adRequest,
  isCounter,
  form,
}: {
  adRequest: AdRequest
  isCounter: boolean
  form: FormState
}) => (
  <Card
    id="answer"
    title={
      isCounter ? `Counter offer ${adRequest.latest.number}` : `Replace your offer ${adRequest.latest.number}`
    }
  >
    <Form action={routes.adRequests.offers.href({ adRequestId: adRequest.id })}>
      <Hidden name="offerNumber" value={adRequest.latest.number} />
      <OfferFields form={form} />
      <Actions>
        <SubmitButton>{isCounter ? 'Send counter-offer' : 'Replace the offer'}</SubmitButton>
        <Back adRequest={adRequest} />
      </Actions>
    </Form>
  </Card>
)

const RejectionForm = ({ adRequest, form }: { adRequest: AdRequest; form: FormState }) => (
  <Card id="answer" title={`Reject offer ${adRequest.latest.number}?`}>
    <Form action={routes.adRequests.rejection.href({ adRequestId: adRequest.id })}>
      <p>The request ends. {adRequest[adRequest.latest.madeBy].name} sees the reason.</p>
      <Radios {...fieldProps(form, 'reason')} legend="Why" required options={optionsOf(rejectionReasons)} />
      <TextArea {...fieldProps(form, 'words')} label="In your words" counter={1000} rows={3} />
      <Actions>
        <SubmitButton tone="danger">Reject</SubmitButton>
        <Back adRequest={adRequest} />
      </Actions>
    </Form>
  </Card>
)

const Back = ({ adRequest: { id: adRequestId } }: { adRequest: AdRequest }) => (
  <ButtonLink href={routes.adRequests.show.href({ adRequestId })} tone="quiet">
    Not now
  </ButtonLink>
)
