import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { categoryLabel, nicheLabel } from '../../../shared/taxonomy.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { timeZoneText } from '../../../shared/time-zones/time-zones.ts'
import { State } from '../../../ui/data/badge.tsx'
import { type Term, Terms } from '../../../ui/data/terms.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { ModerationLinks } from '../../../ui/moderation/moderation-links.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Split } from '../../../ui/page/split.tsx'
import { Address } from '../../../ui/values/address.tsx'
import { Count } from '../../../ui/values/count.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { roleNames } from '../../accounts/people/filters.ts'
import { SponsorTerms } from '../../sponsors/sponsor-terms.tsx'
import { AccountState } from './account-state.tsx'
import { PersonSections } from './person-sections.tsx'
import type { UserDetails, UserProfile } from './queries.ts'
import { SuspensionBar } from './suspension-bar.tsx'

type Props = { details: UserDetails; viewer: Viewer; form: FormState; asks?: string | undefined }

export const UserPage = ({ details, viewer, form, asks }: Props) => {
  const { user } = details
  return (
    <>
      <Breadcrumbs trail={[{ label: 'People', href: routes.admin.users.href() }]} here={user.name} />
      <PageHeader
        eyebrow={roleNames[user.role]}
        title={user.name}
        subtitle={`@${user.username}`}
        aside={
          <>
            <AccountState status={user.status} />
            {user.role === 'admin' ? null : (
              <ModerationLinks subject="user" id={user.id} isFlagged={isFlagged(user)} />
            )}
          </>
        }
      />
      <FormErrors errors={{ form: form.errors.form ?? form.errors.version }} />
      <SuspensionBar
        user={user}
        form={form}
        choices={details.suspensionReasons}
        isOpen={asks === 'suspension'}
      />
      <Split aside={<Account user={user} />}>
        <PersonSections details={details} form={form} isOwn={user.id === viewer.id} />
      </Split>
    </>
  )
}

const Account = ({ user }: { user: UserProfile }) => (
  <>
    <Card eyebrow="Account">
      <Terms
        items={[
          {
            term: 'E-mail',
            detail: (
              <>
                <Address of={user.email} />
                <br />
                {user.isEmailConfirmed ? (
                  <span class="secondary">Confirmed</span>
                ) : (
                  <State tone="move">Not confirmed</State>
                )}
              </>
            ),
          },
          { term: 'Joined', detail: <Time at={user.createdAt} /> },
          { term: 'Last seen', detail: user.lastSeenAt === null ? 'Never' : <Time at={user.lastSeenAt} /> },
          { term: 'Time zone', detail: timeZoneText(user.timeZone) },
        ]}
      />
      <p class="mt-3">
        <a href={routes.admin.personalData.show.href({ userId: user.id })}>Copy or delete their data</a>
      </p>
    </Card>
    {user.sponsor ? (
      <Card eyebrow="Sponsor profile">
        <SponsorTerms sponsor={user.sponsor} />
      </Card>
    ) : null}
    {user.influencer ? (
      <Card eyebrow="Influencer profile">
        <Terms items={influencerTerms(user.influencer)} />
        <p class="mt-3">
          <a href={routes.influencers.show.href({ influencerId: user.id })}>Public page</a>
        </p>
      </Card>
    ) : null}
  </>
)

function isFlagged({ sponsor, influencer }: UserProfile): boolean {
  return (sponsor?.flaggedAt ?? influencer?.flaggedAt ?? null) !== null
}

function influencerTerms(influencer: NonNullable<UserProfile['influencer']>): Term[] {
  const { category, niche, reach } = influencer
  return [
    {
      term: 'Category',
      detail: joinFacts(categoryLabel(category), nicheLabel(category, niche)),
    },
    { term: 'Reach', detail: <Count value={reach} /> },
  ]
}
