import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Acceptance } from '../acceptance/acceptance.tsx'
import { type AdRequest, remainingBudget } from '../ad-request.ts'
import { offerFormOf } from '../forms.ts'
import { draftOf, type Side } from '../offer.ts'
import { OfferFields } from '../offer-fields.tsx'
import { canAccept, canAnswer, canPropose, canReplace } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import type { Refusal } from '../refusal.ts'
import { rejectionReasons } from '../rejection-reasons.ts'
import { AcceptLink } from './answers.tsx'
import type { OpenForm } from './open-form.ts'

type Props = {
  negotiation: Negotiation
  side: Side | null
  openForm: OpenForm
  form?: FormState | undefined
  refusal?: Refusal | undefined
  feePercent: number
}

/** The form that the viewer asked for or that was refused, if any. */
export const AnswerForms = ({ negotiation, side, openForm, form, refusal, feePercent }: Props) => {
  const { adRequest } = negotiation
  const { now } = useLocale()
  const answers = canAnswer(side, adRequest, now)
  if (openForm === 'offer' && canPropose(adRequest, now) && (answers || canReplace(side, adRequest, now))) {
    return (
      <OfferForm
        side={answers ? adRequest.turn : adRequest.latest.madeBy}
        negotiation={negotiation}
        form={form}
        refusal={refusal}
      />
    )
  }
  if (openForm === 'accept' && side && canAccept(side, adRequest, now)) {
    return (
      <Acceptance
        negotiation={negotiation}
        side={side}
        feePercent={feePercent}
        isFocused={form === undefined}
      />
    )
  }
  if (openForm === 'reject' && answers) return <RejectionForm adRequest={adRequest} form={form} />
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

interface AnswerProps {
  readonly adRequest: AdRequest
  /** Undefined when it opens. A refused form leaves the focus to its errors. */
  readonly form: FormState | undefined
}

type OfferFormProps = Pick<AnswerProps, 'form'> & {
  negotiation: Negotiation
  side: Side
  refusal: Refusal | undefined
}

const OfferForm = ({ negotiation, side, form, refusal }: OfferFormProps) => {
  const { adRequest, timeZone, guidance } = negotiation
  const { id: adRequestId, latest, campaign } = adRequest
  const isCounter = latest.madeBy !== side
  return (
    <Card
      id="answer"
      title={isCounter ? `Counter offer ${latest.number}` : `Edit offer ${latest.number}`}
      isFocused={form === undefined}
    >
      {refusal?.kind === 'unchanged' && !refusal.mine ? (
        <Actions>
          <AcceptLink adRequest={adRequest} />
        </Actions>
      ) : null}
      <Form action={routes.adRequests.offers.href({ adRequestId })}>
        <Hidden name="offerNumber" value={latest.number} />
        <OfferFields
          form={form ?? offerFormOf(draftOf(latest, side))}
          timeZone={timeZone}
          guidance={guidance}
          guidanceHref={routes.adRequests.show.href({ adRequestId }, { answer: 'offer' })}
          budget={
            side === 'sponsor'
              ? { campaignId: adRequest.campaignId, remaining: remainingBudget(campaign), people: 1 }
              : null
          }
        />
        <Actions>
          <SubmitButton>{isCounter ? 'Send counteroffer' : 'Update offer'}</SubmitButton>
          <CancelLink adRequest={adRequest} />
        </Actions>
      </Form>
    </Card>
  )
}

const RejectionForm = ({ adRequest, form }: AnswerProps) => (
  <Card id="answer" title={`Reject offer ${adRequest.latest.number}?`} isFocused={form === undefined}>
    <Form action={routes.adRequests.rejection.href({ adRequestId: adRequest.id })}>
      <p>This closes the request. {adRequest[adRequest.latest.madeBy].name} will see your reason.</p>
      <Radios
        {...fieldProps(form ?? blank, 'reason')}
        legend="Reason"
        required
        options={optionsOf(rejectionReasons)}
      />
      <TextArea {...fieldProps(form ?? blank, 'comment')} label="Comment" counter={1000} rows={3} />
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
