import { routes } from '../../../routes.ts'
import { formatDay } from '../../../shared/format.ts'
import type { Cents } from '../../../shared/money.ts'
import { countedDeliverable } from '../../../shared/taxonomy.ts'
import { dayAt } from '../../../shared/time.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import { type Term, Terms } from '../../../ui/data/terms.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Zone } from '../../../ui/values/time.tsx'
import { type AgreedTerms, killFeesText, platformFee } from '../../collaborations/terms.ts'
import { OtherAnswers } from '../negotiation/answers.tsx'
import type { Side } from '../offer.ts'
import type { Negotiation } from '../queries.ts'
import { agreedTerms } from './agreed-terms.ts'

type Props = { negotiation: Negotiation; side: Side; feePercent: number; isFocused: boolean }

/** All that one agrees to, and the only button that accepts it. */
export const Acceptance = ({ negotiation, side, feePercent, isFocused }: Props) => {
  const { adRequest } = negotiation
  const { id: adRequestId, latest, campaign } = adRequest
  return (
    <Card id="answer" title={`Accept offer ${latest.number}?`} isFocused={isFocused}>
      <p>
        This is everything that you and {adRequest[latest.madeBy].name} agree to. The terms are final once you
        accept.
      </p>
      <AgreementTerms terms={agreedTerms(negotiation, feePercent)} side={side} />
      <Actions>
        <Form action={routes.adRequests.acceptance.href({ adRequestId })}>
          <Hidden name="offerNumber" value={latest.number} />
          <Hidden name="campaignVersion" value={campaign.version} />
          <SubmitButton>Accept offer {latest.number}</SubmitButton>
        </Form>
        <OtherAnswers adRequest={adRequest} />
        <ButtonLink href={routes.adRequests.show.href({ adRequestId })} tone="quiet">
          Cancel
        </ButtonLink>
      </Actions>
    </Card>
  )
}

const AgreementTerms = ({ terms, side }: { terms: AgreedTerms; side: Side }) => (
  <Terms
    items={[
      {
        term: side === 'sponsor' ? 'You pay' : 'The sponsor pays',
        detail: <Money cents={terms.paymentAmount} />,
      },
      { term: 'Platform fee', detail: <Fee terms={terms} side={side} /> },
      { term: 'Deliverables', detail: <Deliverables terms={terms} /> },
      { term: 'Usage rights', detail: usageRightsText(terms) },
      ...written([
        ['Requirements', terms.requirements],
        ['Disclosure', terms.disclosure],
        ['Hashtags', terms.hashtags],
        ['Mentions', terms.mentions],
        ['Do', terms.dos],
        ["Don't", terms.donts],
      ]),
      { term: 'Cancellation fee', detail: killFeesText(terms.killFees) },
    ]}
  />
)

const Fee = ({ terms: { paymentAmount, feePercent }, side }: { terms: AgreedTerms; side: Side }) => {
  const fee = platformFee(paymentAmount, feePercent)
  return (
    <>
      <Money cents={fee} /> ({feePercent}% of the payment).{' '}
      {side === 'sponsor' ? 'The influencer receives' : 'You receive'}{' '}
      <Money cents={(paymentAmount - fee) as Cents} />.
    </>
  )
}

const Deliverables = ({ terms: { deliverables, timeZone } }: { terms: AgreedTerms }) => {
  const today = dayAt(useLocale().now, timeZone)
  return (
    <ul class="plain-list">
      {deliverables.map(({ kind, count, dueDate }) => (
        <li>
          {countedDeliverable(kind, count)}, due <time datetime={dueDate}>{formatDay(dueDate, today)}</time>{' '}
          <Zone of={timeZone} />
        </li>
      ))}
    </ul>
  )
}

function written(texts: readonly (readonly [term: string, text: string])[]): Term[] {
  return texts
    .filter(([, text]) => text !== '')
    .map(([term, text]) => ({ term, detail: <Prose text={text} /> }))
}
