import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import type { AdRequest } from '../ad-request.ts'
import { offerFormOf } from '../forms.ts'
import type { Side } from '../offer.ts'
import { OfferFields } from '../offer-fields.tsx'
import { canAnswer, canReplace } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import { rejectionReasons } from '../rejection-reasons.ts'
import type { OpenForm } from './open-form.ts'

type Props = { negotiation: Negotiation; side: Side | null; openForm: OpenForm; form?: FormState | undefined }

/** The form that the viewer asked for or that was refused, if any. */
export const AnswerForms = ({ negotiation, side, openForm, form }: Props) => {
  const { adRequest } = negotiation
  const { now } = useLocale()
  const answers = canAnswer(side, adRequest, now)
  if (openForm === 'offer' && (answers || canReplace(side, adRequest, now))) {
    return (
      <OfferForm negotiation={negotiation} isCounter={answers} form={form ?? offerFormOf(adRequest.latest)} />
    )
  }
  if (openForm === 'reject' && answers) return <RejectionForm adRequest={adRequest} form={form ?? blank} />
  return form ? <UnsentText form={form} /> : null
}

/** If a request closes while somebody is writing, it has no form anymore. This shows what they wrote. */
const UnsentText = ({ form }: { form: FormState }) => {
  const texts = ['message', 'comment', 'requirements'].flatMap((name) => fieldValue(form, name).trim() || [])
  return texts.length === 0 ? null : (
    <Card id="answer" title="What you wrote">
      {texts.map((text) => (
        <Prose text={text} />
      ))}
    </Card>
  )
}

const blank: FormState = { values: {}, errors: {} }

type OfferFormProps = { negotiation: Negotiation; isCounter: boolean; form: FormState }

const OfferForm = ({ negotiation: { adRequest, timeZone }, isCounter, form }: OfferFormProps) => (
  <Card
    id="answer"
    title={isCounter ? `Counter offer ${adRequest.latest.number}` : `Edit offer ${adRequest.latest.number}`}
  >
    <Form action={routes.adRequests.offers.href({ adRequestId: adRequest.id })}>
      <Hidden name="offerNumber" value={adRequest.latest.number} />
      <OfferFields form={form} timeZone={timeZone} />
      <Actions>
        <SubmitButton>{isCounter ? 'Send counteroffer' : 'Update offer'}</SubmitButton>
        <CancelLink adRequest={adRequest} />
      </Actions>
    </Form>
  </Card>
)

const RejectionForm = ({ adRequest, form }: { adRequest: AdRequest; form: FormState }) => (
  <Card id="answer" title={`Reject offer ${adRequest.latest.number}?`}>
    <Form action={routes.adRequests.rejection.href({ adRequestId: adRequest.id })}>
      <p>This closes the request. {adRequest[adRequest.latest.madeBy].name} will see your reason.</p>
      <Radios
        {...fieldProps(form, 'reason')}
        legend="Reason"
        required
        options={optionsOf(rejectionReasons)}
      />
      <TextArea {...fieldProps(form, 'comment')} label="Comment" counter={1000} rows={3} />
      <Actions>
        <SubmitButton tone="danger">Reject</SubmitButton>
        <CancelLink adRequest={adRequest} />
      </Actions>
    </Form>
  </Card>
)

const CancelLink = ({ adRequest: { id: adRequestId } }: { adRequest: AdRequest }) => (
  <ButtonLink href={routes.adRequests.show.href({ adRequestId })} tone="quiet">
    Cancel
  </ButtonLink>
)
