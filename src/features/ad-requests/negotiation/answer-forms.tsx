import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import type { AdRequest } from '../ad-request.ts'
import { offerFormOf } from '../forms.ts'
import type { Side } from '../offer.ts'
import { OfferFields } from '../offer-fields.tsx'
import { canAccept, canAnswer, canReplace } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import { rejectionReasons } from '../rejection-reasons.ts'
import { Answers } from './answers.tsx'
import { termsOf } from './offer-card.tsx'
import type { OpenForm } from './open-form.ts'

type Props = { negotiation: Negotiation; side: Side | null; openForm: OpenForm; form?: FormState | undefined }

/** The form that the viewer asked for or that was refused, if any. */
export const AnswerForms = ({ negotiation, side, openForm, form }: Props) => {
  const { adRequest } = negotiation
  const { now } = useLocale()
  const answers = canAnswer(side, adRequest, now)
  if (openForm === 'offer' && (answers || canReplace(side, adRequest, now))) {
    return <OfferForm negotiation={negotiation} isCounter={answers} form={form} />
  }
  if (openForm === 'accept' && canAccept(side, adRequest, now))
    return <Acceptance negotiation={negotiation} />
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

const Acceptance = ({ negotiation: { adRequest, timeZone } }: { negotiation: Negotiation }) => (
  <Card id="answer" title={`Accept offer ${adRequest.latest.number}?`} isFocused>
    <p>The terms are final once you accept.</p>
    <div class="offer-amount">
      <Money cents={adRequest.latest.paymentAmount} />
    </div>
    <Terms columns items={termsOf(adRequest.latest, undefined, timeZone)} />
    <Actions>
      <Answers adRequest={adRequest} mayAccept />
    </Actions>
  </Card>
)

interface AnswerProps {
  readonly adRequest: AdRequest
  /** Undefined when it opens. A refused form leaves the focus to its errors. */
  readonly form: FormState | undefined
}

type OfferFormProps = Pick<AnswerProps, 'form'> & { negotiation: Negotiation; isCounter: boolean }

const OfferForm = ({ negotiation: { adRequest, timeZone, guidance }, isCounter, form }: OfferFormProps) => (
  <Card
    id="answer"
    title={isCounter ? `Counter offer ${adRequest.latest.number}` : `Edit offer ${adRequest.latest.number}`}
    isFocused={form === undefined}
  >
    <Form action={routes.adRequests.offers.href({ adRequestId: adRequest.id })}>
      <Hidden name="offerNumber" value={adRequest.latest.number} />
      <OfferFields
        form={form ?? offerFormOf(adRequest.latest)}
        timeZone={timeZone}
        guidance={guidance}
        guidanceHref={routes.adRequests.show.href({ adRequestId: adRequest.id }, { answer: 'offer' })}
      />
      <Actions>
        <SubmitButton>{isCounter ? 'Send counteroffer' : 'Update offer'}</SubmitButton>
        <CancelLink adRequest={adRequest} />
      </Actions>
    </Form>
  </Card>
)

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
