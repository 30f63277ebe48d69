import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { DOT } from '../../../shared/text/facts.ts'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Dates } from '../../campaigns/brief.tsx'
import type { PriceGuidance } from '../../price-guidance/price-range.ts'
import { type Origin, remainingBudget } from '../ad-request.ts'
import { campaignBlockerOf, explainBlocker } from '../blocker.ts'
import { OfferFields } from '../offer-fields.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { namesOf } from './names.ts'
import { type Sorted, sortCandidates } from './open-requests.ts'
import type { Opening } from './queries.ts'
import { type Review, ReviewOfSeveral } from './review.tsx'

type Props = {
  opening: Opening
  origin: Origin
  guidance: readonly PriceGuidance[]
  form: FormState
  /** What is about to be sent to several people, for one look before it is. */
  review: Review | null
}

/** The form for the first offer: a sponsor's invitation to influencers, or an influencer's application. */
export const OpeningPage = ({ opening, origin, guidance, form, review }: Props) => {
  const { campaign, candidates } = opening
  const invites = origin === 'invitation'
  const campaignId = campaign.id
  const action = (invites ? routes.campaigns.adRequests : routes.campaigns.applications).href({ campaignId })
  const influencerId = candidates.map((one) => one.influencerId)
  const guidanceHref = invites ? routes.adRequests.new.href({ campaignId, influencerId }) : action
  const sorted = sortCandidates(opening, origin)
  return (
    <Narrow>
      <Breadcrumbs
        trail={[
          { label: 'Campaigns', href: routes.campaigns.index.href() },
          { label: campaign.name, href: routes.campaigns.show.href({ campaignId }) },
        ]}
        here={invites ? 'Invite' : 'Apply'}
      />
      <PageHeader
        title={invites ? `Invite to ${campaign.name}` : `Apply to ${campaign.name}`}
        subtitle={<Subtitle opening={opening} invites={invites} />}
      />
      <Card>
        <Form action={action}>
          <FormErrors errors={form.errors} />
          <CampaignBlocker opening={opening} />
          <LeftOutList leftOut={sorted.leftOut} isAlone={candidates.length === 1} />
          {review ? <ReviewOfSeveral campaign={campaign} review={review} /> : null}
          {invites
            ? candidates.map(({ influencerId }) => <Hidden name="influencerId" value={influencerId} />)
            : null}
          <OfferFields
            form={form}
            timeZone={campaign.timeZone}
            guidance={guidance}
            guidanceHref={guidanceHref}
            budget={
              invites
                ? { campaignId, remaining: remainingBudget(campaign), people: sorted.invitable.length }
                : null
            }
          />
          <Actions>
            <SendButton sorted={sorted} invites={invites} review={review} />
            <ButtonLink href={routes.campaigns.show.href({ campaignId })} tone="quiet">
              Cancel
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Narrow>
  )
}

type SendProps = { sorted: Sorted; invites: boolean; review: Review | null }

/** The one press that sends. To several people, only after the look at what it comes to. */
const SendButton = ({ sorted: { invitable, leftOut }, invites, review }: SendProps) => {
  if (!invites) return <SubmitButton>Send application</SubmitButton>
  const count = invitable.length
  if (count === 0 && leftOut.length > 0) return null
  if (review && leftOut.length > 0) {
    const ids = leftOut.map(({ candidate }) => candidate.influencerId).join(' ')
    return (
      <SubmitButton name="leave_out" value={ids}>
        Leave out {leftOut.length === 1 ? 'this one' : `these ${leftOut.length}`} and invite {count}
      </SubmitButton>
    )
  }
  if (count + leftOut.length <= 1) return <SubmitButton>Send invitation</SubmitButton>
  return (
    <SubmitButton>
      {review ? 'Send' : 'Review'} {counted(count, 'invitation')}
    </SubmitButton>
  )
}

type SubtitleProps = { opening: Opening; invites: boolean }

const Subtitle = ({ opening: { campaign, sponsorName, candidates }, invites }: SubtitleProps) => (
  <>
    {invites ? `${namesOf(candidates)}${DOT}` : null}
    {invites ? (
      <>
        <Money cents={remainingBudget(campaign)} /> of the budget left
      </>
    ) : (
      sponsorName
    )}
    {campaign.endDate ? (
      <>
        {DOT}
        <Dates {...campaign} startDate={null} />
      </>
    ) : null}
  </>
)

/** Why the campaign takes no requests now, before anybody fills in the form. */
const CampaignBlocker = ({ opening: { candidates } }: { opening: Opening }) => {
  const { now } = useLocale()
  const [first] = candidates
  const blocker = first && campaignBlockerOf(first.context, now)
  return blocker ? (
    <p class="form-errors" role="alert">
      {explainBlocker(blocker)}
    </p>
  ) : null
}
