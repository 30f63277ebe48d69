import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { type AdRequest, leftOf, type RejectionReason, rejectionReasons, stateAt } from '../ad-request.ts'
import { blockerOf, explainBlocker } from '../blocker.ts'
import type { Side } from '../offer.ts'
import { canAnswer, canReplace } from '../policy.ts'
import type { About } from '../queries.ts'

type Props = { adRequest: AdRequest; side: Side | null }

/** Whose move is it, and what can be done: the first thing on the page. */
export const NegotiationMove = ({
  adRequest,
  side,
  rejection,
}: Props & { rejection: About['rejection'] }) => {
  const { now } = useLocale()
  if (stateAt(adRequest, now) !== 'pending') return <Ended adRequest={adRequest} rejection={rejection} />
  if (canAnswer(side, adRequest, now)) return <YourMove adRequest={adRequest} side={side} />
  return <TheirMove adRequest={adRequest} side={side} />
}

const YourMove = ({ adRequest, side }: Props) => {
  const { now } = useLocale()
  const { id: adRequestId, latest } = adRequest
  const obstacle = blockerOf(adRequest, now)
  const fits = latest.paymentAmount <= leftOf(adRequest.campaign)
  return (
    <StatusBar
      sentence={
        <>
          <LatestOffer adRequest={adRequest} />{' '}
          {side === 'sponsor' ? <BudgetLeft adRequest={adRequest} /> : null}{' '}
          {obstacle ? explainBlocker(obstacle) : null}
        </>
      }
    >
      {obstacle || (side === 'sponsor' && !fits) ? null : (
        <Form action={routes.adRequests.acceptance.href({ adRequestId })}>
          <Hidden name="offerNumber" value={latest.number} />
          <Hidden name="campaignVersion" value={adRequest.campaign.version} />
          <SubmitButton>Accept offer {latest.number}</SubmitButton>
        </Form>
      )}
      <ButtonLink href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'offer' })}#answer`}>
        Counter
      </ButtonLink>
      <ButtonLink
        href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'reject' })}#answer`}
        tone="quiet"
      >
        Reject
      </ButtonLink>
    </StatusBar>
  )
}

const TheirMove = ({ adRequest, side }: Props) => {
  const { now } = useLocale()
  const { id: adRequestId } = adRequest
  const obstacle = blockerOf(adRequest, now)
  return (
    <StatusBar
      tone="wait"
      sentence={
        <>
          <LatestOffer adRequest={adRequest} you={side} /> {adRequest[adRequest.turn].name} has to answer.{' '}
          {obstacle ? explainBlocker(obstacle) : null}
        </>
      }
    >
      {canReplace(side, adRequest, now) ? (
        <>
          <ButtonLink href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'offer' })}#answer`}>
            Edit
          </ButtonLink>
          <ConfirmDialog
            label="Withdraw"
            question="Take back your offer?"
            explain="The request ends. You can start a new one later."
            action={routes.adRequests.withdrawal.href({ adRequestId })}
            confirm="Take it back"
          />
        </>
      ) : null}
    </StatusBar>
  )
}

const Ended = ({ adRequest, rejection }: { adRequest: AdRequest; rejection: About['rejection'] }) => {
  switch (stateAt(adRequest, useLocale().now)) {
    case 'accepted':
      return (
        <StatusBar
          tone="done"
          sentence={
            <>
              Agreed on <Money cents={adRequest.latest.paymentAmount} />. The terms of offer{' '}
              {adRequest.latest.number} are fixed.
            </>
          }
        />
      )
    case 'rejected':
      return <StatusBar tone="off" sentence={<>Rejected: {rejectionText(rejection)}</>} />
    case 'withdrawn':
      return (
        <StatusBar tone="off" sentence={`${adRequest[adRequest.latest.madeBy].name} took the offer back.`} />
      )
    default:
      return (
        <StatusBar
          tone="off"
          sentence={`${adRequest[adRequest.turn].name} did not answer in time, so the offer expired.`}
        />
      )
  }
}

const LatestOffer = ({ adRequest, you = null }: { adRequest: AdRequest; you?: Side | null }) => {
  const { madeBy, paymentAmount } = adRequest.latest
  const asks = madeBy === 'influencer' ? 'ask' : 'offer'
  return (
    <>
      <strong>
        {you === madeBy ? `You ${asks}` : `${adRequest[madeBy].name} ${asks}s`}
        {madeBy === 'influencer' ? ' for' : ''} <Money cents={paymentAmount} />
      </strong>
      .
    </>
  )
}

const BudgetLeft = ({ adRequest: { campaign, latest } }: { adRequest: AdRequest }) => (
  <>
    Your campaign has <Money cents={leftOf(campaign)} /> left
    {latest.paymentAmount > leftOf(campaign) ? ', which is not enough to accept' : ''}.
  </>
)

function rejectionText(rejection: About['rejection']): string {
  if (!rejection) return 'no reason given.'
  const reason = rejectionReasons[rejection.reason as RejectionReason] ?? rejection.reason
  return rejection.words ? `${reason}. “${rejection.words}”` : `${reason}.`
}
