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
import { Day } from '../../../ui/values/time.tsx'
import { leftOf, type Origin } from '../ad-request.ts'
import { blockerOf, explainBlocker } from '../blocker.ts'
import { OfferFields } from '../offer-fields.tsx'
import type { Opening } from './queries.ts'

type Props = { opening: Opening; origin: Origin; form: FormState }

/** The first offer of a request: a sponsor's invitation of one or several, or an influencer's application. */
export const OpeningPage = ({ opening, origin, form }: Props) => {
  const { campaign, candidates } = opening
  const invites = origin === 'invitation'
  const campaignId = campaign.id
  const action = (invites ? routes.campaigns.adRequests : routes.campaigns.applications).href({ campaignId })
  const count = candidates.length
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
            <OfferFields form={form} />
            <Actions>
              <SubmitButton>
                {invites ? `Send ${count > 1 ? `${count} invitations` : 'invitation'}` : 'Send application'}
              </SubmitButton>
              <ButtonLink href={routes.campaigns.show.href({ campaignId })} tone="quiet">
                Not now
              </ButtonLink>
            </Actions>
          </Form>
        </Card>
      </Narrow>
    </>
  )
}

const Subtitle = ({ opening: { campaign, candidates }, invites }: { opening: Opening; invites: boolean }) => (
  <>
    {invites ? <>{candidates.map(({ name }) => name).join(', ')} · </> : null}
    {invites ? (
      <>
        <Money cents={leftOf(campaign)} /> of the budget left
      </>
    ) : (
      candidates[0]?.situation.sponsor.name
    )}
    {campaign.endDate ? (
      <>
        {' '}
        · until <Day day={campaign.endDate} />
      </>
    ) : null}
  </>
)

type Warning = { name: string; text: string; href: string | null }

/** What will be refused is said before anybody types. */
const Warnings = ({ opening: { candidates } }: { opening: Opening }) => {
  const { now } = useLocale()
  const warnings = candidates.flatMap<Warning>(({ name, situation, openRequest }) => {
    const obstacle = blockerOf(situation, now)
    if (openRequest)
      return [
        {
          name,
          text: 'a request is open already',
          href: routes.adRequests.show.href({ adRequestId: openRequest }),
        },
      ]
    return obstacle ? [{ name, text: explainBlocker(obstacle), href: null }] : []
  })
  return warnings.length === 0 ? null : (
    <ul class="form-errors">
      {warnings.map(({ name, text, href }) => (
        <li>
          {name}: {href ? <a href={href}>{text}</a> : text}
        </li>
      ))}
    </ul>
  )
}
