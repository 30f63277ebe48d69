import { routes } from '../../../routes.ts'
import type { Cents } from '../../../shared/money.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { type AdRequest, remainingBudget, stateAt } from '../ad-request.ts'
import { blockerOf, explainBlocker } from '../blocker.ts'
import { dueDateProblem, type Side } from '../offer.ts'
import { canAccept, canAnswer, canPropose, canReplace } from '../policy.ts'
import type { Rejection } from '../queries.ts'
import { explainDueDates } from '../refusal.ts'
import { rejectionReasons } from '../rejection-reasons.ts'
import { Answers } from './answers.tsx'
import type { OpenForm } from './open-form.ts'

type Props = { adRequest: AdRequest; side: Side | null }
type BarProps = Props & { rejection: Rejection; openForm: OpenForm }

/** Whose move it is, with the buttons for it: the first thing on the page. */
export const NegotiationStatusBar = ({ adRequest, side, rejection, openForm }: BarProps) => {
  const { now } = useLocale()
  if (stateAt(adRequest, now) !== 'pending') return <Closed adRequest={adRequest} rejection={rejection} />
  if (canAnswer(side, adRequest, now)) {
    return <YourMove adRequest={adRequest} side={side} isAccepting={openForm === 'accept'} />
  }
  return <TheirMove adRequest={adRequest} side={side} />
}

const YourMove = ({ adRequest, side, isAccepting }: Props & { isAccepting: boolean }) => {
  const { now } = useLocale()
  const blocker = blockerOf(adRequest, now)
  const dueDates = dueDateProblem(adRequest.latest, adRequest.campaign, now)
  const mayAccept = canAccept(side, adRequest, now)
  return (
    <StatusBar
      sentence={
        <>
          <LatestOffer adRequest={adRequest} />{' '}
          {side === 'sponsor' ? <RemainingBudget adRequest={adRequest} /> : null}{' '}
          {blocker ? explainBlocker(blocker) : null}
          {!blocker && dueDates ? explainDueDates(dueDates, false) : null}
        </>
      }
    >
      {/* The open card has the buttons then. */}
      {mayAccept && isAccepting ? null : <Answers adRequest={adRequest} mayAccept={mayAccept} />}
    </StatusBar>
  )
}

const TheirMove = ({ adRequest, side }: Props) => {
  const { now } = useLocale()
  const { id: adRequestId } = adRequest
  const blocker = blockerOf(adRequest, now)
  const dueDates = dueDateProblem(adRequest.latest, adRequest.campaign, now)
  return (
    <StatusBar
      tone="wait"
      sentence={
        <>
          <LatestOffer adRequest={adRequest} you={side} /> Waiting for {adRequest[adRequest.turn].name} to
          answer. {blocker ? explainBlocker(blocker) : null}
          {!blocker && dueDates && side ? explainDueDates(dueDates, true) : null}{' '}
          {side === 'sponsor' ? <TooLittleLeft adRequest={adRequest} /> : null}
        </>
      }
    >
      {canReplace(side, adRequest, now) ? (
        <>
          {canPropose(adRequest, now) ? (
            <ButtonLink href={`${routes.adRequests.show.href({ adRequestId }, { answer: 'offer' })}#answer`}>
              Edit
            </ButtonLink>
          ) : null}
          <ConfirmDialog
            label="Withdraw…"
            question="Withdraw your offer?"
            explain="This closes the request. You can start a new one later."
            action={routes.adRequests.withdrawal.href({ adRequestId })}
            confirm="Withdraw offer"
          />
        </>
      ) : null}
    </StatusBar>
  )
}

const Closed = ({ adRequest, rejection }: { adRequest: AdRequest; rejection: Rejection }) => {
  switch (stateAt(adRequest, useLocale().now)) {
    case 'accepted':
      return (
        <StatusBar
          tone="done"
          sentence={
            <>
              Agreed on <Money cents={adRequest.latest.paymentAmount} />. The terms of offer{' '}
              {adRequest.latest.number} are final.
            </>
          }
        />
      )
    case 'rejected':
      return <StatusBar tone="off" sentence={<>Rejected: {rejectionText(rejection)}</>} />
    case 'withdrawn':
      return (
        <StatusBar tone="wait" sentence={`${adRequest[adRequest.latest.madeBy].name} withdrew the offer.`} />
      )
    default:
      return (
        <StatusBar
          tone="wait"
          sentence={`${adRequest[adRequest.turn].name} didn't answer in time, so the offer expired.`}
        />
      )
  }
}

const LatestOffer = ({ adRequest, you = null }: { adRequest: AdRequest; you?: Side | null }) => {
  const { madeBy, paymentAmount } = adRequest.latest
  const verb = madeBy === 'influencer' ? 'asked for' : 'offered'
  return (
    <>
      <strong>
        {you === madeBy ? 'You' : adRequest[madeBy].name} {verb} <Money cents={paymentAmount} />
      </strong>
      .
    </>
  )
}

const RemainingBudget = ({ adRequest }: { adRequest: AdRequest }) => (
  <>
    Your campaign has <Money cents={remainingBudget(adRequest.campaign)} /> left.{' '}
    <TooLittleLeft adRequest={adRequest} />
  </>
)

/** For the sponsor only: the influencer must not learn what the campaign has left. */
const TooLittleLeft = ({ adRequest: { campaign, campaignId, latest } }: { adRequest: AdRequest }) => {
  const missing = (latest.paymentAmount - remainingBudget(campaign)) as Cents
  if (missing <= 0) return null
  return (
    <>
      This offer is <Money cents={missing} /> more than your campaign has left.{' '}
      <a href={`${routes.campaigns.edit.href({ campaignId })}#${fieldId('budget')}`}>Raise its budget</a>{' '}
      before it can be accepted.
    </>
  )
}

function rejectionText({ reason, comment }: Rejection): string {
  if (!reason) return 'no reason given.'
  const label = rejectionReasons[reason]
  return comment ? `${label}. “${comment}”` : `${label}.`
}
