import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Day, TimeLeft } from '../../../ui/values/time.tsx'
import { stateAt } from '../ad-request.ts'
import type { Side } from '../offer.ts'
import { sideOf } from '../policy.ts'
import type { Negotiation } from '../queries.ts'
import { AdRequestState } from '../state.tsx'
import { NegotiationTimeline } from './activity.tsx'
import { AnswerForms } from './answer-forms.tsx'
import { MessageThread } from './message-thread.tsx'
import { OfferCard } from './offer-card.tsx'
import { NegotiationSide } from './sidebar.tsx'
import { NegotiationMove } from './status.tsx'

/** Which form of the page stands open: asked for by link, or sent and refused. */
export type Opened = 'offer' | 'reject' | 'message' | null

type Props = { negotiation: Negotiation; viewer: Viewer; opened: Opened; form?: FormState | undefined }

export const NegotiationPage = ({ negotiation, viewer, opened, form }: Props) => {
  const { adRequest } = negotiation
  const side = sideOf(viewer, adRequest)
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Requests', href: routes.adRequests.index.href() }]}
        here={adRequest.campaign.name}
      />
      <Header negotiation={negotiation} side={side} />
      {form && opened !== 'message' ? <FormErrors errors={form.errors} /> : null}
      <NegotiationMove adRequest={adRequest} side={side} rejection={negotiation.about.rejection} />
      <div class="answer">
        <AnswerForms negotiation={negotiation} side={side} opened={opened} form={form} />
      </div>
      <div class="split">
        <div class="stack">
          <Offers negotiation={negotiation} side={side} />
          <MessageThread
            negotiation={negotiation}
            viewer={viewer}
            side={side}
            form={opened === 'message' ? form : undefined}
          />
          <NegotiationTimeline negotiation={negotiation} />
        </div>
        <NegotiationSide negotiation={negotiation} side={side} />
      </div>
    </>
  )
}

const Header = ({
  negotiation: { adRequest, about },
  side,
}: {
  negotiation: Negotiation
  side: Side | null
}) => {
  const { now } = useLocale()
  const pending = stateAt(adRequest, now) === 'pending'
  return (
    <PageHeader
      eyebrow={`Request ${adRequest.id} · ${adRequest.origin}`}
      title={`${adRequest.campaign.name} × ${adRequest.influencer.name}`}
      subtitle={
        <>
          {about.companyName} · {about.industry}
          {about.startDate && about.endDate ? (
            <>
              {' '}
              · <Day day={about.startDate} /> to <Day day={about.endDate} />
            </>
          ) : null}
        </>
      }
      aside={
        <>
          <AdRequestState adRequest={adRequest} side={side} now={now} />
          {pending ? <TimeLeft until={adRequest.closesAt} /> : null}
        </>
      }
    />
  )
}

const Offers = ({
  negotiation: { adRequest, offers },
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
          who={offer.madeBy === side ? 'you' : adRequest[offer.madeBy].name}
          mine={offer.madeBy === (side ?? 'sponsor')}
          old={offer.number < adRequest.latest.number}
        />
      ))}
    </ol>
  </section>
)
