import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Section } from '../../../ui/page/split.tsx'
import { PersonReportsSection } from '../../abuse-reports/person/person-reports.tsx'
import { FlagSummaries } from '../flags/flag-summaries.tsx'
import { UserTimeline } from './activity.tsx'
import { SHOWN } from './person-queries.ts'
import { CampaignTable, MessageTable, RequestTable } from './person-tables.tsx'
import type { UserDetails } from './queries.ts'
import { SecuritySection } from './security/security-section.tsx'

type Props = {
  details: UserDetails
  form: FormState
  /** Whether it is the admin's own page. */
  isOwn: boolean
}

/** Everything about a person: a short list of each thing, with a link to all of them where there are more. */
export const PersonSections = ({ details, form, isOwn }: Props) => {
  const { user, events, flags, campaigns, requests, sessions, messages } = details
  return (
    <>
      <Short
        title="Flags"
        rows={flags}
        none="Never flagged."
        all={routes.admin.flags.index.href({ owner: user.id, state: 'all' })}
      >
        <FlagSummaries flags={shown(flags)} />
      </Short>
      <PersonReportsSection reports={details.reports} />
      {user.role === 'sponsor' ? (
        <Short
          title="Campaigns"
          rows={campaigns}
          none="No campaigns yet."
          all={routes.admin.campaigns.href({ sponsor: user.id })}
        >
          <CampaignTable campaigns={shown(campaigns)} />
        </Short>
      ) : null}
      {user.role === 'admin' ? null : (
        <Short
          title="Requests"
          rows={requests}
          none="No requests yet."
          all={routes.admin.adRequests.href({ [user.role]: user.id })}
        >
          <RequestTable requests={shown(requests)} />
        </Short>
      )}
      <SecuritySection user={user} sessions={shown(sessions)} form={form} isOwn={isOwn} />
      <Short title="Messages to them" rows={messages} none="We haven't sent them anything yet.">
        <MessageTable messages={shown(messages)} />
        <p class="mt-2">
          <a href={routes.admin.mail.href({ account: user.id })}>Messages that weren't delivered</a>
        </p>
      </Short>
      <Section title="Activity">
        <UserTimeline events={events.toReversed()} />
      </Section>
    </>
  )
}

type ShortProps = {
  title: string
  rows: readonly unknown[]
  /** If there is nothing to show. */
  none: string
  /** The page with all of them. */
  all?: string
  children?: Child
}

const Short = ({ title, rows, none, all, children }: ShortProps) => (
  <Section title={title}>
    {rows.length === 0 ? <p class="secondary">{none}</p> : children}
    {rows.length > SHOWN ? (
      <p class="mt-2">{all ? <a href={all}>View all</a> : `These are the newest ${SHOWN}.`}</p>
    ) : null}
  </Section>
)

function shown<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, SHOWN)
}
