import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
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
import { blockerOf, explainBlocker } from '../blocker.ts'
import { OfferFields } from '../offer-fields.tsx'
import type { Candidate, Opening } from './queries.ts'

type Props = { opening: Opening; origin: Origin; guidance: readonly PriceGuidance[]; form: FormState }

/** The form for the first offer: a sponsor's invitation to influencers, or an influencer's application. */
export const OpeningPage = ({ opening, origin, guidance, form }: Props) => {
  const { campaign, candidates } = opening
  const invites = origin === 'invitation'
  const campaignId = campaign.id
  const action = (invites ? routes.campaigns.adRequests : routes.campaigns.applications).href({ campaignId })
  const count = candidates.length
  const influencerId = candidates.map((one) => one.influencerId)
  const guidanceHref = invites ? routes.adRequests.new.href({ campaignId, influencerId }) : action
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: 'Campaigns', href: routes.campaigns.index.href() },
          { label: campaign.name, href: routes.campaigns.show.href({ campaignId }) },
        ]}
        here={invites ? 'Invite' : 'Apply'}
      />
      <PageHeader
        title={invites ? `Invite to ${campaign.name}` : `Apply to ${campaign.name}`}
        subtitle={<Subtitle {...{ opening, invites }} />}
      />
      <Narrow>
        <Card>
          <Form action={action}>
            <FormErrors errors={form.errors} />
            <Warnings opening={opening} />
            {invites
              ? candidates.map(({ influencerId }) => <Hidden name="influencerId" value={influencerId} />)
              : null}
            <OfferFields form={form} timeZone={campaign.timeZone} {...{ guidance, guidanceHref }} />
            <Actions>
              <SubmitButton>
                {invites ? `Send ${count > 1 ? `${count} invitations` : 'invitation'}` : 'Send application'}
              </SubmitButton>
              <ButtonLink href={routes.campaigns.show.href({ campaignId })} tone="quiet">
                Cancel
              </ButtonLink>
            </Actions>
          </Form>
        </Card>
      </Narrow>
    </>
  )
}

type SubtitleProps = { opening: Opening; invites: boolean }

const Subtitle = ({ opening: { campaign, sponsorName, candidates }, invites }: SubtitleProps) => (
  <>
    {invites ? <>{candidates.map(({ name }) => name).join(', ')} · </> : null}
    {invites ? (
      <>
        <Money cents={remainingBudget(campaign)} /> of the budget left
      </>
    ) : (
      sponsorName
    )}
    {campaign.endDate ? (
      <>
        {' '}
        · <Dates {...campaign} startDate={null} />
      </>
    ) : null}
  </>
)

/** Shows which candidates will be refused, before anybody fills in the form. */
const Warnings = ({ opening: { candidates } }: { opening: Opening }) => {
  const { now } = useLocale()
  const warned = candidates.filter(({ context, openRequest }) => openRequest || blockerOf(context, now))
  return warned.length === 0 ? null : (
    <ul class="form-errors">
      {warned.map((candidate) => (
        <li>
          {candidate.name}: <Warning candidate={candidate} />
        </li>
      ))}
    </ul>
  )
}

const Warning = ({ candidate: { context, openRequest } }: { candidate: Candidate }) => {
  if (openRequest) {
    return (
      <a href={routes.adRequests.show.href({ adRequestId: openRequest })}>there is already an open request</a>
    )
  }
  const blocker = blockerOf(context, useLocale().now)
  return blocker ? explainBlocker(blocker) : null
}
