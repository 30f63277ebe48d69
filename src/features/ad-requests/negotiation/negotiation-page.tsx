import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { DOT, joinFacts } from '../../../shared/text/facts.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink, FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { ModerationLinks } from '../../../ui/moderation/moderation-links.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { TimeLeft } from '../../../ui/values/time.tsx'
import { Dates } from '../../campaigns/brief.tsx'
import { stateAt } from '../ad-request.ts'
import { MessageThread } from '../messages/message-thread.tsx'
import type { Side } from '../offer.ts'
import { sideOf } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import type { Refusal } from '../refusal.ts'
import { AdRequestStateBadge } from '../state-badge.tsx'
import { NegotiationActivity } from './activity.tsx'
import { AnswerForms } from './answer-forms.tsx'
import { OfferCard } from './offer-card.tsx'
import type { OpenForm } from './open-form.ts'
import { NegotiationSidebar } from './sidebar.tsx'
import { NegotiationStatusBar } from './status-bar.tsx'

type Props = {
  negotiation: Negotiation
  viewer: Viewer
  openForm: OpenForm
  form?: FormState | undefined
  /** Why the last action was refused. */
  refusal?: Refusal | undefined
  /** What Parley keeps of the payment. */
  feePercent: number
}

export const NegotiationPage = ({ negotiation, viewer, openForm, form, refusal, feePercent }: Props) => {
  const { adRequest } = negotiation
  const side = sideOf(viewer, adRequest)
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Requests', href: routes.adRequests.index.href() }]}
        here={adRequest.campaign.name}
      />
      <Header negotiation={negotiation} side={side} />
      {form && openForm !== 'message' ? <FormErrors errors={form.errors} /> : null}
      {adRequest.flagged ? <FlaggedBar adRequest={adRequest} side={side} /> : null}
      <NegotiationStatusBar
        adRequest={adRequest}
        side={side}
        rejection={negotiation.rejection}
        openForm={openForm}
      />
      <div class="split">
        <div class="stack">
          <AnswerForms
            negotiation={negotiation}
            side={side}
            openForm={openForm}
            form={form}
            refusal={refusal}
            feePercent={feePercent}
          />
          <Offers negotiation={negotiation} side={side} />
          <MessageThread
            negotiation={negotiation}
            viewer={viewer}
            side={side}
            isOpen={openForm === 'message'}
            form={openForm === 'message' ? form : undefined}
          />
          <NegotiationActivity negotiation={negotiation} />
        </div>
        <NegotiationSidebar negotiation={negotiation} side={side} viewer={viewer} />
      </div>
    </>
  )
}

const Header = ({
  negotiation: { adRequest, campaign, sponsor },
  side,
}: {
  negotiation: Negotiation
  side: Side | null
}) => {
  const { now } = useLocale()
  const pending = stateAt(adRequest, now) === 'pending'
  return (
    <PageHeader
      eyebrow={joinFacts(`Request ${adRequest.id}`, adRequest.origin)}
      title={`${adRequest.campaign.name} × ${adRequest.influencer.name}`}
      subtitle={
        <>
          {joinFacts(sponsor.name, sponsor.industry)}
          {campaign.startDate || campaign.endDate ? DOT : null}
          <Dates {...campaign} />
        </>
      }
      aside={
        <>
          <AdRequestStateBadge adRequest={adRequest} side={side} now={now} />
          {pending ? <TimeLeft until={adRequest.closesAt} /> : null}
          {side === null && (pending || adRequest.flagged) ? (
            <ModerationLinks subject="ad_request" id={adRequest.id} isFlagged={adRequest.flagged} />
          ) : null}
        </>
      }
    />
  )
}

const FlaggedBar = ({ adRequest, side }: { adRequest: Negotiation['adRequest']; side: Side | null }) => (
  <StatusBar
    tone="off"
    sentence={
      <>
        <strong>An admin flagged this request.</strong> Neither side can make or accept an offer or write a
        message until that is decided. The deadline to answer stays the same.
      </>
    }
  >
    {side === null || adRequest.latest.madeBy === side ? (
      <ButtonLink href={routes.flags.current.href({ subject: 'ad_request', subjectId: adRequest.id })}>
        See the details
      </ButtonLink>
    ) : null}
  </StatusBar>
)

const Offers = ({
  negotiation: { adRequest, offers, timeZone },
  side,
}: {
  negotiation: Negotiation
  side: Side | null
}) => (
  <section class="section">
    <h2>Negotiation</h2>
    <ol class="offers">
      {offers.map((offer, index) => (
        <OfferCard
          offer={offer}
          before={offers[index - 1]}
          timeZone={timeZone}
          who={offer.madeBy === side ? 'You' : adRequest[offer.madeBy].name}
          mine={offer.madeBy === (side ?? 'sponsor')}
          old={offer.number < adRequest.latest.number}
        />
      ))}
    </ol>
  </section>
)
